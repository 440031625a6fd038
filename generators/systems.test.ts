/** What is generated from systems, read back by the parsers of those who will read it. */

import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { explore } from '../model/explore/explorer.ts';
import type { Trace } from '../model/explore/graph.ts';
import { machineOf } from '../model/explore/of.ts';
import { alternatingBit } from '../model/gallery/alternatingBit.ts';
import { helpDeskOf } from '../model/rescue/helpDesk.ts';
import { systemArbitrary } from '../model/system/arbitrary.ts';
import { parseSystem } from '../model/system/parse.ts';
import type { System } from '../model/system/types.ts';
import { visible } from '../model/table/diagnostic.ts';
import { law } from '../model/testing.ts';
import { check, judge } from '../properties/judge/index.ts';
import type { Artefact, SystemInput } from './artefact.ts';
import { atlas } from './atlas.ts';
import { type Embeddable, resolver } from './embed/blocks.ts';
import { embed } from './embed/embed.ts';
import { mermaidReader } from './mermaid/testing.ts';
import { tablesSeen } from './seen.ts';
import { nastySystem } from './testing.ts';
import { textDiagram } from './text/diagram.ts';
import { diagnose } from './typescript/testing.ts';
import { demandOf, systemPredicateText } from './words-system.ts';

const inputOf = (model: System): SystemInput => ({
  model,
  judgement: check(model),
  language: 'en',
  places: () => undefined,
});

let mermaid: Awaited<ReturnType<typeof mermaidReader>>;
beforeAll(async () => {
  mermaid = await mermaidReader();
});

/** Links to pages that are not generated. */
function brokenLinks(artefacts: readonly Artefact[]): readonly string[] {
  const paths = new Set(artefacts.map(({ path }) => path));
  return artefacts
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, content }) =>
      [...content.matchAll(/\]\(([^)\s]+\.(?:md|mmd))\)/g)]
        .map(([, link]) => decodeURIComponent(join(path, '..', link as string)))
        .filter((target) => !paths.has(target))
        .map((target) => `${path} → ${target}`),
    );
}

/** Lines of tables that have not as many cells as the line before them. */
function raggedLines({ content }: Artefact): readonly string[] {
  const cells = (line: string): number => line.replace(/\\./g, '').split('|').length;
  return content
    .split('\n')
    .filter(
      (line, index, all) =>
        line.startsWith('|') && all[index - 1]?.startsWith('|') && cells(line) !== cells(all[index - 1] as string),
    );
}

describe.each([
  ['hostile texts', nastySystem],
  ['the alternating bit', alternatingBit('alternatingBit')],
  ['a small help desk', helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 })],
] as const)('the atlas of %s', (_, system) => {
  const input = inputOf(system);
  const { artefacts, diagrams } = atlas(input);

  test('every diagram is read by Mermaid', async () => {
    const kinds = { synchronisation: 'block', state: 'stateDiagram', sequence: 'sequence' };
    for (const { name, kind, source } of diagrams) expect(await mermaid.kindOf(source), name).toBe(kinds[kind]);
    const traces = [...input.judgement.verdicts, ...input.judgement.findings].filter(
      ({ trace }) => trace !== undefined,
    );
    expect(traces.length).toBeGreaterThan(0);
    expect(diagrams.map(({ kind }) => kind)).toEqual([
      'synchronisation',
      ...system.tables.map(() => 'state'),
      ...traces.map(() => 'sequence'),
    ]);
  });

  test('every link leads to what is generated, and every line of a table has its cells', () => {
    expect(brokenLinks(artefacts)).toEqual([]);
    expect(artefacts.flatMap(raggedLines)).toEqual([]);
  });

  test('no text of the system becomes markup', () => {
    for (const { path, content } of artefacts)
      if (!path.endsWith('.ts')) expect(content, path).not.toContain('<script');
  });

  test('every diagram stands on a page with its steps or its table', () => {
    const pages = artefacts.filter(({ path }) => path.endsWith('.md'));
    for (const { name, source } of diagrams) {
      const [page] = pages.filter(({ content }) => content.includes(source));
      expect(page?.content, name).toMatch(/^\|---|^1\. |^Start: /m);
    }
  });

  test('its types compile, and take the configurations of its traces', () => {
    const source = artefacts.find(({ path }) => path === 'types.ts')?.content ?? '';
    const traces = input.judgement.verdicts.flatMap(({ trace }) => trace ?? []);
    const { initial, steps } = traces.reduce<Trace>(
      (one, other) => (one.steps.length > other.steps.length ? one : other),
      traces[0] as Trace,
    );
    const reached = [initial, ...steps.map(({ to }) => to)].map((each) => JSON.stringify(each));
    const taken = steps.map(({ event, binding = {} }) => JSON.stringify({ event, binding }));
    const wrong = JSON.stringify({ event: 'nothing', binding: {} });
    expect(
      diagnose(
        `${source}\nexport const reached: readonly Configuration[] = [${reached.join(',\n')}];\nexport const taken: readonly Occurrence[] = [${taken.join(',\n')}];\n// @ts-expect-error no such event\nexport const wrong: Occurrence = ${wrong};\n`,
      ),
    ).toEqual([]);
  });

  test('is the same every time', () => {
    expect(atlas(inputOf(system))).toEqual({ artefacts, diagrams });
  });
});

test('the hostile system is a system', () => {
  expect(parseSystem(nastySystem)).toMatchObject({ ok: true });
});

law.prop([systemArbitrary()], { numRuns: 60 })(
  'the pages of any system have no broken link or table, and say nothing that is no word',
  (model) => {
    const graph = explore(machineOf(model), { maxConfigurations: 20 });
    const input: SystemInput = { model, judgement: judge(model, graph), language: 'en', places: () => undefined };
    const { artefacts } = atlas(input);
    expect(brokenLinks(artefacts)).toEqual([]);
    expect(artefacts.flatMap(raggedLines)).toEqual([]);
    const text = artefacts.map(({ content }) => content).join('\n');
    expect(text).not.toMatch(/\bundefined\b|\[object |function |=>/);
  },
);

law.prop([systemArbitrary()])(
  'a terminal shows every event of a system with who takes part, and cannot be steered',
  (model) => {
    const text = textDiagram(model, 'en');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202e]/);
    const parts = text.split('\n\n');
    const isMarked = tablesSeen({ model, language: 'en', places: () => undefined }).some(({ moved }) => moved.size > 0);
    const [title, perTable, legend] = [1, 3, isMarked ? 1 : 0];
    const events = parts.slice(title + perTable * model.tables.length + legend);
    const declared = Object.values(model.events ?? {});
    expect(events).toHaveLength(declared.length);
    for (const [index, { when, moves = {} }] of declared.entries()) {
      const said = events[index] as string;
      if (when !== undefined)
        expect(said).toContain(visible(`[${systemPredicateText(model, when)}]`.replace(/\s+/g, ' ')));
      for (const reference of Object.keys(moves))
        if (!Object.hasOwn(model.instances, reference)) expect(said).toContain(`${reference}: `);
    }
  },
);

describe('words', () => {
  const system: System = {
    name: 'house',
    tables: [],
    instances: { session: { count: 2, memory: { owner: { instance: 'technician' } } }, technician: { count: 2 } },
    memory: { votes: { range: [0, 3], initial: 0 } },
    channels: { line: { message: { bit: { range: [0, 1] } }, capacity: 2 } },
    properties: {
      busy: {
        forAll: { s: 'session', t: 'technician', u: 'technician' },
        distinct: ['t', 'u'],
        eventually: { s: { owner: 't' } },
        fair: { weak: ['pickUp'] },
      },
    },
  };
  test.each([
    [{ s: { state: 'active', owner: 't' } }, 's in active and s.owner = t'],
    [{ s: { state: ['a', 'b'], not: { owner: null } } }, '(s in a or b) and not (s.owner = unset)'],
    [{ votes: { ge: 1, lt: { memory: 'most', of: 's' } } }, 'votes ≥ 1 and votes < s.most'],
    [{ s: { word: { eq: { memory: 'word', of: 'shared' } } } }, 's.word = word'],
    [{ s: { word: { memory: 'last' } } }, 's.word = s.last'],
    [{ line: { lt: 2 } }, 'messages in line < 2'],
    [
      { count: { of: { o: 'session' }, is: { o: { state: 'active', owner: 't' } }, lt: 1 } },
      'fewer than 1 session o with (o in active and o.owner = t)',
    ],
    [
      { count: { of: { session: 'session' }, is: { session: { final: true } }, eq: 0 } },
      'no session with session final',
    ],
    [
      {
        forAll: {
          of: { a: 'session', b: 'session' },
          distinct: ['a', 'b'],
          is: { any: [{ a: { flag: true } }, { b: { flag: false } }] },
        },
      },
      'for every session a, session b (a ≠ b): (a.flag or not b.flag)',
    ],
    [
      { any: [{ exists: { of: { v: { view: ['s', 't'] } }, is: { v: { tag: 'busy' } } } }, { final: false }] },
      '(for some v = view.s.t: v tagged busy) or not final',
    ],
    [{ enabled: ['pickUp', 'line.lose'] }, 'pickUp or line.lose enabled'],
    [{}, 'always'],
  ])('%j', (predicate, words) => {
    expect(systemPredicateText(system, predicate as never)).toBe(words);
  });

  test('a property speaks of its parameters and of fairness per binding', () => {
    expect(demandOf(system, 'busy')).toEqual({
      words:
        'for every session s, technician t, technician u (t ≠ u): every run comes to: s.owner = t, under weak fairness of every binding of pickUp',
      formula: 'AF p',
    });
  });
});

test('events that move together are marked where they are called as in the system, and named where they are not', () => {
  const [seen] = tablesSeen({
    model: {
      name: 'pairs',
      tables: [
        {
          name: 'one',
          states: { a: { initial: true } },
          events: { same: {}, other: {}, alone: {}, often: {} },
          transitions: [{ from: 'a', on: ['same', 'other', 'alone', 'often'], to: 'stay' }],
        },
      ],
      instances: { i: { table: 'one' }, j: { table: 'one' } },
      events: {
        same: { moves: { i: 'same', j: 'other' } },
        x: { moves: { i: 'often' } },
        y: { moves: { i: 'often' } },
        z: { moves: { j: 'often' } },
      },
    },
    language: 'en',
    places: () => undefined,
  });
  const labels = Object.fromEntries(Object.entries(seen?.model.events ?? {}).map(([name, { label }]) => [name, label]));
  expect(labels).toEqual({ same: 'same ⇄', other: 'other ⇄ same', alone: undefined, often: 'often ⇄ 3 events' });
});

describe('blocks of a system', () => {
  const input = inputOf(alternatingBit('alternatingBit'));
  const one: Embeddable = { input, diagrams: atlas(input).diagrams, folder: 'docs/atlas/alternatingBit' };
  const fill = (request: string) =>
    embed(`<!-- atlas:begin ${request} -->\n<!-- atlas:end -->`, resolver(new Map([['alternatingBit', one]])));

  test.each([
    ['summary', '`alternatingBit`: 240 configurations, 960 transitions, depth 32; all explored'],
    ['properties', '| both channels can be full | ✓ holds (exhaustive) |'],
    ['diagram', 'block-beta'],
    ['picture name=table-sender', 'docs/atlas/alternatingBit/pictures/table-sender.light.svg'],
    ['together', '[transmit](docs/atlas/alternatingBit/events.md)'],
    ['events', '| transmit | `transmit` | after 1 s |'],
    ['instances', '[sender](docs/atlas/alternatingBit/tables/sender.md)'],
  ])('show=%s', (show, expected) => {
    const { text, problems } = fill(`system=alternatingBit show=${show}`);
    expect(problems).toEqual([]);
    expect(text).toContain(expected);
  });

  test('what is asked of the wrong kind is said to be unknown', () => {
    expect(fill('table=alternatingBit show=summary').problems[0]?.message).toContain(
      'there is no table "alternatingBit"',
    );
    expect(fill('system=alternatingBit show=matrix').problems[0]?.message).toContain('there is no show "matrix"');
  });
});
