-- The election of a leader as in Raft, restated by hand for rumur. Whether votes are forgotten stands in a file of its own, which is read
-- before this one. Node 0 is nobody.
const
  NODES : 3;
  LAST_TERM : 2;
type
  Node : 1..NODES;
  Somebody : 0..NODES;
  Term : 0..LAST_TERM;
  Role : enum { follower, candidate, leader };
var
  role : array [Node] of Role;
  currentTerm : array [Node] of Term;
  votedFor : array [Node] of Somebody;
  -- votesGranted[c][v]: v voted for c in the term in which c stood last.
  votesGranted : array [Node] of array [Node] of boolean;

function votes(c : Node) : 0..NODES;
var
  n : 0..NODES;
begin
  n := 0;
  for v : Node do if votesGranted[c][v] then n := n + 1; end; end;
  return n;
end;

startstate begin
  for n : Node do
    role[n] := follower;
    currentTerm[n] := 0;
    votedFor[n] := 0;
    for v : Node do votesGranted[n][v] := false; end;
  end;
end;

ruleset n : Node do
  rule "time-out" role[n] != leader & currentTerm[n] < LAST_TERM ==>
    begin
      role[n] := candidate;
      currentTerm[n] := currentTerm[n] + 1;
      votedFor[n] := n;
      for v : Node do votesGranted[n][v] := v = n; end;
    end;
  rule "become leader" role[n] = candidate & 2 * votes(n) > NODES ==> begin role[n] := leader; end;
  rule "crash" true ==> begin role[n] := follower; if FORGETS = 1 then votedFor[n] := 0; end; end;
  ruleset m : Node do
    rule "request and grant a vote" n != m & role[n] = candidate &
      (currentTerm[m] < currentTerm[n] | (currentTerm[m] = currentTerm[n] & votedFor[m] = 0)) ==>
      begin
        role[m] := follower;
        currentTerm[m] := currentTerm[n];
        votedFor[m] := n;
        votesGranted[n][m] := true;
      end;
    rule "heartbeat in the same term" role[n] = leader & role[m] != leader & currentTerm[m] = currentTerm[n] ==>
      begin role[m] := follower; end;
    rule "heartbeat of a later term" role[n] = leader & currentTerm[m] < currentTerm[n] ==>
      begin role[m] := follower; currentTerm[m] := currentTerm[n]; votedFor[m] := 0; end;
  end;
end;

invariant "nobody leads the term before the first" forall n : Node do role[n] = leader -> currentTerm[n] > 0 end;
invariant "a term has one leader at most, unless votes are forgotten" FORGETS = 1 | forall a : Node do forall b : Node do
  a != b -> !(role[a] = leader & role[b] = leader & currentTerm[a] = currentTerm[b]) end end;
cover "a node can be elected" role[1] = leader;
cover "a leader of an old term can be left over"
  exists a : Node do exists b : Node do
    role[a] = leader & role[b] = leader & currentTerm[a] < currentTerm[b] end end;
cover "a term has two leaders, if votes are forgotten"
  FORGETS = 0 | exists a : Node do exists b : Node do
    a != b & role[a] = leader & role[b] = leader & currentTerm[a] = currentTerm[b] end end;
