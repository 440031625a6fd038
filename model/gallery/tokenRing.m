-- A token ring, restated by hand for rumur: one place for the token, where the system asks each node whether it holds it.
const
  NODES : 5;
type
  Node : 0..NODES - 1;
  Place : 0..NODES; -- NODES is nowhere: the ring has not been started
var
  token : Place;
  -- A node without the token wants to work, or the one with the token works.
  busy : array [Node] of boolean;

startstate begin
  token := NODES;
  for n : Node do busy[n] := false; end;
end;

ruleset n : Node do
  rule "want" token != n & !busy[n] ==> begin busy[n] := true; end;
  rule "start" token = NODES ==> begin token := n; end;
  rule "finish" token = n & busy[n] ==> begin busy[n] := false; end;
  rule "pass" token = n & !busy[n] ==> begin token := (n + 1) % NODES; end;
end;

cover "all can want to work at once" token = NODES & forall n : Node do busy[n] end;
cover "the last one can have the token" token = NODES - 1;
