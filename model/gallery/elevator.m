-- An elevator between two floors, restated by hand for rumur: one rule per expanded row.
type
  Status : enum { idle, open, moving };
  Floor : enum { ground, first };
var
  status : Status;
  at : Floor;
  lower : boolean;
  upper : boolean;

startstate begin status := idle; at := ground; lower := false; upper := false; end;

rule "press lower, doors closed" status = idle | status = moving ==> begin lower := true; end;
rule "press upper, doors closed" status = idle | status = moving ==> begin upper := true; end;
rule "press lower, doors open above" status = open & at = first ==> begin lower := true; end;
rule "press upper, doors open below" status = open & at = ground ==> begin upper := true; end;
rule "open below" status = idle & at = ground & lower ==> begin status := open; lower := false; end;
rule "open above" status = idle & at = first & upper ==> begin status := open; upper := false; end;
rule "go up" status = idle & at = ground & upper & !lower ==> begin status := moving; end;
rule "go down" status = idle & at = first & lower & !upper ==> begin status := moving; end;
rule "arrive above" status = moving & at = ground ==> begin status := open; at := first; upper := false; end;
rule "arrive below" status = moving & at = first ==> begin status := open; at := ground; lower := false; end;
rule "close" status = open ==> begin status := idle; end;

invariant "it departs only when it is called elsewhere"
  status = moving -> ((at = ground & upper) | (at = first & lower));
