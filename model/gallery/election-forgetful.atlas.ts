/** The election of a leader by three nodes that forget their votes when they crash. */
import { electionForgetful } from './election.ts';

export const electionByForgetfulNodes = electionForgetful('election-forgetful');
