/** Faults in the synchronised events of a system: their conditions and assignments. */
import { isIdle } from '../../model/system/happenings.ts';
import type { System, SystemEvent } from '../../model/system/types.ts';
import type { Path } from '../../model/table/diagnostic.ts';
import { type Fault, type Mutant, type MutationKind, mutantName } from './mutant.ts';

/** Each condition of an event turned round, and left out; each of its assignments left out. */
export function* changedEvents(system: System): Generator<Mutant<System>> {
  for (const kind of ['negate guard', 'widen guard', 'drop assignment'] as const)
    for (const [name, event] of Object.entries(system.events ?? {}))
      for (const [detail, path, changed] of changesOf(kind, event)) {
        const fault: Fault = { event: name, ...detail };
        yield {
          kind,
          fault,
          name: mutantName(kind, fault),
          path: ['events', name, ...path],
          changes: [['events', name]],
          model: { ...system, events: { ...system.events, [name]: changed } },
        };
      }
}

type Change = readonly [detail: { readonly of?: string }, path: Path, changed: SystemEvent];

function changesOf(kind: MutationKind, event: SystemEvent): readonly Change[] {
  const { when, set, ...rest } = event;
  if (kind === 'drop assignment')
    return Object.keys(set ?? {}).flatMap((target): readonly Change[] => {
      const { [target]: _, ...others } = set as NonNullable<typeof set>;
      const changed = { ...event, set: others };
      return isIdle(changed) ? [] : [[{ of: target }, ['set', target], changed]];
    });
  if (when === undefined) return [];
  const without = { ...rest, ...(set !== undefined && { set }) };
  return [[{}, ['when'], kind === 'negate guard' ? { ...event, when: { not: when } } : without]];
}
