-- Dijkstra's self-stabilising ring, restated by hand for rumur.
const
  MACHINES : 6;
  VALUES : 6;
type
  Machine : 0..MACHINES - 1;
  Value : 0..VALUES - 1;
var
  counter : array [Machine] of Value;

function privileged(m : Machine) : boolean;
begin
  if m = 0 then return counter[0] = counter[MACHINES - 1]; else return counter[m] != counter[m - 1]; end;
end;

function privileges() : 0..MACHINES;
var
  n : 0..MACHINES;
begin
  n := 0;
  for m : Machine do if privileged(m) then n := n + 1; end; end;
  return n;
end;

ruleset a : Value; b : Value; c : Value; d : Value; e : Value; f : Value do
  startstate begin
    counter[0] := a;
    counter[1] := b;
    counter[2] := c;
    counter[3] := d;
    counter[4] := e;
    counter[5] := f;
  end;
end;

ruleset m : Machine do
  rule "move" privileged(m) ==>
    begin
      if m = 0 then counter[0] := (counter[0] + 1) % VALUES; else counter[m] := counter[m - 1]; end;
    end;
end;

invariant "there is always a privilege" privileges() > 0;
cover "there can be five privileges at first" privileges() = 5;
liveness "there can always come to be a single privilege" privileges() = 1;
