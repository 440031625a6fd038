/** Findings about parameters of a system's events that nothing in the event depends on. */
import type { System } from '../../model/system/types.ts';
import type { Report } from './report.ts';
import { say } from './sayings/index.ts';

/**
 * SA215: the event has a step for each value of such a parameter, and all of them do the same. A parameter is used where its name stands:
 * as a key, as a value, or in a parameter that is made from it.
 */
export const unusedParameters = ({ events = {} }: System): readonly Report[] =>
  Object.entries(events).flatMap(([name, { label: _, description: __, by: ___, after: ____, ...event }]) => {
    const groups = [event, ...(event.each ?? [])];
    const unused = groups.flatMap((group) => Object.keys(group.with ?? {}).filter((each) => !isNamed(each, group)));
    if (unused.length === 0) return [];
    const saying = say('unusedParameters', name, unused);
    return [{ code: 'SA215', events: [name], saying, path: ['events', name] }];
  });

/** Whether a name stands in a part in another place than its declaration under `with`. */
function isNamed(name: string, { with: parameters = {}, ...part }: { readonly with?: object }): boolean {
  const inside = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return value === name;
    if (!Array.isArray(value) && Object.hasOwn(value, name)) return true;
    return Object.values(value).some(inside);
  };
  return inside(part) || Object.values(parameters).some((each) => typeof each === 'object' && inside(each));
}
