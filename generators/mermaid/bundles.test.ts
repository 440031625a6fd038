import { describe, expect, test } from 'vitest';
import { session } from '../../model/rescue/session.atlas.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import type { Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { type Bundle, byGroup, byState } from './bundles.ts';
import { edgesOf, edgeText, targetKey } from './edges.ts';

/** What a reader takes from the arrows: which state can go where, and on what. */
const read = (bundles: readonly Bundle[]): readonly string[] =>
  bundles
    .flatMap(({ to, parts }) =>
      parts.flatMap(({ texts, from }) =>
        texts.flatMap((text) => from.map((state) => `${state}\n${text}\n${targetKey(to)}`)),
      ),
    )
    .sort();

const written = (table: Table): readonly string[] =>
  [
    ...new Set(edgesOf(table).map((edge) => `${edge.from}\n${edgeText(table, edge, 'en')}\n${targetKey(edge.to)}`)),
  ].sort();

describe('arrows say what the rows say, no more and no less', () => {
  law.prop([tableArbitrary()])('drawn from states', (table) => {
    expect(read(byState(table, edgesOf(table), 'en'))).toEqual(written(table));
  });

  law.prop([tableArbitrary()])('drawn from groups', (table) => {
    const bundles = byGroup(table, edgesOf(table), 'en');
    expect(read(bundles)).toEqual(written(table));
    for (const { start, parts } of bundles)
      for (const state of parts.flatMap(({ from }) => from))
        if ('state' in start) expect(state).toBe(start.state);
        else expect(table.states[state]?.group).toBe(start.group);
  });
});

test('the arrow from the states at work to rebooting says which of them an event is for', () => {
  const arrow = byGroup(session, edgesOf(session), 'en').find(
    ({ start, to }) => 'group' in start && start.group === 'work' && 'state' in to && to.state === 'rebooting',
  );
  expect(arrow?.parts).toEqual([
    { texts: ['reboot'], from: ['active', 'onHold', 'collaboration'] },
    { texts: ['device restarts'], from: ['outgoing'] },
  ]);
});
