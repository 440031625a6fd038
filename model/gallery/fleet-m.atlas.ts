/** A fleet of some million configurations: four sessions, two technicians. */
import { fleet } from './fleet.ts';

export const fleetM = fleet({ name: 'fleet-m', sessions: 4, technicians: 2, capacity: 1 });
