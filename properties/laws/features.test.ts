/** Random tables and systems have every feature of the language, and in what they do everything happens that can. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explore } from '../../model/explore/explorer.ts';
import { isSystemConfiguration, type Machine, type Step } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import { systemJsonSchema } from '../../model/system/schema.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { tableJsonSchema } from '../../model/table/schema.ts';
import { selectStates } from '../../model/table/select.ts';
import type { Row, Table } from '../../model/table/types.ts';
import { Features } from './features.ts';

/** The same values in every run: that something is generated must not depend on luck. */
const sampled = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): readonly T[] =>
  fc.sample(arbitrary, { seed: 1, numRuns });
const tables = sampled(tableArbitrary(), 400);
const systems = sampled(systemArbitrary(), 400);

describe('every key, word, alternative and kind of value of the schema is generated', () => {
  test.each([
    ['tables', tableJsonSchema(), tables, 150],
    ['systems', systemJsonSchema(), systems, 300],
  ] as const)('in %s', (_, schema, values, atLeast) => {
    const features = new Features(schema);
    expect(features.size).toBeGreaterThan(atLeast);
    for (const value of values) features.see(value);
    expect(features.missing).toEqual([]);
  });

  test('and one that is not is named', () => {
    const features = new Features(tableJsonSchema());
    for (const table of tables)
      features.see({ ...table, rulings: table.rulings?.map((ruling) => ({ ...ruling, decision: 'accept' })) });
    expect(features.missing).toEqual(['.rulings[].decision=reject', '.rulings[].decision=defer']);
  });
});

/** Every string in a value, keys included. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) {
      yield key;
      yield* stringsIn(each);
    }
}

describe('what a schema does not tell apart is generated too', () => {
  const rowsOf = (table: Table): readonly Row[] => table.transitions;
  test.each<readonly [string, (table: Table) => boolean]>([
    ['rows that stay', (table) => rowsOf(table).some(({ to }) => to === 'stay')],
    ['loops', (table) => rowsOf(table).some(({ from, to }) => selectStates(table.states, from).includes(to as string))],
    ['several initial states', (table) => Object.values(table.states).filter(({ initial }) => initial).length > 1],
    ['tables without rows', (table) => rowsOf(table).length === 0],
    ['a text in three languages', (table) => typeof table.title === 'object' && Object.keys(table.title).length === 3],
    [
      'properties fair in both ways',
      ({ properties = {} }) =>
        Object.values(properties).some((each) => 'fair' in each && each.fair?.weak?.length && each.fair.strong?.length),
    ],
    ['names of prototypes', (table) => Object.keys(table.states).includes('constructor')],
    ['words of YAML as names', (table) => Object.keys(table.events).includes('null')],
  ])('%s', (_, has) => {
    expect(tables.some(has)).toBe(true);
  });

  const HOSTILE = [
    '',
    '<img src=x onerror=alert(1)>',
    '"',
    '\\',
    '```',
    '%%{init: {}}%%',
    '-->|x|',
    '\u202e',
    '\u001b[2J',
  ];
  test.each([...HOSTILE, 'a\nb', '\u2028', '<<', '---', '*/', '__proto__'])('the text %j', (text) => {
    for (const values of [tables, systems])
      expect(values.some((each) => [...stringsIn(each)].includes(text))).toBe(true);
  });
});

/** What happens in the first configurations of a model. */
function* happenings(model: Model): Generator<string> {
  const machine: Machine = machineOf(model);
  const graph = explore(machine, { maxConfigurations: 60 });
  if (graph.initial > 1) yield 'several initial configurations';
  for (let id = 0; id < graph.expanded; id++) {
    const at = graph.configuration(id);
    const { steps, blocked } = machine.moves(at);
    for (const { reason } of blocked) yield `blocked: ${reason}`;
    if (steps.length === 0) yield machine.isFinal(at) ? 'an end' : 'a deadlock';
    const labels = steps.map(({ event, binding }) => JSON.stringify([event, binding]));
    if (new Set(labels).size < labels.length) yield 'a choice';
    for (const step of steps) {
      if (machine.key(step.to) === machine.key(at)) yield 'a step that changes nothing';
      yield* isSystem(model) ? inSystem(model, step, at) : inTable(model, step);
    }
  }
}

function* inTable(table: Table, { event, rows }: Step): Generator<string> {
  if (table.events[event]?.after !== undefined) yield 'a timer fires';
  for (const { row } of rows) {
    const { to, set = {} } = table.transitions[row] as Row;
    if (typeof to !== 'string') yield 'a state is recalled';
    for (const assignment of Object.values(set))
      if (typeof assignment === 'object' && assignment !== null) yield `assigned: ${Object.keys(assignment).join()}`;
  }
}

function* inSystem(model: Exclude<Model, Table>, { event, rows, to }: Step, at: Step['to']): Generator<string> {
  if (!isSystemConfiguration(to) || !isSystemConfiguration(at)) return;
  const declared = model.events?.[event];
  if (rows.length > 1) yield 'several move together';
  if (declared?.each?.length && rows.length > Object.keys(declared.moves ?? {}).length) yield 'others are taken along';
  if (declared?.after !== undefined) yield 'a timer fires';
  if (JSON.stringify(to.memory) !== JSON.stringify(at.memory)) yield 'shared memory changes';
  for (const [channel, messages] of Object.entries(to.channels)) {
    const before = at.channels[channel] ?? [];
    if (event === `${channel}.lose`) yield 'a message is lost';
    else if (messages.length > before.length) yield 'a message is sent';
    else if (messages.length < before.length) yield 'a message is received';
  }
  for (const parameter of Object.values(declared?.with ?? {}))
    yield `bound: ${typeof parameter === 'string' ? 'instance' : 'next' in parameter ? 'next' : 'range' in parameter ? 'range' : 'values' in parameter ? 'values' : 'per'}`;
}

/** What of this does not happen in many models; they are the same in every run, and no more are looked at than it takes. */
function missing(arbitrary: fc.Arbitrary<Model>, wanted: readonly string[]): readonly string[] {
  const left = new Set(wanted);
  for (let seed = 1; seed <= 10; seed++)
    for (const model of fc.sample(arbitrary, { seed, numRuns: 200 })) {
      for (const each of happenings(model)) left.delete(each);
      if (left.size === 0) return [];
    }
  return [...left];
}

describe('everything happens', () => {
  const everywhere = ['blocked: unset', 'blocked: outside', 'an end', 'a deadlock', 'a choice', 'a timer fires'];
  const alike = [...everywhere, 'several initial configurations', 'a step that changes nothing'];
  test('in tables', () => {
    const own = ['a state is recalled', 'assigned: add', 'assigned: memory', 'assigned: save'];
    expect(missing(tableArbitrary(), [...alike, ...own])).toEqual([]);
  });

  test('in systems', () => {
    const moving = ['several move together', 'others are taken along', 'shared memory changes'];
    const sending = ['a message is sent', 'a message is received', 'a message is lost'];
    const bound = ['instance', 'next', 'range', 'values', 'per'].map((kind) => `bound: ${kind}`);
    expect(missing(systemArbitrary(), [...alike, ...moving, ...sending, ...bound])).toEqual([]);
  });
});
