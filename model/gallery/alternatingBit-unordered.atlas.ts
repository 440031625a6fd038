/** The alternating bit protocol over channels that lose messages and their order, for which it was not made. */
import { alternatingBitUnordered } from './alternatingBit.ts';

export const alternatingBitWithoutOrder = alternatingBitUnordered('alternatingBit-unordered');
