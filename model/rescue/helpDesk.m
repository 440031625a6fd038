-- The help desk restated by hand for rumur, without its consoles: what they show follows from what the server knows, so that
-- the counts must be the same. A technician is a number from 1; 0 is nobody. Returned says of a session at work, for each of its
-- technicians, that it came back by itself.
const
  SESSIONS : 3;
  TECHNICIANS : 2;
  CAPACITY : 1;
type
  Session : 1..SESSIONS;
  Technician : 1..TECHNICIANS;
  Anybody : 0..TECHNICIANS;
  Status : enum { notBegun, connecting, waiting, active, transferring, onHold, collaborating, rebooting, reconnecting, offline,
    timedOut, closedByCustomer, closedByTechnician, closedByWaitingCustomer, removed, nowhere };
  Reason : enum { none, administrator, system };
var
  status : array [Session] of Status;
  resume : array [Session] of Status;
  timeout : array [Session] of Reason;
  taken : array [Session] of boolean;
  owner : array [Session] of Anybody;
  colleague : array [Session] of Anybody;
  invited : array [Session] of Anybody;
  returned : array [Session] of array [Technician] of boolean;

function atWork(s : Session; t : Technician) : boolean;
begin
  return (status[s] = active & owner[s] = t) | (status[s] = collaborating & (owner[s] = t | colleague[s] = t));
end;

function free(t : Technician) : boolean;
var
  n : 0..SESSIONS;
begin
  n := 0;
  for s : Session do
    if atWork(s, t) then n := n + 1; end;
  end;
  return n < CAPACITY;
end;

function takenByHand(t : Technician) : 0..SESSIONS;
var
  n : 0..SESSIONS;
begin
  n := 0;
  for s : Session do
    if atWork(s, t) & !returned[s][t] then n := n + 1; end;
  end;
  return n;
end;

function mine(s : Session; t : Technician) : boolean;
begin return owner[s] = 0 | owner[s] = t | colleague[s] = t; end;

procedure noneReturned(s : Session);
begin
  for t : Technician do returned[s][t] := false; end;
end;

procedure goesTo(s : Session; to_ : Status);
begin
  noneReturned(s);
  status[s] := to_;
end;

procedure interrupt(s : Session; by_ : Status);
begin
  resume[s] := status[s];
  goesTo(s, by_);
end;

procedure comesBack(s : Session);
begin
  status[s] := resume[s];
  resume[s] := nowhere;
  for t : Technician do
    if atWork(s, t) then returned[s][t] := true; end;
  end;
end;

procedure ends(s : Session; how : Status);
begin
  goesTo(s, how);
  resume[s] := nowhere;
  taken[s] := false;
  invited[s] := 0;
end;

startstate begin
  for s : Session do
    status[s] := notBegun;
    resume[s] := nowhere;
    timeout[s] := none;
    taken[s] := false;
    owner[s] := 0;
    colleague[s] := 0;
    invited[s] := 0;
    noneReturned(s);
  end;
end;

ruleset s : Session do
  rule "enter a channel" status[s] = notBegun ==> begin status[s] := connecting; end;
  rule "applet connects" status[s] = connecting ==> begin status[s] := waiting; end;
  rule "device restarts" status[s] = waiting | status[s] = transferring ==> begin interrupt(s, rebooting); end;
  rule "reboot done" status[s] = rebooting ==> begin comesBack(s); end;
  rule "connection lost" status[s] = waiting | status[s] = active | status[s] = transferring | status[s] = onHold ==>
    begin interrupt(s, reconnecting); end;
  rule "connection restored" status[s] = reconnecting ==> begin comesBack(s); end;
  rule "five minutes pass" status[s] = rebooting | status[s] = reconnecting ==> begin status[s] := offline; end;
  rule "reached again" status[s] = offline & resume[s] != collaborating ==> begin comesBack(s); end;
  rule "host reaches it again" status[s] = offline & resume[s] = collaborating ==>
    begin resume[s] := active; colleague[s] := 0; comesBack(s); end;
  rule "collaboration times out" status[s] = collaborating ==>
    begin returned[s][colleague[s]] := false; colleague[s] := 0; status[s] := active; end;
  rule "administrator's time-out" status[s] = waiting | status[s] = active | status[s] = transferring
    | status[s] = onHold ==>
    begin ends(s, timedOut); timeout[s] := administrator; end;
  rule "system's time-out" status[s] = waiting | status[s] = active | status[s] = transferring | status[s] = onHold
    | status[s] = reconnecting | status[s] = offline ==>
    begin ends(s, timedOut); timeout[s] := system; end;
  rule "waiting customer closes" status[s] = waiting | (status[s] = transferring & !taken[s]) ==>
    begin ends(s, closedByWaitingCustomer); end;
  rule "customer closes" (status[s] = transferring & taken[s]) | status[s] = active | status[s] = onHold
    | status[s] = collaborating | status[s] = rebooting | status[s] = reconnecting | status[s] = offline ==>
    begin ends(s, closedByCustomer); end;
  rule "leaves the queue" status[s] = closedByTechnician ==> begin status[s] := removed; owner[s] := 0; end;

  ruleset t : Technician do
    rule "give a code" status[s] = notBegun ==> begin status[s] := connecting; owner[s] := t; end;
    rule "pick up" status[s] = waiting & (owner[s] = 0 | owner[s] = t) & free(t) ==>
      begin status[s] := active; taken[s] := true; owner[s] := t; end;
    rule "automatic pick-up" status[s] = waiting & owner[s] = t & free(t) ==>
      begin status[s] := active; taken[s] := true; end;
    rule "hold" (status[s] = active | status[s] = collaborating | status[s] = transferring) & owner[s] = t ==>
      begin goesTo(s, onHold); taken[s] := true; colleague[s] := 0; end;
    rule "resume" status[s] = onHold & owner[s] = t & free(t) ==> begin status[s] := active; end;
    rule "accept" status[s] = transferring & colleague[s] = t & free(t) ==>
      begin status[s] := active; taken[s] := true; owner[s] := t; colleague[s] := 0; end;
    rule "accept and hold" status[s] = transferring & colleague[s] = t ==>
      begin status[s] := onHold; taken[s] := true; owner[s] := t; colleague[s] := 0; end;
    rule "take back" status[s] = transferring & owner[s] = t & free(t) ==>
      begin status[s] := active; taken[s] := true; colleague[s] := 0; end;
    rule "invitation ends" invited[s] = t ==> begin invited[s] := 0; end;
    rule "guest leaves" status[s] = collaborating & colleague[s] = t ==>
      begin returned[s][t] := false; colleague[s] := 0; status[s] := active; end;
    rule "reboot" (status[s] = active | status[s] = onHold | status[s] = collaborating) & owner[s] = t ==>
      begin interrupt(s, rebooting); end;
    rule "technician closes" (status[s] = active | status[s] = closedByCustomer | status[s] = rebooting | status[s] = offline
      | (status[s] = timedOut & timeout[s] = administrator)) & mine(s, t) ==>
      begin ends(s, closedByTechnician); timeout[s] := none; owner[s] := t; colleague[s] := 0; end;

    ruleset u : Technician do
      rule "transfer" t != u & (status[s] = waiting | status[s] = active | status[s] = onHold) & invited[s] = 0
        & (owner[s] = 0 | owner[s] = t) ==>
        begin goesTo(s, transferring); owner[s] := t; colleague[s] := u; end;
      rule "invite" t != u & status[s] = active & owner[s] = t & invited[s] = 0 ==> begin invited[s] := u; end;
      rule "join" invited[s] = t & owner[s] = u & free(t) & (status[s] = active | (status[s] = onHold & free(u))) ==>
        begin status[s] := collaborating; colleague[s] := t; invited[s] := 0; end;
    end;
  end;
end;

invariant "what a technician takes stays within capacity"
  forall t : Technician do takenByHand(t) <= CAPACITY end;
