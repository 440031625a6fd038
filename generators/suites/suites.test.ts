/** Suites as files: what runners and people read. Other readers than ours read them back. */
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import type { Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { suiteOf } from '../../properties/suites/index.ts';
import { SUITE_FORMATS, suiteAs } from './index.ts';

const rows = suiteOf(exploreModel(order), 'rows', { refusals: 'none' });
/** With what must be refused. */
const refusing = suiteOf(exploreModel(order), 'states');

/** Scenarios as the parser of Cucumber reads them: name and steps. */
const scenarios = (text: string) => {
  const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
  const { feature } = parser.parse(text);
  return {
    name: feature?.name,
    language: feature?.language,
    scenarios: (feature?.children ?? []).map(({ scenario }) => ({
      name: scenario?.name,
      steps: scenario?.steps.map(({ keyword, text: words }) => `${keyword.trim()} ${words}`),
    })),
  };
};

describe('Gherkin', () => {
  test('has a scenario for each test, and a step for all that is done or must be seen', () => {
    const read = scenarios(suiteAs('gherkin', order, rows));
    expect(read.scenarios.length).toBe(rows.tests.length);
    expect(read.scenarios[0]).toEqual({
      name: 'Test 1',
      steps: [
        'Given it starts in cart',
        ...['When this happens: place', 'Then it is in placed'],
        ...['When this happens: decline', 'Then it is in placed'],
        ...['When this happens: pay', 'Then it is in paid'],
        ...['When this happens: ship', 'Then it is in shipped'],
      ],
    });
  });

  test.each(['en', 'fr', 'de', 'es', 'it', 'pt', 'nl'])('is read with the keywords of %s', (language) => {
    const read = scenarios(suiteAs('gherkin', session, suiteOf(exploreModel(session), 'states'), { language }));
    expect(read.language).toBe(language);
    const suite = suiteOf(exploreModel(session), 'states');
    expect(read.scenarios.map(({ steps }) => steps?.length)).toEqual(
      suite.tests.map(({ steps }) => 1 + 2 * steps.length),
    );
  });
});

test('every format says which steps must be refused', () => {
  const count = refusing.coverage.refusals.covered;
  // Six events in five states, less three that are enabled in cart, four in placed and one in paid.
  expect(count).toBe(6 * 5 - 3 - 4 - 1);
  const times = (text: string, part: string): number => text.split(part).length - 1;
  expect(times(suiteAs('gherkin', order, refusing), 'Then it is refused, nothing changes\n')).toBe(count);
  expect(times(suiteAs('checklist', order, refusing), '| it is refused, nothing changes | ☐ |')).toBe(count);
  expect(times(suiteAs('csv', order, refusing), ',refused,')).toBe(count);
  expect(times(suiteAs('json', order, refusing), '"expect": "refused"')).toBe(count);
  expect(times(suiteAs('vitest', order, refusing), '"expect":"refused"')).toBe(count);
  expect(suiteAs('vitest', order, refusing)).toContain('name: "1 decline (refused), pay (refused), ');
});

test('CSV has a line for each step, and its beginning', () => {
  const lines = parse(suiteAs('csv', order, rows), { columns: true }) as Record<string, string>[];
  expect(lines.length).toBe(rows.steps + rows.tests.length);
  expect(
    lines.slice(0, 3).map(({ test: name, step, event, expect: wanted, after }) => [name, step, event, wanted, after]),
  ).toEqual([
    ['1', '0', '', '', '{"state":"cart","memory":{"attempts":0}}'],
    ['1', '1', 'place', 'accepted', '{"state":"placed","memory":{"attempts":0}}'],
    ['1', '2', 'decline', 'accepted', '{"state":"placed","memory":{"attempts":1}}'],
  ]);
});

test('a checklist says in the language who does what, and what must be seen', () => {
  const text = suiteAs('checklist', session, suiteOf(exploreModel(session), 'states'), { language: 'fr' });
  expect(text).toContain('| Étape | Faire | À constater | Fait |');
  expect(text).toContain('nouvel état : En attente');
});

test('of things that are called alike the name stands beside', () => {
  const table: Table = {
    ...order,
    states: { ...order.states, placed: { label: 'Waiting' }, paid: { label: 'Waiting' } },
    events: { ...order.events, pay: { label: 'Go on' }, ship: { label: 'Go on' } },
  };
  const text = suiteAs('checklist', table, suiteOf(exploreModel(table), 'rows', { refusals: 'none' }));
  for (const each of [
    'it is in Waiting (placed) |',
    'it is in Waiting (paid) |',
    '| Go on (pay) |',
    '| Go on (ship) |',
  ])
    expect(text).toContain(each);
});

test('a vitest file is data and one call; what is refused is sent too', () => {
  const text = suiteAs('vitest', order, suiteOf(exploreModel(order), 'hsi'), { driver: '../driver.ts' });
  expect(text).toContain('import { driver } from "../driver.ts";');
  expect(text).toContain('{"event":"ship","expect":"refused","rows":[],"to":{"state":"cart","memory":{"attempts":0}}}');
});

test('a system’s steps carry their bindings', () => {
  const desk = helpDeskOf({ sessions: 1, technicians: 1, capacity: 1 });
  const text = suiteAs('gherkin', desk, suiteOf(exploreModel(desk), 'rows'));
  expect(text).toContain('(session1, technician1)');
});

const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '"""',
    '| a | b |',
    '\n  Scenario: x',
    '# language: fr',
    '*/ process.exit()',
    '=1+1',
    '</script>',
    '`',
    '\u2028',
  ),
);

law.prop([hostile, hostile])('labels stay labels in every format', (state, event) => {
  const table: Table = {
    ...order,
    title: state,
    states: { ...order.states, placed: { label: state } },
    events: { ...order.events, place: { by: 'customer', label: event } },
  } as Table;
  const suite = suiteOf(exploreModel(table), 'states');
  const plain = scenarios(suiteAs('gherkin', order, refusing));
  expect(scenarios(suiteAs('gherkin', table, suite)).scenarios.map(({ steps }) => steps?.length)).toEqual(
    plain.scenarios.map(({ steps }) => steps?.length),
  );
  expect(suiteAs('csv', table, suite)).toBe(suiteAs('csv', order, refusing));
  expect(suiteAs('vitest', table, suite)).toBe(suiteAs('vitest', order, refusing));
  const bars = (text: string): readonly number[] =>
    text.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
  expect(bars(suiteAs('checklist', table, suite))).toEqual(bars(suiteAs('checklist', order, refusing)));
});

test('every format ends with a line end, and is the same each time', () => {
  for (const format of SUITE_FORMATS) {
    expect(suiteAs(format, order, refusing).endsWith('\n')).toBe(true);
    expect(suiteAs(format, order, suiteOf(exploreModel(order), 'states'))).toBe(suiteAs(format, order, refusing));
  }
});
