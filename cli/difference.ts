import { diff } from 'node:util';

const CONTEXT = 2;

/** The lines that differ, with two lines around them; `-` is on disk, `+` is what the table gives. */
export function difference(before: string, after: string): string {
  const changes = diff(before.split('\n'), after.split('\n'));
  const near = changes.map((_, index) =>
    changes.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(([kind]) => kind !== 0),
  );
  const marks = { '-1': '+', '0': ' ', '1': '-' } as const;
  return changes
    .flatMap(([kind, line], index) => {
      if (near[index]) return [`  ${marks[`${kind}`]} ${line}`];
      return near[index - 1] ? ['  …'] : [];
    })
    .join('\n');
}
