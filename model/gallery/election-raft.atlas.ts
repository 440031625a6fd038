/** The election of a leader by three nodes that write down their votes. */
import { electionWithMemory } from './election.ts';

export const electionRaft = electionWithMemory('election-raft');
