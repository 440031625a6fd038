/** Why events cannot happen: what a reader asks of a button that is off. */
import { isSystem, type Model } from '../system/types.ts';
import type { Configuration, Machine, SystemConfiguration, TableConfiguration } from './machine.ts';
import { systemRefusals } from './refusals-system.ts';
import { type Refusal, tableRefusals } from './refusals-table.ts';

export type { Reason, Refusal } from './refusals-table.ts';

/** Every event that has no enabled step in a configuration, with the reasons; of a system every binding of every event. */
export const refusalsOf = (model: Model, machine: Machine, at: Configuration): readonly Refusal[] =>
  isSystem(model)
    ? systemRefusals(model, machine, at as SystemConfiguration)
    : tableRefusals(model, machine, at as TableConfiguration);
