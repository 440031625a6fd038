-- Two-phase commit, restated by hand for rumur from the TLA+ module TwoPhase by Gray and Lamport, action by action. The number of resource
-- managers stands in a file of its own, which is read before this one.
type
  Resource : scalarset(RESOURCES);
  ResourceState : enum { working, prepared, committed, aborted };
  ManagerState : enum { init, hasCommitted, hasAborted };
var
  rmState : array [Resource] of ResourceState;
  tmState : ManagerState;
  tmPrepared : array [Resource] of boolean;
  -- The set of messages that were ever sent.
  preparedMsg : array [Resource] of boolean;
  commitMsg : boolean;
  abortMsg : boolean;

startstate begin
  for r : Resource do
    rmState[r] := working;
    tmPrepared[r] := false;
    preparedMsg[r] := false;
  end;
  tmState := init;
  commitMsg := false;
  abortMsg := false;
end;

ruleset r : Resource do
  rule "TMRcvPrepared" tmState = init & preparedMsg[r] ==> begin tmPrepared[r] := true; end;
  rule "RMPrepare" rmState[r] = working ==> begin rmState[r] := prepared; preparedMsg[r] := true; end;
  rule "RMChooseToAbort" rmState[r] = working ==> begin rmState[r] := aborted; end;
  rule "RMRcvCommitMsg" commitMsg ==> begin rmState[r] := committed; end;
  rule "RMRcvAbortMsg" abortMsg ==> begin rmState[r] := aborted; end;
end;
rule "TMCommit" tmState = init & forall r : Resource do tmPrepared[r] end ==>
  begin tmState := hasCommitted; commitMsg := true; end;
rule "TMAbort" tmState = init ==> begin tmState := hasAborted; abortMsg := true; end;

invariant "TCConsistent" forall a : Resource do forall b : Resource do
  !(rmState[a] = aborted & rmState[b] = committed) end end;
cover "all can commit" forall r : Resource do rmState[r] = committed end;
cover "all can abort" forall r : Resource do rmState[r] = aborted end;
