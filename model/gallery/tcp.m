-- One end of a TCP connection, restated by hand for rumur: one rule per expanded row.
type
  Status : enum { closed, listen, synSent, synReceived, established, finWait1, finWait2, closing, timeWait, closeWait, lastAck };
  Opened : enum { nowise, passively, actively };
var
  status : Status;
  opened : Opened;

startstate begin status := closed; opened := nowise; end;

rule "passive OPEN" status = closed ==> begin status := listen; opened := passively; end;
rule "active OPEN" status = closed ==> begin status := synSent; opened := actively; end;
rule "SEND" status = listen ==> begin status := synSent; opened := actively; end;
rule "SYN to a listener" status = listen ==> begin status := synReceived; end;
rule "simultaneous SYN" status = synSent ==> begin status := synReceived; end;
rule "SYN and ACK" status = synSent ==> begin status := established; end;
rule "ACK of the SYN" status = synReceived ==> begin status := established; end;
rule "RST to a passive end" status = synReceived & opened = passively ==> begin status := listen; end;
rule "RST to an active end" status = synReceived & opened = actively ==> begin status := closed; opened := nowise; end;
rule "CLOSE while opening" status = synReceived ==> begin status := finWait1; end;
rule "CLOSE first" status = established ==> begin status := finWait1; end;
rule "FIN while opening" status = synReceived ==> begin status := closeWait; end;
rule "FIN first" status = established ==> begin status := closeWait; end;
rule "ACK of the FIN" status = finWait1 ==> begin status := finWait2; end;
rule "simultaneous FIN" status = finWait1 ==> begin status := closing; end;
rule "FIN with the ACK" status = finWait1 ==> begin status := timeWait; end;
rule "FIN later" status = finWait2 ==> begin status := timeWait; end;
rule "ACK while closing" status = closing ==> begin status := timeWait; end;
rule "CLOSE second" status = closeWait ==> begin status := lastAck; end;
rule "last ACK" status = lastAck ==> begin status := closed; opened := nowise; end;
rule "two segment lifetimes" status = timeWait ==> begin status := closed; opened := nowise; end;
rule "CLOSE a listener" status = listen ==> begin status := closed; opened := nowise; end;
rule "CLOSE before the answer" status = synSent ==> begin status := closed; opened := nowise; end;
rule "RST" status != closed & status != listen & status != synReceived ==> begin status := closed; opened := nowise; end;
rule "ABORT" status != closed ==> begin status := closed; opened := nowise; end;

invariant "closed and not opened are the same" (status = closed) = (opened = nowise);
invariant "nobody sends a SYN while listening" !(status = synSent & opened = passively);
