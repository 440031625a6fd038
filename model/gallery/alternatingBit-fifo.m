-- The alternating bit protocol over lossy queues, restated by hand for rumur. Free places of a queue hold zeros.
const
  CAPACITY : 2;
type
  Bit : 0..1;
  Number : 0..2;
  Length : 0..CAPACITY;
  Place : 0..CAPACITY - 1;
  Data : record bit : Bit; number : Number; end;
var
  -- The sender: whether it is sending, the bit, and the number of the message it took last.
  sending : boolean;
  sBit : Bit;
  sNumber : Number;
  -- The receiver: the bit it waits for, and the number of the message it delivered last.
  rBit : Bit;
  rNumber : Number;
  data : array [Place] of Data;
  dataLength : Length;
  acks : array [Place] of Bit;
  acksLength : Length;

procedure dropData(at : Place);
begin
  for i : Place do
    if i >= at & i + 1 < dataLength then
      data[i].bit := data[i + 1].bit;
      data[i].number := data[i + 1].number;
    end;
  end;
  dataLength := dataLength - 1;
  data[dataLength].bit := 0;
  data[dataLength].number := 0;
end;

procedure dropAck(at : Place);
begin
  for i : Place do
    if i >= at & i + 1 < acksLength then acks[i] := acks[i + 1]; end;
  end;
  acksLength := acksLength - 1;
  acks[acksLength] := 0;
end;

startstate begin
  sending := false;
  sBit := 0;
  sNumber := 2;
  rBit := 0;
  rNumber := 2;
  for i : Place do
    data[i].bit := 0;
    data[i].number := 0;
    acks[i] := 0;
  end;
  dataLength := 0;
  acksLength := 0;
end;

rule "take" !sending ==> begin sending := true; sNumber := (sNumber + 1) % 3; end;
rule "transmit" sending & dataLength < CAPACITY ==>
  begin data[dataLength].bit := sBit; data[dataLength].number := sNumber; dataLength := dataLength + 1; end;
rule "deliver" dataLength > 0 & acksLength < CAPACITY & data[0].bit = rBit ==>
  begin
    acks[acksLength] := rBit;
    acksLength := acksLength + 1;
    rNumber := data[0].number;
    rBit := 1 - rBit;
    dropData(0);
  end;
rule "acknowledge again" dataLength > 0 & acksLength < CAPACITY & data[0].bit != rBit ==>
  begin
    acks[acksLength] := data[0].bit;
    acksLength := acksLength + 1;
    dropData(0);
  end;
rule "acknowledged" sending & acksLength > 0 & acks[0] = sBit ==>
  begin sending := false; sBit := 1 - sBit; dropAck(0); end;
rule "ignore" acksLength > 0 & acks[0] != sBit ==> begin dropAck(0); end;
ruleset i : Place do
  rule "lose data" i < dataLength ==> begin dropData(i); end;
  rule "lose an acknowledgement" i < acksLength ==> begin dropAck(i); end;
end;

invariant "messages are delivered in order, none lost and none twice"
  (rBit = sBit & !sending -> rNumber = sNumber) &
  (rBit = sBit & sending -> (rNumber + 1) % 3 = sNumber) &
  (rBit != sBit -> sending & rNumber = sNumber);
cover "both channels can be full" dataLength = CAPACITY & acksLength = CAPACITY;
