/** A sparse fleet: eight sessions of which no more than two are open at once, so that few of their combinations occur. */
import { fleet } from './fleet.ts';

export const fleetX = fleet({ name: 'fleet-x', sessions: 8, technicians: 2, capacity: 1, mostOpen: 2 });
