/** Bindings that are images of each other under exchanging instances. */
import type { Binding, Instance } from '../../system/instances.ts';
import { namedIn, patternAmong } from '../../system/symmetry.ts';
import type { Exchanged } from './exchanged.ts';
import { type Renaming, renamingOf } from './renaming.ts';

/** Of some bindings the images of one of them, itself included. */
export function imagesOf(
  instances: ReadonlyMap<string, Instance>,
  exchanged: readonly Exchanged[],
  bindings: readonly Binding[],
  one: Binding,
): readonly Binding[] {
  const members = new Set(exchanged.flatMap((each) => each.members));
  const patternOf = (binding: Binding): string => patternAmong(instances, ({ name }) => members.has(name), binding);
  const pattern = patternOf(one);
  return bindings.filter((each) => patternOf(each) === pattern);
}

/** A renaming that turns a binding into an image of it. */
export function renamingTo(
  instances: ReadonlyMap<string, Instance>,
  exchanged: readonly Exchanged[],
  from: Binding,
  to: Binding,
): Renaming {
  const namesIn = (binding: Binding): readonly string[] =>
    Object.values(binding).flatMap((value) => namedIn(instances, String(value)));
  const images = namesIn(to);
  const wanted = new Map(namesIn(from).map((name, index) => [name, images[index] as string]));
  const taken = new Set(wanted.values());
  const rest = exchanged.flatMap(({ members }) => {
    const free = members.filter((member) => !taken.has(member));
    return members
      .filter((member) => !wanted.has(member))
      .map((member, index): [string, string] => [member, free[index] as string]);
  });
  return renamingOf(instances, new Map([...wanted, ...rest]));
}
