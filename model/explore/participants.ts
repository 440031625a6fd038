/** Who takes part in a step of a system. */
import { type NamedEvent, type Participant, participantsOf } from '../system/events.ts';
import { type Binding, bindingsOf } from '../system/instances.ts';
import { holdsInSystem, type Semantics } from './holds-system.ts';
import type { SystemConfiguration } from './machine.ts';

/** All who take part in a binding, those of `each` after those that the event names; nothing where it is no binding. */
export function takingPart(
  semantics: Semantics,
  event: NamedEvent,
  binding: Binding,
  at: SystemConfiguration,
): readonly Participant[] | undefined {
  const { system, instances } = semantics;
  const named = participantsOf(system, event, binding);
  if (named === undefined) return undefined;
  const all = [...named];
  const isNew = ({ instance }: Participant): boolean => !all.some((other) => other.instance === instance);
  for (const group of event.each ?? [])
    for (const bound of bindingsOf(instances, group.with, group.distinct, binding)) {
      if (group.is !== undefined && !holdsInSystem(semantics, group.is, { at, bound })) continue;
      const members = participantsOf(system, group, bound);
      if (members?.every(isNew)) all.push(...members);
    }
  return all;
}
