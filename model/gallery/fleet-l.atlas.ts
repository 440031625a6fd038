/** A fleet of many million configurations, found densely among those that can be written down: four sessions, three technicians. */
import { fleet } from './fleet.ts';

export const fleetL = fleet({ name: 'fleet-l', sessions: 4, technicians: 3, capacity: 1 });
