/** The flagship's help desk: three customers, and two technicians who each work on one session at a time. */
import { helpDeskOf } from './helpDesk.ts';

export const helpDesk = helpDeskOf({ sessions: 3, technicians: 2, capacity: 1 });
