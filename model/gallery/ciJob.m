-- A job of a continuous-integration server, restated by hand for rumur: one rule per expanded row.
const
  MOST : 2;
type
  Status : enum { created, skipped, pending, running, passed, failed, canceled };
var
  status : Status;
  retries : 0..MOST;
  may_fail : boolean;
  rerun : boolean;

ruleset allowed : boolean do
  startstate begin status := created; retries := 0; may_fail := allowed; rerun := false; end;
end;

rule "queue" status = created ==> begin status := pending; end;
rule "skip" status = created ==> begin status := skipped; end;
rule "pick up" status = pending ==> begin status := running; end;
rule "no runner comes" status = pending ==> begin status := failed; end;
rule "pass" status = running ==> begin status := passed; end;
rule "fail" status = running ==> begin status := failed; end;
rule "time limit" status = running ==> begin status := failed; end;
rule "runner is lost" status = running & retries < MOST ==> begin status := pending; retries := retries + 1; end;
rule "runner is lost at last" status = running & retries = MOST ==> begin status := failed; end;
rule "retry by itself" status = failed & retries < MOST & !may_fail ==> begin status := pending; retries := retries + 1; end;
rule "run a failed job again" status = failed & !rerun ==> begin status := pending; rerun := true; retries := 0; end;
rule "run a canceled job again" status = canceled & !rerun ==> begin status := pending; rerun := true; retries := 0; end;
rule "run a passed job again" status = passed & !rerun ==> begin status := pending; rerun := true; retries := 0; end;
rule "cancel 1" status = created ==> begin status := canceled; end;
rule "cancel 2" status = pending ==> begin status := canceled; end;
rule "cancel 3" status = running ==> begin status := canceled; end;

invariant "a skipped job was never touched" status = skipped -> retries = 0 & !rerun;
