-- Peterson's algorithm for two processes, restated by hand for rumur as the program that each of them runs: pc is the line it is at.
type
  Process : 0..1;
  Line : 0..3;
var
  pc : array [Process] of Line;
  flag : array [Process] of boolean;
  turn : Process;

ruleset first : Process do
  startstate begin
    for p : Process do pc[p] := 0; flag[p] := false; end;
    turn := first;
  end;
end;

ruleset i : Process do
  rule "0: flag[i] := true" pc[i] = 0 ==> begin flag[i] := true; pc[i] := 1; end;
  rule "1: turn := 1 - i" pc[i] = 1 ==> begin turn := 1 - i; pc[i] := 2; end;
  rule "2: await !flag[1 - i] or turn = i" pc[i] = 2 & (!flag[1 - i] | turn = i) ==> begin pc[i] := 3; end;
  rule "3: flag[i] := false" pc[i] = 3 ==> begin flag[i] := false; pc[i] := 0; end;
end;

invariant "they are never both in the critical section" !(pc[0] = 3 & pc[1] = 3);
cover "the first can enter while the second stays away" pc[0] = 3 & pc[1] = 0;
cover "the second can enter while the first stays away" pc[1] = 3 & pc[0] = 0;
