-- A fleet of support sessions, restated by hand for rumur. The constants stand in a file of their own, which is read before this one.
-- A technician is a number from 1; 0 is nobody. A technician's load is the sessions that are owned and being worked on.
type
  Session : scalarset(SESSIONS);
  Technician : 1..TECHNICIANS;
  Owner : 0..TECHNICIANS;
  Status : enum { connecting, waiting, active, transferred, onHold, inviting, collaborating, rebooting, reconnecting,
    offline, timedOut, closedByWaitingCustomer, closedByCustomer, closedByTechnician, removed, nowhere };
  Reason : enum { none, admin, system };
var
  status : array [Session] of Status;
  resume : array [Session] of Status;
  owner : array [Session] of Owner;
  idle : array [Session] of Reason;

function load(t : Owner) : 0..SESSIONS;
var
  n : 0..SESSIONS;
begin
  n := 0;
  for s : Session do
    if owner[s] = t & (status[s] = active | status[s] = inviting | status[s] = collaborating) then n := n + 1; end;
  end;
  return n;
end;

function free(t : Owner) : boolean;
begin return load(t) < CAPACITY; end;

function mayOpen() : boolean;
var
  n : 0..SESSIONS;
begin
  n := 0;
  for s : Session do
    if status[s] != connecting & status[s] != removed then n := n + 1; end;
  end;
  return n < MOST_OPEN;
end;

function mayResume(s : Session) : boolean;
begin return (resume[s] != active & resume[s] != collaborating) | free(owner[s]); end;

startstate begin
  for s : Session do
    status[s] := connecting;
    resume[s] := nowhere;
    owner[s] := 0;
    idle[s] := none;
  end;
end;

ruleset s : Session do
  ruleset t : Technician do
    rule "pick up" status[s] = waiting & free(t) ==> begin status[s] := active; owner[s] := t; end;
    rule "transfer" (status[s] = active | status[s] = onHold) & owner[s] != t ==>
      begin status[s] := transferred; owner[s] := t; end;
  end;
  rule "connect" status[s] = connecting & mayOpen() ==> begin status[s] := waiting; end;
  rule "accept" status[s] = transferred & free(owner[s]) ==> begin status[s] := active; end;
  rule "hold" status[s] = active ==> begin status[s] := onHold; end;
  rule "unhold" status[s] = onHold & free(owner[s]) ==> begin status[s] := active; end;
  rule "invite" status[s] = active ==> begin status[s] := inviting; end;
  rule "accept invitation" status[s] = inviting ==> begin status[s] := collaborating; end;
  rule "leave collaboration" status[s] = collaborating ==> begin status[s] := active; end;
  rule "reboot" status[s] = active | status[s] = collaborating ==>
    begin resume[s] := status[s]; status[s] := rebooting; end;
  rule "reboot done" status[s] = rebooting & mayResume(s) ==>
    begin status[s] := resume[s]; resume[s] := nowhere; end;
  rule "lose connection" status[s] = waiting | status[s] = active | status[s] = transferred | status[s] = onHold
    | status[s] = collaborating ==>
    begin resume[s] := status[s]; status[s] := reconnecting; end;
  rule "reconnect" (status[s] = reconnecting | status[s] = offline) & mayResume(s) ==>
    begin status[s] := resume[s]; resume[s] := nowhere; end;
  rule "five minutes pass" status[s] = reconnecting | status[s] = rebooting ==> begin status[s] := offline; end;
  rule "administrator's time-out" status[s] = waiting | status[s] = active | status[s] = onHold
    | status[s] = transferred ==>
    begin status[s] := timedOut; idle[s] := admin; end;
  rule "system's time-out" status[s] = waiting | status[s] = offline ==>
    begin status[s] := timedOut; idle[s] := system; resume[s] := nowhere; end;
  rule "customer closes while connecting" status[s] = connecting & mayOpen() ==>
    begin status[s] := closedByWaitingCustomer; end;
  rule "customer closes while waiting" status[s] = waiting ==> begin status[s] := closedByWaitingCustomer; end;
  rule "customer closes" status[s] = active | status[s] = transferred | status[s] = onHold
    | status[s] = collaborating | status[s] = inviting ==>
    begin status[s] := closedByCustomer; end;
  rule "technician closes" (status[s] = active | status[s] = onHold | status[s] = collaborating | status[s] = offline
    | status[s] = timedOut | status[s] = inviting) & owner[s] != 0 ==>
    begin status[s] := closedByTechnician; resume[s] := nowhere; idle[s] := none; end;
  rule "remove" status[s] = timedOut | status[s] = closedByCustomer | status[s] = closedByTechnician
    | status[s] = closedByWaitingCustomer ==>
    begin status[s] := removed; resume[s] := nowhere; idle[s] := none; owner[s] := 0; end;
end;

invariant "nobody works on more than the capacity" forall t : Technician do load(t) <= CAPACITY end;
invariant "whoever is helped is helped by somebody" forall s : Session do
  (status[s] = active | status[s] = inviting | status[s] = collaborating | status[s] = onHold
    | status[s] = transferred) -> owner[s] != 0 end;
invariant "a session knows where to go on exactly while it is interrupted" forall s : Session do
  (status[s] = rebooting | status[s] = reconnecting | status[s] = offline) = (resume[s] != nowhere) end;
invariant "a reason stands exactly on sessions that timed out" forall s : Session do
  (status[s] = timedOut) = (idle[s] != none) end;
