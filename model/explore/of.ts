import { isSystem, type Model } from '../system/types.ts';
import type { Machine } from './machine.ts';
import { tableMachine } from './naive.ts';
import { systemMachine } from './naive-system.ts';

/** The behaviour of a table or of a system, as the language defines it. */
export const machineOf = (model: Model): Machine => (isSystem(model) ? systemMachine(model) : tableMachine(model));
