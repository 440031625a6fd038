/** A fleet small enough for every engine: three sessions, two technicians. */
import { fleet } from './fleet.ts';

export const fleetS = fleet({ name: 'fleet-s', sessions: 3, technicians: 2, capacity: 1 });
