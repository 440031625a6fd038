/** Whatever is given, there is a system or a diagnostic; all that is wrong is said in one pass, once, within bounds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableArbitrary } from '../table/arbitrary.ts';
import type { TextFormat } from '../table/read.ts';
import { AWKWARD, damaged, diagnosticsOf, FILE, insistOnAnswer, insistOnPlaces } from '../table/testing.ts';
import { law } from '../testing.ts';
import { systemArbitrary } from './arbitrary.ts';
import { eventsOf, participantsOf } from './events.ts';
import { bindingsOf, instancesOf } from './instances.ts';
import { parseModel, parseSystem } from './parse.ts';
import { readModel } from './read.ts';
import { DESK, happening, office, problemsOf } from './testing.ts';
import type { System } from './types.ts';
import { systemToJson, systemToYaml } from './write.ts';

const runs = { numRuns: 300 };

/** What stands in systems where it does not belong. */
const misplaced = fc.oneof(
  AWKWARD,
  fc.constantFrom<unknown>({ next: 'pump' }, { parameter: 'pump' }, { per: ['pump'] }, { count: 1e9 }, 1e9, 'pump1', {
    memory: 'm1',
    of: 'shared',
  }),
);
const damagedSystem = damaged(systemArbitrary(), misplaced);

describe('whatever is given, there is a system or a diagnostic', () => {
  law.prop([fc.jsonValue()], runs)('for JSON', (value) => insistOnAnswer(parseSystem(value)));
  law.prop(
    [fc.anything({ withBigInt: true, withDate: true, withMap: true }), fc.constantFrom(...Object.keys(DESK))],
    runs,
  )('for anything inside a system', (value, key) => insistOnAnswer(parseSystem(office({ [key]: value }))));
  law.prop([damagedSystem], { numRuns: 1000 })('for damaged systems', (value) => insistOnAnswer(parseSystem(value)));
  law.prop([damagedSystem, damagedSystem], runs)('for systems damaged in two ways', (one, other) =>
    insistOnAnswer(parseSystem({ ...(one as object), instances: (other as Partial<System>).instances })),
  );
  law.prop([damagedSystem], { numRuns: 100 })('for texts', (value) => {
    insistOnPlaces(systemToYaml(value as System), 'yaml');
    insistOnPlaces(systemToJson(value as System), 'json');
  });
});

law.prop([damagedSystem], runs)('a diagnostic says nothing twice', (value) => {
  const said = diagnosticsOf(parseSystem(value)).map(({ code, path, text, message }) =>
    JSON.stringify([code, path, text, message]),
  );
  expect(said).toEqual([...new Set(said)]);
});

law.prop([damagedSystem], runs)('what a diagnostic quotes stands at its place', (value) => {
  const text = JSON.stringify(value);
  const found = diagnosticsOf(readModel(text, { file: FILE, format: 'json' })).slice(0, 100);
  for (const { code, place, text: quoted = '' } of found) {
    if (code === 'SA110') continue; // what is missing stands nowhere
    const here = text.slice((place?.column ?? 0) - 1);
    expect([quoted, JSON.stringify(quoted).slice(0, -1)].filter((each) => here.startsWith(each))).not.toEqual([]);
  }
});

law.prop([systemArbitrary(), fc.nat()], runs)(
  'every event of a valid system can be called fair, and no other',
  (system, at) => {
    const events = eventsOf(system).map(({ name }) => name);
    const property = { eventually: {}, fair: { weak: [...events, 'nothing'] } };
    const found = problemsOf({ ...system, rulings: [], properties: { [`p${at}`]: property } });
    expect(found.map((each) => each.split(' → ')[0])).toEqual([
      `properties.p${at}.fair.weak[${events.length}] SA131 nothing`,
    ]);
  },
);

law.prop([tableArbitrary(), systemArbitrary()], { numRuns: 50 })('a model is what its parts say', (table, system) => {
  expect(parseModel(table)).toEqual({ ok: true, model: table });
  expect(parseModel(system)).toEqual({ ok: true, model: system });
  for (const format of ['yaml', 'json'] as const satisfies readonly TextFormat[])
    expect(readModel(JSON.stringify(system), { file: FILE, format })).toMatchObject({ ok: true, model: system });
});

test('what has tables is read as a system, so that what it lacks is said of a system', () => {
  const { instances, ...rest } = DESK;
  const codes = (value: unknown) => diagnosticsOf(parseModel(value)).map(({ code, path }) => [code, ...path]);
  expect(codes({ ...rest, instance: instances })).toEqual([
    ['SA110', 'instances'],
    ['SA111', 'instance'],
  ]);
});

law.prop([damagedSystem], { numRuns: 1000 })(
  'what is accepted can be expanded, and every participant has what it needs',
  (value) => {
    const parsed = parseSystem(value);
    if (!parsed.ok) return;
    const { system } = parsed;
    const instances = instancesOf(system);
    for (const event of eventsOf(system))
      for (const binding of bindingsOf(instances, event.with ?? {}, event.distinct)) {
        const others = (event.each ?? []).flatMap((group) =>
          bindingsOf(instances, group.with, group.distinct, binding).map((bound) => ({ group, bound })),
        );
        const all = [{ group: event, bound: binding }, ...others];
        for (const { instance, takes, set = {} } of all.flatMap(
          ({ group, bound }) => participantsOf(system, group, bound) ?? [],
        )) {
          const found = instances.get(instance);
          expect(found).toBeDefined();
          if (takes !== undefined) expect(Object.keys(found?.table?.events ?? {})).toContain(takes);
          const added = Object.keys(system.instances[found?.set ?? '']?.memory ?? {});
          for (const variable of Object.keys(set)) expect(added).toContain(variable);
        }
      }
  },
);

test('the system is frozen, shares nothing with what was given, and has no $schema', () => {
  const given = structuredClone(office({ $schema: 'x' })) as { instances: { agent: object } };
  const parsed = parseSystem(given);
  if (!parsed.ok) throw new Error('refused');
  expect(Object.isFrozen(parsed.system.instances.agent)).toBe(true);
  expect(Object.isFrozen(given.instances.agent)).toBe(false);
  expect(parsed.system).toEqual(DESK);
});

describe('what is no system', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['nothing', undefined, ['SA103']],
    ['a list', [], ['SA103 []']],
    ['an empty object', {}, ['name SA110 {}', 'tables SA110 {}', 'instances SA110 {}']],
    ['a function', office({ title: Math.max }), [`title SA103 ${String(Math.max)}`]],
    ['a table that is none', office({ tables: ['call'] }), ['tables[0] SA112 call']],
    ['a __proto__', JSON.parse('{"instances":{"__proto__":{}}}'), ['instances.__proto__ SA106 __proto__']],
  ])('%s', (_, value, expected) => {
    expect(problemsOf(value)).toEqual(expected);
  });

  test('a revoked proxy', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(diagnosticsOf(parseModel(proxy)).map(({ code }) => code)).toEqual(['SA103']);
  });
});

describe('tables inside are held to all that holds for tables', () => {
  const [call] = DESK.tables;
  test('with paths through the system, beside the problems of the system', () => {
    const broken = {
      ...call,
      states: { ...call.states, odd: { inital: true } },
      transitions: [...call.transitions, { from: 'waitin', on: 'answer', to: 'over' }],
    };
    const found = problemsOf({ ...happening({ moves: { desk: 'ring' } }), tables: [broken] });
    expect(found).toEqual([
      'tables[0].states.odd.inital SA111 inital → initial',
      'tables[0].transitions[2].from SA130 waitin → waiting',
      'events.test.moves.desk SA131 ring',
    ]);
  });

  test('each at its own index', () => {
    const other = { ...call, name: 'other', events: { ring: { after: 'soon' } }, transitions: [] };
    expect(problemsOf(office({ tables: [call, other] }))).toEqual(['tables[1].events.ring.after SA140 soon']);
  });

  test('and what follows from a table that could not be read is not said', () => {
    const unread = { ...call, states: 3 };
    const found = problemsOf({
      ...happening({ when: { desk: { state: 'nowhere', nothing: 1 } }, moves: { desk: 'nothing' } }),
      tables: [unread],
      rulings: [{ finding: 'SA201', states: 'call.nowhere', because: 'so' }],
    });
    expect(found).toEqual(['tables[0].states SA112 3']);
    expect(problemsOf(office({ tables: [{ ...call, name: 3 }] }))).toEqual(['tables[0].name SA112 3']);
  });
});

test.each([[['s']], [[]]])('a list of what comes next is refused: %j', (next) => {
  const properties = { q: { reachable: { exists: { of: { s: 'session', other: { next } }, is: {} } } } };
  expect(problemsOf(office({ properties }))).toEqual([
    expect.stringMatching(/^properties\.q\.reachable\.exists\.of\.other SA112/),
  ]);
});

describe('one mistake is said once', () => {
  test('of a set that could not be read', () => {
    const instances = { ...DESK.instances, call: { ...DESK.instances.call, count: 'two' } };
    const events = {
      test: { with: { c: 'call' }, moves: { c: 'answr', call7: 'answer' }, set: { call1: { any: 1 } } },
    };
    expect(problemsOf(office({ instances, events }))).toEqual(['instances.call.count SA112 two']);
  });

  test('of an event, a variable, a channel, or a property that could not be read', () => {
    expect(
      problemsOf(
        office({
          memory: { votes: 3 },
          channels: { line: 3 },
          events: {
            other: 3,
            test: { when: { votes: { lt: 2 }, line: 1 }, set: { votes: 'x' }, receive: { line: { any: 1 } } },
          },
          properties: { p: 3, q: { reachable: { enabled: 'other' } } },
          rulings: [{ property: 'p', because: 'so' }],
        }),
      ),
    ).toEqual(['memory.votes SA112 3', 'channels.line SA112 3', 'events.other SA112 3', 'properties.p SA112 3']);
  });

  test('names are not looked up where a whole section could not be read', () => {
    expect(problemsOf(office({ instances: 3 }))).toEqual(['instances SA112 3']);
  });
});

describe('what is too large is refused before any of it is made', () => {
  const many = <T>(count: number, make: (index: number) => T): { [name: string]: T } =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, make(index)]));
  const chain = many(1000, (index) => ({ per: index === 999 ? ['x0'] : [`x${index + 1}`] }));
  const codes = (value: unknown): readonly string[] => [
    ...new Set(diagnosticsOf(parseSystem(value)).map(({ code }) => code)),
  ];
  const tiny = { name: 't', tables: [], instances: {} };
  const ten = { range: [0, 9], initial: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] };

  test.each<[string, object, readonly string[]]>([
    ['a count', { instances: { a: { count: 1e9 } } }, ['SA112']],
    ['counts', { instances: { a: { count: 600 }, b: { count: 600 } } }, ['SA170']],
    ['combinations', { instances: { a: { count: 999 }, b: { per: ['a', 'a', 'a', 'a'] } } }, ['SA170']],
    ['sets', { instances: many(100_000, () => ({})) }, ['SA170']],
    ['a long list of sets', { instances: { a: {}, b: { per: Array(100_000).fill('a') } } }, ['SA112']],
    ['a circle of many sets', { instances: chain }, ['SA166']],
    ['a range', { memory: { n: { range: [0, 1e9], initial: 0 } } }, ['SA172']],
    ['messages', { channels: { c: { message: many(9, () => ({ range: [0, 9] })), capacity: 1 } } }, ['SA172']],
    ['a capacity', { channels: { c: { message: {}, capacity: 1e9 } } }, ['SA112']],
    ['bindings', { events: { e: { with: many(9, () => ({ range: [0, 9] })) } } }, ['SA171', 'SA177']],
    ['parameters', { events: { e: { with: many(100_000, () => ({ values: ['a'] })) } } }, ['SA171', 'SA177']],
    [
      'a chain of parameters',
      { events: { e: { with: many(20_000, (i) => ({ next: `x${i - 1}` })) } } },
      ['SA171', 'SA177'],
    ],
    ['initial values', { memory: many(9, () => ten) }, ['SA154']],
    ['initial values of instances', { instances: { a: { count: 500, memory: { n: ten } } } }, ['SA154']],
    [
      'quantifiers in one another',
      { properties: { p: { reachable: nested(6, () => ({ range: [0, 9] })) } } },
      ['SA171'],
    ],
    ['unknown names', { events: { e: { moves: many(100_000, () => 'go') } } }, ['SA162']],
  ])('%s', (_, parts, expected) => {
    expect(codes({ ...tiny, ...parts })).toEqual(expected);
  });

  function nested(depth: number, parameter: () => object): object {
    return depth === 0 ? {} : { exists: { of: { [`n${depth}`]: parameter() }, is: nested(depth - 1, parameter) } };
  }

  test('the count that is said is no infinity', () => {
    const [found] = diagnosticsOf(parseSystem({ ...tiny, instances: { a: { count: 1000, memory: { n: ten } } } }));
    expect(found?.message).toContain('more than countable');
  });
});
