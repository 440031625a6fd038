-- The alternating bit protocol over lossy bags, restated by hand for rumur: a bag says how many there are of each message.
const
  CAPACITY : 2;
type
  Bit : 0..1;
  Number : 0..2;
  Many : 0..CAPACITY;
var
  -- The sender: whether it is sending, the bit, and the number of the message it took last.
  sending : boolean;
  sBit : Bit;
  sNumber : Number;
  -- The receiver: the bit it waits for, and the number of the message it delivered last.
  rBit : Bit;
  rNumber : Number;
  data : array [Bit] of array [Number] of Many;
  acks : array [Bit] of Many;

function dataIn() : Many;
begin return data[0][0] + data[0][1] + data[0][2] + data[1][0] + data[1][1] + data[1][2]; end;
function acksIn() : Many;
begin return acks[0] + acks[1]; end;

startstate begin
  sending := false;
  sBit := 0;
  sNumber := 2;
  rBit := 0;
  rNumber := 2;
  for b : Bit do
    acks[b] := 0;
    for n : Number do data[b][n] := 0; end;
  end;
end;

rule "take" !sending ==> begin sending := true; sNumber := (sNumber + 1) % 3; end;
rule "transmit" sending & dataIn() < CAPACITY ==>
  begin data[sBit][sNumber] := data[sBit][sNumber] + 1; end;
ruleset b : Bit; n : Number do
  rule "deliver" data[b][n] > 0 & acksIn() < CAPACITY & b = rBit ==>
    begin
      data[b][n] := data[b][n] - 1;
      acks[b] := acks[b] + 1;
      rNumber := n;
      rBit := 1 - rBit;
    end;
  rule "acknowledge again" data[b][n] > 0 & acksIn() < CAPACITY & b != rBit ==>
    begin data[b][n] := data[b][n] - 1; acks[b] := acks[b] + 1; end;
  rule "lose data" data[b][n] > 0 ==> begin data[b][n] := data[b][n] - 1; end;
end;
ruleset b : Bit do
  rule "acknowledged" sending & acks[b] > 0 & b = sBit ==>
    begin acks[b] := acks[b] - 1; sending := false; sBit := 1 - sBit; end;
  rule "ignore" acks[b] > 0 & b != sBit ==> begin acks[b] := acks[b] - 1; end;
  rule "lose an acknowledgement" acks[b] > 0 ==> begin acks[b] := acks[b] - 1; end;
end;

cover "a message is delivered twice, or one is lost" rBit != sBit & rNumber != sNumber;
cover "both channels can be full" dataIn() = CAPACITY & acksIn() = CAPACITY;
