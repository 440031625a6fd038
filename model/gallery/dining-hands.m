-- Left-handed and right-handed philosophers, restated by hand for rumur: one who has a single fork took it with the better hand.
const
  PHILOSOPHERS : 3;
type
  Philosopher : 0..PHILOSOPHERS - 1;
  State : enum { thinking, hasOne, eating };
var
  leftHanded : array [Philosopher] of boolean;
  state : array [Philosopher] of State;
  taken : array [Philosopher] of boolean;

function next(p : Philosopher) : Philosopher;
begin return (p + 1) % PHILOSOPHERS; end;

-- The fork that is taken first, and the one that is taken second.
function one(p : Philosopher) : Philosopher;
begin return leftHanded[p] ? p : next(p); end;
function other(p : Philosopher) : Philosopher;
begin return leftHanded[p] ? next(p) : p; end;

ruleset first : boolean; second : boolean; third : boolean do
  startstate begin
    for p : Philosopher do state[p] := thinking; taken[p] := false; end;
    leftHanded[0] := first;
    leftHanded[1] := second;
    leftHanded[2] := third;
  end;
end;

ruleset p : Philosopher do
  rule "take one fork" state[p] = thinking & !taken[one(p)] ==> begin state[p] := hasOne; taken[one(p)] := true; end;
  rule "take the other fork" state[p] = hasOne & !taken[other(p)] ==>
    begin state[p] := eating; taken[other(p)] := true; end;
  rule "put both forks down" state[p] = eating ==>
    begin state[p] := thinking; taken[p] := false; taken[next(p)] := false; end;
end;

invariant "neighbours never eat at the same time" forall p : Philosopher do
  !(state[p] = eating & state[next(p)] = eating) end;
invariant "those of both kinds are never stuck"
  (exists p : Philosopher do leftHanded[p] end & exists p : Philosopher do !leftHanded[p] end) ->
  !(forall p : Philosopher do state[p] = hasOne end);
cover "those who are all left-handed can be stuck" forall p : Philosopher do leftHanded[p] & state[p] = hasOne end;
