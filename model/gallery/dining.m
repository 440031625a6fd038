-- Dining philosophers, restated by hand for rumur. The constants stand in a file of their own, which is read before this one.
-- The fork with a philosopher's number is the one on the left; the one on the right has the number of the next philosopher.
type
  Philosopher : 0..PHILOSOPHERS - 1;
  State : enum { thinking, hasLeft, eating };
var
  state : array [Philosopher] of State;
  taken : array [Philosopher] of boolean;

function next(p : Philosopher) : Philosopher;
begin return (p + 1) % PHILOSOPHERS; end;

function withForks() : 0..PHILOSOPHERS;
var
  n : 0..PHILOSOPHERS;
begin
  n := 0;
  for p : Philosopher do if state[p] != thinking then n := n + 1; end; end;
  return n;
end;

startstate begin
  for p : Philosopher do state[p] := thinking; taken[p] := false; end;
end;

ruleset p : Philosopher do
  rule "take the left fork" state[p] = thinking & !taken[p] & withForks() < MOST_WITH_FORKS ==>
    begin state[p] := hasLeft; taken[p] := true; end;
  rule "take the right fork" state[p] = hasLeft & !taken[next(p)] ==>
    begin state[p] := eating; taken[next(p)] := true; end;
  rule "put both forks down" state[p] = eating ==>
    begin state[p] := thinking; taken[p] := false; taken[next(p)] := false; end;
end;

invariant "neighbours never eat at the same time" forall p : Philosopher do
  !(state[p] = eating & state[next(p)] = eating) end;
cover "the first one can eat" state[0] = eating;
cover "all but one can have a fork" withForks() = PHILOSOPHERS - 1;
