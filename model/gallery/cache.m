-- Snooping cache coherence (MSI), restated by hand for rumur. A copy is described by whether it is what was written last.
const
  CACHES : 3;
type
  Cache : scalarset(CACHES);
  State : enum { I, S, M };
var
  state : array [Cache] of State;
  current : array [Cache] of boolean;
  memoryCurrent : boolean;

startstate begin
  for c : Cache do state[c] := I; current[c] := false; end;
  memoryCurrent := true;
end;

ruleset c : Cache do
  rule "read from memory" state[c] = I & forall x : Cache do state[x] != M end ==>
    begin state[c] := S; current[c] := memoryCurrent; end;
  ruleset o : Cache do
    rule "read from the cache that has the only copy" state[c] = I & state[o] = M ==>
      begin state[c] := S; state[o] := S; current[c] := current[o]; memoryCurrent := current[o]; end;
  end;
  rule "write" state[c] != M ==>
    begin
      for x : Cache do state[x] := I; current[x] := false; end;
      state[c] := M;
      current[c] := true;
      memoryCurrent := false;
    end;
  rule "evict a copy" state[c] = S ==> begin state[c] := I; current[c] := false; end;
  rule "evict the only copy" state[c] = M ==>
    begin state[c] := I; memoryCurrent := current[c]; current[c] := false; end;
end;

invariant "whoever may write has the only copy" forall a : Cache do forall b : Cache do
  a != b -> !(state[a] = M & state[b] != I) end end;
invariant "every copy is current" forall c : Cache do state[c] != I -> current[c] end;
invariant "memory is behind only while one cache has the only copy"
  memoryCurrent | exists c : Cache do state[c] = M end;
cover "all can have a copy" forall c : Cache do state[c] = S end;
