import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { law } from '../testing.ts';
import { formatPath } from './diagnostic.ts';
import { parseTable } from './parse.ts';
import { damagedTable, diagnosticsOf, insistOnAnswer } from './testing.ts';

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype);
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PROTOTYPE);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

const runs = { numRuns: 500 };

/** A table to put something into. */
const lamp = (parts: object = {}): object => ({
  name: 'lamp',
  states: { off: { initial: true }, on: {} },
  events: { press: {} },
  transitions: [{ from: 'off', on: 'press', to: 'on' }],
  ...parts,
});
/** `path code text, suggestion` of everything that is wrong with a value. */
const problems = (value: unknown): readonly string[] =>
  diagnosticsOf(parseTable(value)).map(({ code, path, text = '', suggestion }) =>
    `${formatPath(path)} ${code} ${text}${suggestion === undefined ? '' : ` → ${suggestion}`}`.trim(),
  );

describe('whatever is given, there is a table or a diagnostic', () => {
  law.prop([fc.jsonValue()], runs)('for JSON', (value) => insistOnAnswer(parseTable(value)));
  law.prop(
    [fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true })],
    runs,
  )('for anything', (value) => insistOnAnswer(parseTable(value)));
  law.prop([
    fc.anything({ withNullPrototype: true, withObjectString: true }),
    fc.constantFrom('states', 'name', 'title'),
  ])('for anything inside a table', (value, key) => insistOnAnswer(parseTable(lamp({ [key]: value }))));
  law.prop([damagedTable], { numRuns: 1000 })('for damaged tables', (value) => insistOnAnswer(parseTable(value)));
});

law.prop([damagedTable], runs)('a diagnostic says nothing twice', (value) => {
  const said = diagnosticsOf(parseTable(value)).map(({ code, path, text }) => JSON.stringify([code, path, text]));
  expect(said).toEqual([...new Set(said)]);
});

describe('what is no data', () => {
  class Door {
    states = {};
  }
  const cyclic: { title?: unknown } = lamp();
  cyclic.title = { en: cyclic };
  const ring: unknown[] = [];
  ring.push(ring);
  const deaf = { valueOf: null, toString: null };

  test.each<[string, unknown, readonly string[]]>([
    ['undefined', undefined, ['SA103']],
    ['a list', [], ['SA103 []']],
    ['a text', 'name: lamp', ['SA103 name: lamp']],
    ['a number', 3, ['SA103 3']],
    ['NaN', Number.NaN, ['SA103 NaN']],
    ['null', null, ['SA103 null']],
    ['a function', lamp({ title: Math.max }), [`title SA103 ${String(Math.max)}`]],
    ['a symbol', lamp({ title: Symbol('x') }), ['title SA103 Symbol(x)']],
    ['a bigint', lamp({ title: 3n }), ['title SA103 3']],
    [
      'infinity',
      lamp({ memory: { n: { range: [0, Number.POSITIVE_INFINITY], initial: 0 } } }),
      ['memory.n.range[1] SA103 Infinity'],
    ],
    ['a date', lamp({ title: new Date(0) }), ['title SA103']],
    ['a map', lamp({ states: new Map([['off', {}]]) }), ['states SA103']],
    ['an instance', new Door(), ['SA103']],
    ['a cycle', cyclic, ['title.en SA103']],
    ['a list of itself', ring, ['[0] SA103']],
    ['holes', lamp({ transitions: new Array(2) }), ['transitions[0] SA103', 'transitions[1] SA103']],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
      ['SA103'],
    ],
    ['a revoked proxy', revoked(), ['SA103']],
    ['an object that is no text', lamp({ title: deaf }), ['title SA112 {"valueOf":null,"toString":null}']],
  ])('%s', (_, value, expected) => {
    expect(problems(value)).toEqual(expected);
  });

  function revoked(): unknown {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  }
});

test('a getter that throws where it is read', () => {
  const table = lamp();
  Object.defineProperty(table, 'title', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
  expect(problems(table)).toEqual(['SA103']);
});

test('a getter is read once, and the table is the copy', () => {
  let reads = 0;
  const table = lamp();
  Object.defineProperty(table, 'title', { enumerable: true, get: () => `${++reads}` });
  const parsed = parseTable(table);
  expect(parsed).toMatchObject({ ok: true, table: { title: '1' } });
  expect(reads).toBe(1);
});

test('the table is frozen, and shares nothing with what was given', () => {
  const given = lamp() as { states: { off: object } };
  const parsed = parseTable(given);
  if (!parsed.ok) throw new Error('refused');
  expect(Object.isFrozen(parsed.table.states.off)).toBe(true);
  expect(Object.isFrozen(given.states.off)).toBe(false);
});

test('a key that is undefined is absent', () => {
  expect(parseTable(lamp({ memory: undefined }))).toEqual({ ok: true, table: lamp() });
});

describe('names of object prototypes', () => {
  const NAMES = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];

  test.each(NAMES)('%s is a name like any other', (name) => {
    const table = {
      name,
      actors: { [name]: {} },
      groups: { [name]: {} },
      states: { [name]: { initial: { memory: { [name]: 1 } }, group: name, tags: [name] } },
      events: { [name]: { by: name } },
      memory: { [name]: { range: [0, 1], initial: 0 } },
      transitions: [
        {
          from: { tag: name },
          on: name,
          to: name,
          when: { [name]: 1 },
          set: { [name]: { add: 1 } },
          cites: { [name]: [1] },
        },
      ],
      properties: { [name]: { reachable: { state: name } } },
      sources: { [name]: { title: name, claims: [{ line: 1, column: 'next', of: name, text: name }] } },
      rulings: [{ property: name, because: name }],
    };
    expect(parseTable(table)).toEqual({ ok: true, table });
  });

  test.each(NAMES)('%s is unknown until it is declared', (name) => {
    expect(problems(lamp({ [name]: {} }))).toEqual([`${name} SA111 ${name}`]);
    const row = {
      from: name,
      on: name,
      to: { recall: name },
      when: { [name]: 1 },
      set: { [name]: 1 },
      cites: { [name]: [1] },
    };
    expect(problems(lamp({ transitions: [row] })).map((each) => each.split(' ')[1])).toEqual([
      'SA130',
      'SA131',
      'SA132',
      'SA132',
      'SA132',
      'SA136',
    ]);
  });

  test('__proto__ is refused wherever it is a key', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": 1}, "states": {"__proto__": {"polluted": 1}}, "constructor": {"prototype": {"polluted": 1}}}',
    );
    expect(problems(hostile)).toEqual(['__proto__ SA106 __proto__', 'states.__proto__ SA106 __proto__']);
  });

  test('__proto__ is no name', () => {
    expect(problems(lamp({ transitions: [{ from: '__proto__', on: '__proto__', to: '__proto__' }] }))).toEqual([
      'transitions[0].from SA130 __proto__',
      'transitions[0].on SA131 __proto__',
      'transitions[0].to SA130 __proto__',
    ]);
  });
});

describe('what is too large', () => {
  const nested = (depth: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
    return value;
  };

  test.each([41, 1000, 100_000])('%i levels', (depth) => {
    expect(problems(lamp({ title: nested(depth) })).map((each) => each.split(' ')[1])).toEqual(['SA104']);
  });

  test('an object that is repeated so often that it cannot be written out', () => {
    let value: unknown = 'lol';
    for (let level = 0; level < 30; level++) value = [value, value];
    expect(problems(lamp({ title: value }))).toEqual(['title SA104']);
  });

  test('a list that says it is long', () => {
    const parsed = parseTable(new Array(4_294_967_295));
    insistOnAnswer(parsed);
    expect(diagnosticsOf(parsed)[0]).toMatchObject({ code: 'SA103', path: [0] });
  });

  test('a hundred problems are shown, the others counted', () => {
    const row = { from: 'of', on: 'press', to: 'on' };
    const found = diagnosticsOf(parseTable(lamp({ transitions: Array(250).fill(row) })));
    expect(found).toHaveLength(101);
    expect(found[99]).toMatchObject({ code: 'SA130', path: ['transitions', 99, 'from'], suggestion: 'off' });
    expect(found[100]).toMatchObject({ code: 'SA130', message: 'and 150 more problems' });
  });

  test('a sentence and its text stay short', () => {
    const words = Array.from({ length: 50_000 }, (_, index) => `word${index}`);
    const memory = { v: { values: words, initial: words.map((word) => `${word}x`.repeat(30)) } };
    const parsed = parseTable(lamp({ memory }));
    insistOnAnswer(parsed);
    expect(diagnosticsOf(parsed)[0]?.message).toContain('word19 and 49980 more');
  });
});

describe('one mistake is said once', () => {
  test('the group and the tags of a misshapen state still count', () => {
    const states = { off: { initial: 3, group: 'live', tags: ['dark'] }, on: {} };
    const transitions = [
      { from: { group: 'live' }, on: 'press', to: 'on' },
      { from: { tag: 'dark' }, on: 'press', to: 'on' },
    ];
    expect(problems(lamp({ states, transitions }))).toEqual(['states.off.initial SA112 3']);
  });

  test('a number that is too small, and too far from zero to be exact', () => {
    const transitions = [{ from: 'off', on: 'press', to: 'on', cites: { manual: [-9007199254740992] } }];
    expect(problems(lamp({ transitions }))).toEqual(['transitions[0].cites.manual[0] SA112 -9007199254740992']);
  });

  test('the others of its tags keep their places', () => {
    const states = { off: { initial: true, tags: [3, 'a b'] }, on: {} };
    expect(problems(lamp({ states }))).toEqual(['states.off.tags[0] SA112 3', 'states.off.tags[1] SA120 a b']);
    const more = { off: { initial: true, tags: [null, 'a b', false] }, on: {} };
    const transitions = [{ from: { tag: 'ab' }, on: 'press', to: 'on' }];
    expect(problems(lamp({ states: more, transitions }))).toEqual([
      'states.off.tags[0] SA112 null',
      'states.off.tags[2] SA112 false',
      'states.off.tags[1] SA120 a b',
      'transitions[0].from.tag SA134 ab → a b',
    ]);
  });

  test('a misshapen declaration still declares its name', () => {
    const table = lamp({
      actors: { user: 3 },
      events: { press: { by: 'user' } },
      memory: { n: 3, m: { range: [0, 3], initial: 0 } },
      sources: { manual: 3 },
      properties: { lights: 3 },
      transitions: [
        {
          from: 'off',
          on: 'press',
          to: { recall: 'n' },
          when: { n: 1, m: { lt: { memory: 'n' } } },
          cites: { manual: [1] },
        },
      ],
      rulings: [{ property: 'lights', because: 'x' }],
    });
    expect(problems(table)).toEqual([
      'actors.user SA112 3',
      'memory.n SA112 3',
      'properties.lights SA112 3',
      'sources.manual SA112 3',
    ]);
  });

  test('names are not looked up where a whole section could not be read', () => {
    const transitions = [{ from: 'off', on: 'press', to: 'on', when: { n: 1 }, set: { n: 2 } }];
    expect(problems(lamp({ memory: 3, transitions }))).toEqual(['memory SA112 3']);
  });

  test('values are not held against a range that is none', () => {
    const memory = { n: { range: [3, 0], initial: 1 } };
    const transitions = [{ from: 'off', on: 'press', to: 'on', set: { n: 2 } }];
    expect(problems(lamp({ memory, transitions }))).toEqual(['memory.n.range SA141 [3,0]']);
  });
});

describe('did you mean', () => {
  test.each<[string, object, string]>([
    ['a state', { from: 'of', on: 'press', to: 'on' }, 'transitions[0].from SA130 of → off'],
    ['a state in another case', { from: 'OFF', on: 'press', to: 'on' }, 'transitions[0].from SA130 OFF → off'],
    ['an event', { from: 'off', on: ['perss'], to: 'on' }, 'transitions[0].on[0] SA131 perss → press'],
    [
      'a variable',
      { from: 'off', on: 'press', to: 'on', when: { atempts: 1 } },
      'transitions[0].when.atempts SA132 atempts → attempts',
    ],
    ['a key', { from: 'off', on: 'press', to: 'on', wehn: { attempts: 1 } }, 'transitions[0].wehn SA111 wehn → when'],
    [
      'a value',
      { from: 'off', on: 'press', to: 'on', set: { kind: 'admn' } },
      'transitions[0].set.kind SA142 admn → admin',
    ],
    ['nothing that is far', { from: 'elsewhere', on: 'press', to: 'on' }, 'transitions[0].from SA130 elsewhere'],
  ])('%s', (_, row, expected) => {
    const memory = { attempts: { range: [0, 3], initial: 0 }, kind: { values: ['admin', 'guest'], initial: 'guest' } };
    expect(problems(lamp({ memory, transitions: [row] }))).toEqual([expected]);
  });
});
