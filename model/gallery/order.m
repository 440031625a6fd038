-- An order, restated by hand for rumur: one rule per expanded row.
type
  Status : enum { cart, placed, paid, shipped, cancelled };
var
  status : Status;
  attempts : 0..3;

startstate begin status := cart; attempts := 0; end;

rule "cart place" status = cart ==> begin status := placed; end;
rule "placed decline again" status = placed & attempts < 3 ==> begin attempts := attempts + 1; end;
rule "placed decline last" status = placed & attempts = 3 ==> begin status := cancelled; end;
rule "placed pay" status = placed ==> begin status := paid; end;
rule "paid ship" status = paid ==> begin status := shipped; end;
rule "cart cancel" status = cart ==> begin status := cancelled; end;
rule "cart expire" status = cart ==> begin status := cancelled; end;
rule "placed cancel" status = placed ==> begin status := cancelled; end;
rule "placed expire" status = placed ==> begin status := cancelled; end;

invariant "from the cart nothing was declined yet" status = cart -> attempts = 0;
