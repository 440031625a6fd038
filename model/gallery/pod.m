-- A pod of one container, restated by hand for rumur: one rule per expanded row.
const
  LONGEST : 3;
type
  Status : enum { pending, running, backOff, succeeded, failed, unknown, terminating, deleted, nowhere };
  Policy : enum { always, onFailure, never };
var
  status : Status;
  policy : Policy;
  restarts : 0..LONGEST;
  before : Status;

ruleset chosen : Policy do
  startstate begin status := pending; policy := chosen; restarts := 0; before := nowhere; end;
end;

rule "start" status = pending ==> begin status := running; end;
rule "exit for good" status = running & policy != always ==> begin status := succeeded; end;
rule "exit and back off" status = running & policy = always & restarts < LONGEST ==>
  begin status := backOff; restarts := restarts + 1; end;
rule "exit and back off longest" status = running & policy = always & restarts = LONGEST ==> begin status := backOff; end;
rule "crash for good" status = running & policy = never ==> begin status := failed; end;
rule "crash and back off" status = running & policy != never & restarts < LONGEST ==>
  begin status := backOff; restarts := restarts + 1; end;
rule "crash and back off longest" status = running & policy != never & restarts = LONGEST ==> begin status := backOff; end;
rule "restart" status = backOff ==> begin status := running; end;
rule "node lost" status = pending | status = running | status = backOff ==> begin before := status; status := unknown; end;
rule "node back" status = unknown ==> begin status := before; before := nowhere; end;
rule "evict" status = unknown ==> begin status := failed; before := nowhere; end;
rule "delete" status = pending | status = running | status = backOff ==> begin status := terminating; end;
rule "stopped" status = terminating ==> begin status := deleted; end;
rule "grace period ends" status = terminating ==> begin status := deleted; end;
rule "delete what ended" status = succeeded | status = failed ==> begin status := deleted; end;

invariant "a pod that always restarts never succeeds" !(status = succeeded & policy = always);
invariant "a pod that never restarts never waits to" !(status = backOff & policy = never);
invariant "the phase is remembered exactly while the node is lost" (status = unknown) = (before != nowhere);
