/** The flagship against the article, and against a second route to its counts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTable } from '../table/parse.ts';
import { listOf, selectStates } from '../table/select.ts';
import { textIn } from '../table/text.ts';
import type { Claim, Row, Table, Value } from '../table/types.ts';
import { rulings } from './rulings.ts';
import { session } from './session.atlas.ts';
import { article, otherLines, rows } from './source.ts';

const table: Table = session;
const claims = article.claims ?? [];
const file = join(import.meta.dirname, '../../../shared/rescue/session-statuses.fr.txt');
const there = existsSync(file);

test('the article is there where tests are run continuously', () => {
  expect(there || process.env.CI === undefined, `${file} is missing; put it beside the repository`).toBe(true);
});

describe.skipIf(!there)(`the article (${file})`, () => {
  const lines = there ? readFileSync(file, 'utf8').split('\n') : [];
  const line = (number: number): string => lines[number - 1] ?? '';

  test('every label and every claim stands on its line', () => {
    for (const { label, line: at } of rows) expect(line(at).trim().startsWith(label), `${at} ${label}`).toBe(true);
    for (const { text, line: at } of claims) expect(line(at), `${at} ${text}`).toContain(text);
  });

  test('every bullet of the table is a claim, or it is said why it is none', () => {
    const claimed = new Set(claims.map((claim) => claim.line));
    for (let at = 10; at < lines.length; at++) {
      if (/^\s*•/.test(line(at)))
        expect(claimed.has(at) || otherLines[at] !== undefined, `${at} ${line(at)}`).toBe(true);
    }
  });

  test('no sentence of the article stands in this folder', () => {
    const words = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const runs = new Set<string>();
    for (const text of lines)
      words(text).forEach(
        (_, index, all) => all.length >= index + 8 && runs.add(all.slice(index, index + 8).join(' ')),
      );
    for (const name of readdirSync(import.meta.dirname)) {
      const all = words(readFileSync(join(import.meta.dirname, name), 'utf8'));
      const copied = all.map((_, index) => all.slice(index, index + 8).join(' ')).filter((run) => runs.has(run));
      expect(copied, name).toEqual([]);
    }
  });
});

const targets = (row: Row, from: string): readonly string[] => {
  if (typeof row.to === 'string') return [row.to === 'stay' ? from : row.to];
  const variable = table.memory?.[row.to.recall];
  return variable !== undefined && 'states' in variable ? selectStates(table.states, variable.states) : [];
};

const edge = ({ column, of, names }: Claim): readonly [string, string] =>
  column === 'previous' ? [names as string, of] : [of, names as string];

const implemented = (claim: Claim): boolean => {
  const [from, to] = edge(claim);
  return table.transitions.some(
    (row) =>
      (row.cites?.article ?? []).includes(claim.line) &&
      selectStates(table.states, row.from).includes(from) &&
      targets(row, from).includes(to),
  );
};

/** Whether a ruling says that a claim is no row: it rejects or defers the claim, or accepts that there is none. */
const ruled = (claim: Claim): boolean =>
  rulings.some(
    (ruling) =>
      'claim' in ruling &&
      (ruling.decision !== 'accept' || claim.names === null) &&
      ruling.claim.line === claim.line &&
      ruling.claim.column === claim.column &&
      ruling.claim.of === claim.of &&
      ruling.claim.names === claim.names,
  );

describe('the table', () => {
  test('is read without a problem', () => {
    expect(parseTable(session)).toMatchObject({ ok: true });
  });

  test('has the fifteen rows of the article, the removal, and the status without a row', () => {
    expect(Object.keys(table.states)).toHaveLength(17);
    expect(rows.map(({ state }) => state).sort()).toEqual(
      Object.keys(table.states)
        .filter((state) => !['removed', 'aborted'].includes(state))
        .sort(),
    );
    for (const { state, label } of rows) expect(table.states[state]?.label).toMatchObject({ fr: label });
  });

  test('says everything in both languages', () => {
    for (const part of [table.states, table.events, table.memory ?? {}])
      for (const [name, { label, description }] of Object.entries(part))
        for (const text of [label, description]) expect(Object.keys(text ?? {}), name).toEqual(['en', 'fr']);
  });

  test('decides each of the claims: by a row that cites it, or by a ruling that it is none, never by both', () => {
    expect(claims).toHaveLength(119);
    for (const claim of claims) {
      const decided = [typeof claim.names === 'string' && implemented(claim), ruled(claim)];
      expect(decided.filter(Boolean), JSON.stringify(claim)).toHaveLength(1);
    }
  });

  test('decides each contradiction between the columns', () => {
    const listed = new Set(
      claims
        .filter(({ names }) => typeof names === 'string')
        .map((claim) => `${claim.column} ${edge(claim).join(' ')}`),
    );
    const oneSided = claims.filter((claim) => {
      if (typeof claim.names !== 'string') return false;
      return !listed.has(`${claim.column === 'next' ? 'previous' : 'next'} ${edge(claim).join(' ')}`);
    });
    expect(oneSided).toHaveLength(35);
    for (const claim of oneSided) expect(implemented(claim) !== ruled(claim), JSON.stringify(claim)).toBe(true);
    const accepted = rulings.flatMap((ruling) =>
      'claim' in ruling && ruling.decision === 'accept' ? [ruling.claim] : [],
    );
    for (const { names, ...about } of accepted.filter(({ names }) => names !== null))
      expect(
        claims.some(
          (claim) => implemented(claim) && claim.names === names && claim.line === about.line && claim.of === about.of,
        ),
        JSON.stringify(about),
      ).toBe(true);
  });

  test('gives every row and every ruling its own reason', () => {
    for (const row of table.transitions)
      expect(textIn(row.because, 'en').length > 0 || row.cites !== undefined).toBe(true);
    const reasons = rulings.map(({ because }) => textIn(because, 'en'));
    expect(new Set(reasons).size).toBe(reasons.length);
    for (const reason of reasons) expect(reason.length, reason).toBeGreaterThan(60);
  });

  test('says everything but the notes of its reading in French, too', () => {
    const { actors = {}, groups = {}, states, events, memory = {}, transitions, properties = {} } = table;
    const things = [actors, groups, states, events, memory].flatMap((each) => Object.entries(each));
    const texts = [
      ...things.flatMap(([name, { label, description }]) => [
        [`${name} label`, label ?? {}] as const,
        ...(description === undefined ? [] : [[`${name} description`, description] as const]),
      ]),
      ...transitions.map(({ because }, index) => [`row ${index}`, because ?? {}] as const),
      ...Object.entries(properties).map(([name, { label }]) => [name, label ?? {}] as const),
      ...rulings.map(({ because }) => [textIn(because, 'en'), because] as const),
    ];
    expect(texts.filter(([, text]) => !Object.hasOwn(Object(text), 'fr')).map(([name]) => name)).toEqual([]);
  });

  test('cites only claims that its row bears out', () => {
    for (const [index, row] of table.transitions.entries())
      for (const at of row.cites?.article ?? []) {
        const fitting = claims
          .filter(({ line }) => line === at)
          .some((claim) => {
            const [from, to] = edge(claim);
            return selectStates(table.states, row.from).includes(from) && targets(row, from).includes(to);
          });
        expect(fitting, `row ${index} cites line ${at}`).toBe(true);
      }
  });
});

/**
 * A second route to the counts: a fixpoint over plain strings that shares no code with the explorer. It repeats until nothing
 * is new, in any order, and knows only the operations that this table uses.
 */
test('has 57 configurations and 219 transitions, as a fixpoint over strings also says', () => {
  type Memory = { before: Value; timeout: Value; private: Value };
  const start: [string, Memory][] = [];
  for (const secret of [false, true]) start.push(['connecting', { before: null, timeout: 'none', private: secret }]);
  for (const state of ['incoming', 'invitation'])
    start.push([state, { before: null, timeout: 'none', private: false }]);
  const meets = (memory: Memory, guard: object): boolean =>
    Object.entries(guard).every(([name, wanted]) => {
      const value = memory[name as keyof Memory];
      return typeof wanted === 'object' ? value !== (wanted as { ne: Value }).ne : value === wanted;
    });
  const known = new Map(start.map((each) => [JSON.stringify(each), each]));
  let steps = 0;
  for (let size = -1; size !== known.size; ) {
    size = known.size;
    steps = 0;
    for (const [state, memory] of [...known.values()])
      for (const row of table.transitions) {
        if (!selectStates(table.states, row.from).includes(state) || !meets(memory, row.when ?? {})) continue;
        const to = typeof row.to === 'string' ? row.to : (memory.before as string);
        const set = Object.entries(row.set ?? {}).map(([name, value]) => [
          name,
          typeof value === 'object' && value !== null ? state : value,
        ]);
        const next: [string, Memory] = [to, { ...memory, ...Object.fromEntries(set) }];
        known.set(JSON.stringify(next), next);
        steps += listOf(row.on).length;
      }
  }
  expect([known.size, steps]).toEqual([57, 219]);
});
