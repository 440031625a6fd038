-- A card payment, restated by hand for rumur: one rule per expanded row.
const
  MOST : 3;
type
  Status : enum { requiresMethod, requiresConfirmation, requiresAction, processing, requiresCapture, succeeded, canceled };
  Refunded : enum { nothing, part, all };
var
  status : Status;
  later : boolean;
  failures : 0..MOST;
  authenticated : boolean;
  refunded : Refunded;

ruleset when_captured : boolean do
  startstate begin
    status := requiresMethod; later := when_captured; failures := 0; authenticated := false; refunded := nothing;
  end;
end;

rule "attach" status = requiresMethod ==> begin status := requiresConfirmation; end;
rule "confirm" status = requiresConfirmation ==> begin status := processing; end;
rule "challenge" status = processing & !authenticated ==> begin status := requiresAction; end;
rule "authenticate" status = requiresAction ==> begin status := processing; authenticated := true; end;
rule "fail to authenticate" status = requiresAction & failures < MOST ==>
  begin status := requiresMethod; failures := failures + 1; end;
rule "fail to authenticate at last" status = requiresAction & failures = MOST ==> begin status := canceled; end;
rule "decline" status = processing & failures < MOST ==>
  begin status := requiresMethod; failures := failures + 1; authenticated := false; end;
rule "decline at last" status = processing & failures = MOST ==> begin status := canceled; authenticated := false; end;
rule "authorize and capture" status = processing & !later ==> begin status := succeeded; end;
rule "authorize" status = processing & later ==> begin status := requiresCapture; end;
rule "capture" status = requiresCapture ==> begin status := succeeded; end;
rule "authorization expires" status = requiresCapture ==> begin status := canceled; end;
rule "cancel 1" status = requiresMethod ==> begin status := canceled; end;
rule "cancel 2" status = requiresConfirmation ==> begin status := canceled; end;
rule "cancel 3" status = requiresAction ==> begin status := canceled; end;
rule "cancel 4" status = requiresCapture ==> begin status := canceled; end;
rule "refund a part" status = succeeded & refunded != all ==> begin refunded := part; end;
rule "refund the rest" status = succeeded & refunded != all ==> begin refunded := all; end;

invariant "only what succeeded is refunded" refunded != nothing -> status = succeeded;
invariant "captured at once never waits" !(status = requiresCapture & !later);
invariant "nobody is asked twice for one attempt" !(status = requiresAction & authenticated);
