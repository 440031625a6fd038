/** A table or a system as a module for XState v5, and what of it such a module cannot say. */
import { isSystem, type Model } from '../../model/system/types.ts';
import { systemLeavesOut, xstateOfSystem } from './xstate-system.ts';
import { tableLeavesOut, xstateOfTable } from './xstate-table.ts';

/** The module. */
export const xstate = (model: Model): string => (isSystem(model) ? xstateOfSystem(model) : xstateOfTable(model));

/** What of the model the module cannot say, one line each. */
export const xstateLeavesOut = (model: Model): readonly string[] =>
  isSystem(model) ? systemLeavesOut(model) : tableLeavesOut(model);
