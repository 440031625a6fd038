/** The alternating bit protocol over channels that lose messages and keep their order. */
import { alternatingBit } from './alternatingBit.ts';

export const alternatingBitFifo = alternatingBit('alternatingBit-fifo');
