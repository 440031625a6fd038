/** What is generated, read back by the parsers of those who will read it. */

import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { exploreModel } from '../model/explore/index.ts';
import { session } from '../model/rescue/session.atlas.ts';
import type { Model } from '../model/system/types.ts';
import type { Row, Table } from '../model/table/types.ts';
import { holds } from '../model/testing.ts';
import { check } from '../properties/judge/index.ts';
import type { Input } from './artefact.ts';
import { atlas } from './atlas.ts';
import { embed } from './embed/embed.ts';
import { supports } from './markdown/claims.ts';
import { escapeLabel } from './mermaid/escape.ts';
import { mermaidReader } from './mermaid/testing.ts';
import { waysOf } from './site/ways.ts';
import { nasty } from './testing.ts';
import { diagnose } from './typescript/testing.ts';
import { durationText, predicateText } from './words.ts';

const inputOf = (model: Model): Input => ({ model, judgement: check(model), language: 'en', places: () => undefined });

let mermaid: Awaited<ReturnType<typeof mermaidReader>>;
beforeAll(async () => {
  mermaid = await mermaidReader();
});

describe.each([
  ['session', session as Table],
  ['nasty', nasty],
] as const)('the atlas of %s', (_, table) => {
  const { artefacts, diagrams } = atlas(inputOf(table));

  test('every diagram is read by Mermaid', async () => {
    for (const { name, source } of diagrams)
      expect(['stateDiagram', 'sequence'], name).toContain(await mermaid.kindOf(source));
  });

  test('a neighbourhood has the edges of the table, the ways back that runs take, and no others', async () => {
    const ways = waysOf(table, exploreModel(table));
    const ids = Object.keys(table.states);
    for (const state of ids) {
      const diagram = diagrams.find(({ name }) => name === `state-${state}`);
      const parsed = await mermaid.read(diagram?.source ?? '');
      const drawn =
        parsed.db
          .getData?.()
          .edges.map(({ start, end }) => `${start} ${end}`)
          .filter((edge) => /^s\d+ s\d+$/.test(edge)) ?? [];
      const idOf = (name: string): string => `s${ids.indexOf(name)}`;
      const wanted = new Set<string>();
      for (const { from, to } of table.transitions)
        for (const start of typeof from === 'string'
          ? [from]
          : Array.isArray(from)
            ? (from as string[])
            : ids.filter((id) => table.states[id]?.group === 'interrupted'))
          if (typeof to === 'string' && (start === state || to === state)) wanted.add(`${idOf(start)} ${idOf(to)}`);
      for (const { from, to, row } of ways)
        if (typeof row.to === 'object' && from !== state && to.includes(state))
          wanted.add(`${idOf(from)} ${idOf(state)}`);
      expect(new Set(drawn), state).toEqual(wanted);
      expect(drawn).toHaveLength(wanted.size);
    }
  });

  test('every link leads to a page that is generated', () => {
    const paths = new Set(artefacts.map(({ path }) => path));
    let links = 0;
    for (const { path, content } of artefacts.filter((each) => each.path.endsWith('.md')))
      for (const [, link] of content.matchAll(/\]\(([^)\s]+\.md)\)/g)) {
        links++;
        expect(paths.has(decodeURIComponent(join(path, '..', link as string))), `${path} → ${link}`).toBe(true);
      }
    expect(links).toBeGreaterThan(20);
  });

  test('no text of the table becomes markup', () => {
    for (const { path, content } of artefacts)
      if (!path.endsWith('.ts')) expect(content, path).not.toContain('<script');
  });

  test('is the same every time', () => {
    expect(atlas(inputOf(table))).toEqual({ artefacts, diagrams });
  });

  test('its types compile, and give the next states', () => {
    const source = artefacts.find(({ path }) => path === 'types.ts')?.content ?? '';
    const uses =
      table === nasty
        ? `const next: Transition<'s0', 'e0'> = 's1';\nconst none: Transition<'s1', 'e2'> = undefined as never;`
        : `const next: Transition<'waiting', 'pickUp'> = 'active';\nconst back: Transition<'rebooting', 'rebootDone'> = 'onHold';`;
    const problems = diagnose(
      `${source}\n${uses}\n// @ts-expect-error no such next state\nconst wrong: Transition<'${Object.keys(table.states)[0]}', '${Object.keys(table.events)[0]}'> = 'nowhere';\n`,
    );
    expect(problems).toEqual([]);
  });
});

test('an escaped label holds nothing that Mermaid could read as syntax', async () => {
  await holds(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const rest = escapeLabel(text).replaceAll('<br/>', '').replace(/#\d+;/g, '');
      expect(rest).not.toMatch(/["#;:<>{}[\]|`\\%&*_~@]/);
    }),
  );
});

test('embedding touches nothing outside blocks, and once is enough', async () => {
  const block = '<!-- atlas:begin show=x -->\n<!-- atlas:end -->';
  const fill = (text: string) => embed(text, () => ({ text: 'filled' }));
  await holds(
    fc.property(
      fc.array(fc.constantFrom('text', '', '# head', '```', block)),
      fc.constantFrom('\n', '\r\n'),
      (parts, newline) => {
        const text = parts.join('\n').replaceAll('\n', newline);
        const once = fill(text);
        expect(fill(once.text).text).toBe(once.text);
        expect(once.text.replaceAll(`${newline}${newline}filled${newline}${newline}`, newline)).toBe(text);
      },
    ),
  );
  expect(fill('<!-- atlas:begin -->\n')).toMatchObject({
    text: '<!-- atlas:begin -->\n',
    problems: [{ line: 1, column: 1 }],
  });
});

test('durations and predicates in words', () => {
  expect(['PT5M', 'P14D', 'P1W', 'PT1H30M'].map((duration) => durationText(duration))).toEqual([
    '5 min',
    '14 days',
    '1 week',
    '1 h 30 min',
  ]);
  expect(predicateText({ any: [{ state: 'a', n: { lt: 3 } }, { not: { flag: true } }] })).toBe(
    '(in a and n < 3) or not (flag)',
  );
});

test('changing one row changes diagrams, pages, types and verdicts, and nothing that the row does not touch', () => {
  const before: Table = session;
  const transitions = before.transitions.map((row) =>
    row.on === 'customerCloses' && row.to === 'closedByWaitingCustomer'
      ? { ...row, from: ['waiting', 'incoming'] }
      : row,
  );
  const [old, changed] = [before, { ...before, transitions }].map((table) => {
    const input = inputOf(table);
    const texts = new Map(atlas(input).artefacts.map(({ path, content }) => [path, content]));
    return { texts, judgement: input.judgement };
  }) as [
    { texts: Map<string, string>; judgement: Input['judgement'] },
    { texts: Map<string, string>; judgement: Input['judgement'] },
  ];
  const differing = [...old.texts.keys()].filter((path) => old.texts.get(path) !== changed.texts.get(path));
  for (const path of [
    'README.md',
    'diagrams/overview.mmd',
    'diagrams/state-outgoing.mmd',
    'diagrams/actor-customer.mmd',
    'states/outgoing.md',
    'events/customerCloses.md',
    'matrix.md',
    'rows.md',
    'properties.md',
    'findings.md',
    'types.ts',
  ])
    expect(differing).toContain(path);
  expect(differing).not.toContain('states/rebooting.md');
  expect(differing).not.toContain('diagrams/state-rebooting.mmd');
  const results = ({ verdicts }: Input['judgement']) => verdicts.map(({ result }) => result);
  expect(results(changed.judgement)).not.toEqual(results(old.judgement));
});

test('a source may be called as a method of every object', () => {
  const claim = { line: 3, column: 'next', of: 'a', names: 'b', text: 'b' } as const;
  const row = { from: 'a', on: 'e', to: 'b' };
  const table = (cites: { readonly [source: string]: readonly number[] }): Table => ({
    name: 't',
    states: { a: { initial: true }, b: {} },
    events: { e: {} },
    transitions: [{ ...row, cites }],
    sources: { toString: { title: 'T', claims: [claim] }, other: { title: 'O', claims: [claim] } },
  });
  const rows = (model: Table): boolean => supports(model, model.transitions[0] as Row, 'toString', claim);
  expect([rows(table({ other: [3] })), rows(table({ toString: [3] }))]).toEqual([false, true]);
});
