/** Folded diagrams: every box, count and arrow against numbers counted from the table in another way. */
import { describe, expect, test } from 'vitest';
import { session as flagship } from '../../model/rescue/session.atlas.ts';
import { selectStates } from '../../model/table/select.ts';
import { STAY, type Table } from '../../model/table/types.ts';
import type { Diagram, DrawnEdge } from '../artefact.ts';
import { shorten } from '../characters.ts';
import { wrap } from './escape.ts';
import { actorDiagram, neighbourhood, overview } from './state-diagram.ts';
import { mermaidReader } from './testing.ts';

const session: Table = flagship;

const shown = (model: Table, language = 'en') => ({ model, language, places: () => undefined });

/** A ring of states with chords, in some groups or in none. */
const ring = (size: number, groups: number): Table => ({
  name: 'ring',
  states: Object.fromEntries(
    Array.from({ length: size }, (_, index) => [
      `q${index}`,
      { ...(index === 0 && { initial: true as const }), ...(groups > 0 && { group: `g${index % groups}` }) },
    ]),
  ),
  events: { next: { by: 'someone' }, home: {} },
  transitions: [
    ...Array.from({ length: size }, (_, index) => ({ from: `q${index}`, on: 'next', to: `q${(index + 1) % size}` })),
    { from: { except: [] }, on: 'home', to: 'q0' },
  ],
});

/** All pairs of boxes between which a row leads, told from the rows themselves. */
function pairsOf(table: Table, boxOf: (state: string) => string): readonly string[] {
  const pairs = table.transitions.flatMap(({ from, to }) =>
    selectStates(table.states, from).flatMap((state) => {
      const target = typeof to === 'string' ? (to === STAY ? state : to) : undefined;
      return target === undefined ? [] : [`${boxOf(state)} → ${boxOf(target)}`];
    }),
  );
  return [...new Set(pairs)].filter((pair) => new Set(pair.split(' → ')).size === 2).toSorted();
}

const boxes = ({ legend }: Pick<Diagram, 'legend'>, edges: readonly DrawnEdge[]): readonly string[] => {
  const name = (id = ''): string => {
    const node = legend?.nodes[id];
    if (node === undefined) return 'mark';
    return 'folded' in node ? node.folded : 'state' in node ? node.state : 'recalled';
  };
  return edges
    .map(({ from, to }) => `${name(from)} → ${name(to)}`)
    .filter((pair) => !/mark|recalled/.test(pair) && new Set(pair.split(' → ')).size === 2)
    .toSorted();
};

describe('the overview of a table with groups', () => {
  const { foldings = [] } = overview(shown(session));

  test('has everything, everything folded, and each group unfolded', () => {
    expect(foldings.map(({ open }) => open)).toEqual([undefined, 'queue', 'work', 'interrupted', 'over']);
  });

  test('has a box for each group, with all its states, and the arrows that rows lead over', () => {
    const [folded] = foldings as [Diagram];
    const groups = Object.values(folded.legend?.nodes ?? {}).flatMap((node) => ('folded' in node ? [node] : []));
    expect(groups.map(({ folded: key, states }) => [key, states.length])).toEqual([
      ['queue', 4],
      ['work', 4],
      ['interrupted', 3],
      ['over', 4],
    ]);
    expect(boxes(folded, folded.legend?.edges ?? [])).toEqual(
      pairsOf(session, (state) => session.states[state]?.group ?? state),
    );
  });

  test('says in another language what it says beside labels', () => {
    const [folded] = overview(shown(session, 'fr')).foldings ?? [];
    expect(folded?.source).toContain('4 états');
    expect(folded?.source).not.toMatch(/\d (states?|rows?)\b/);
  });
});

describe('a table with too many states', () => {
  test('is folded into its groups, each of which unfolds', async () => {
    const { kindOf } = await mermaidReader();
    const table = ring(300, 10);
    const drawn = overview(shown(table));
    expect(Object.values(drawn.legend?.nodes ?? {})).toHaveLength(10);
    expect(boxes(drawn, drawn.legend?.edges ?? [])).toEqual(
      pairsOf(table, (state) => table.states[state]?.group ?? state),
    );
    expect(drawn.foldings?.map(({ open }) => open)).toEqual(Array.from({ length: 10 }, (_, group) => `g${group}`));
    expect(await kindOf(drawn.source)).toBe('stateDiagram');
  });

  test('is folded into stages of about equal size where there are no groups', () => {
    const drawn = overview(shown(ring(300, 0)));
    const stages = Object.values(drawn.legend?.nodes ?? {}).flatMap((node) => ('states' in node ? [node.states] : []));
    expect(stages.map(({ length }) => length)).toEqual(Array.from({ length: 12 }, () => 25));
    expect(stages.flat()).toEqual(Object.keys(ring(300, 0).states));
    expect(drawn.source).toContain('0–24 arrows from');
  });

  test('is folded into stages where there are too many groups', () => {
    const nodes = Object.values(overview(shown(ring(300, 150))).legend?.nodes ?? {});
    expect(nodes.every((node) => 'folded' in node && node.folded.startsWith('stage '))).toBe(true);
  });

  test('has neighbourhoods and actors of at most as many boxes', () => {
    const table = ring(300, 10);
    const hub = neighbourhood(shown(table), 'q0');
    const nodes = Object.values(hub.legend?.nodes ?? {});
    expect(nodes.filter((node) => 'state' in node)).toEqual([{ state: 'q0' }]);
    expect(nodes.flatMap((node) => ('states' in node ? node.states : []))).toHaveLength(299);
    expect(Object.keys(actorDiagram(shown(table), 'someone').legend?.nodes ?? {})).toHaveLength(10);
    expect(Object.values(neighbourhood(shown(table), 'q7').legend?.nodes ?? {})).toEqual([
      { state: 'q0' },
      { state: 'q6' },
      { state: 'q7' },
      { state: 'q8' },
    ]);
  });
});

describe('texts of diagrams', () => {
  test('are cut with an ellipsis between characters, however these are made', () => {
    const family = '👨‍👩‍👧';
    const accented = 'e\u0301';
    expect(shorten('abc', 3)).toBe('abc');
    expect(shorten('abcd', 3)).toBe('ab…');
    expect(shorten(family.repeat(9), 3)).toBe(`${family}${family}…`);
    expect(shorten(accented.repeat(3), 3)).toBe(accented.repeat(3));
    expect(shorten(accented.repeat(5_000), 4)).toBe(`${accented.repeat(3)}…`);
  });

  test('are broken inside words that are much longer than a line', () => {
    expect(wrap('one two', 4)).toBe('one\ntwo');
    expect(wrap('abcdef', 4)).toBe('abcdef');
    expect(wrap('abcdefghij', 4)).toBe('abcd\nefgh\nij');
    expect(wrap('👍🏽'.repeat(8), 4)).toBe(`${'👍🏽'.repeat(4)}\n${'👍🏽'.repeat(4)}`);
  });
});
