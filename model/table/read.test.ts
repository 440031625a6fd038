import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { law } from '../testing.ts';
import { tableArbitrary } from './arbitrary.ts';
import { formatDiagnostic } from './diagnostic.ts';
import { readTable, type TextFormat } from './read.ts';
import { damagedTable, diagnosticsOf, FILE, insistOnPlaces, problemsIn } from './testing.ts';
import type { Table } from './types.ts';
import { tableToJson, tableToYaml } from './write.ts';

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype);
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PROTOTYPE);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

const FORMATS = fc.constantFrom<TextFormat>('yaml', 'json');
const runs = { numRuns: 500 };
const LAMP = `name: lamp
states: { off: { initial: true }, on: {} }
events: { press: {} }
transitions:
  - { from: off, on: press, to: on }
`;
const read = (text: string, format: TextFormat = 'yaml') => readTable(text, { file: FILE, format });
const tableOf = (text: string, format: TextFormat = 'yaml'): Table => {
  const parsed = read(text, format);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'));
  return parsed.table;
};

/** Marks the places in an example where a diagnostic is expected. */
const MARK = '▸';
/** The text of an example, and each marked place with its code. */
function marked(example: string, codes: readonly string[]) {
  const [first = '', ...others] = example.split(MARK);
  let text = first;
  const expected = others.map((piece, index) => {
    const lines = text.split('\n');
    text += piece;
    return `${lines.length}:${(lines.at(-1) as string).length + 1} ${codes[index]}`;
  });
  expect(codes).toHaveLength(others.length);
  return { text, expected };
}

describe('whatever the text, there is a table or a diagnostic with a place inside it', () => {
  const marks = fc.constantFrom(
    ...[
      '- ',
      '? ',
      ': ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '&a ',
      '*a',
      '!!js/function ',
      '<<: ',
      '---\n',
      '...\n',
      '%YAML 1.1\n',
    ],
    ...[
      '\n',
      '\n  ',
      '\r\n',
      '\t',
      '\ufeff',
      '#',
      '"',
      "'",
      '|\n',
      '>-\n',
      'a',
      'name: t\n',
      'states: ',
      'null',
      '.inf',
      '\\',
    ],
  );
  law.prop([fc.string({ unit: 'binary' }), FORMATS], runs)('for any text', (text, format) => {
    insistOnPlaces(text, format);
  });
  law.prop([fc.array(marks, { maxLength: 30 }), FORMATS], { numRuns: 3000 })('for marks', (parts, format) => {
    insistOnPlaces(parts.join(''), format);
  });
  law.prop([tableArbitrary(), FORMATS, fc.nat(), fc.nat(3), fc.oneof(marks, fc.string({ maxLength: 3 }))], runs)(
    'for a table with a slip',
    (table, format, at, removed, slip) => {
      const text = format === 'yaml' ? tableToYaml(table) : tableToJson(table);
      const start = at % text.length;
      insistOnPlaces(text.slice(0, start) + slip + text.slice(start + removed), format);
    },
  );
  law.prop([damagedTable], runs)('for a damaged table', (table) => {
    insistOnPlaces(tableToYaml(table as Table), 'yaml');
    insistOnPlaces(tableToJson(table as Table), 'json');
  });
});

law.prop([damagedTable], { numRuns: 2000 })('what a diagnostic quotes stands at its place', (damaged) => {
  const text = JSON.stringify(damaged);
  for (const { code, place, text: quoted = '' } of diagnosticsOf(read(text, 'json')).slice(0, 100)) {
    if (code === 'SA110') continue; // what is missing stands nowhere
    const here = text.slice((place?.column ?? 0) - 1);
    const asText = JSON.stringify(quoted).slice(0, -1);
    expect([quoted, asText].filter((each) => here.startsWith(each))).not.toEqual([]);
  }
});

law.prop([tableArbitrary(), fc.array(fc.constantFrom('', ' ', '\n', '\t', '\r\n'), { minLength: 1 })], runs)(
  'JSON reads the same wherever it has spaces and lines',
  (table, gaps) => {
    let next = 0;
    const spaced = JSON.stringify(table).replace(/"(?:[^"\\]|\\.)*"|[[\]{},:]/g, (token) => {
      next += 2;
      return `${gaps[next % gaps.length]}${token}${gaps[(next + 1) % gaps.length]}`;
    });
    expect(tableOf(spaced, 'json')).toEqual(table);
  },
);

law.prop([tableArbitrary(), fc.boolean(), fc.boolean()], runs)(
  'line ends and a byte order mark change nothing',
  (table, crlf, bom) => {
    for (const [text, format] of [
      [tableToYaml(table), 'yaml'],
      [tableToJson(table), 'json'],
    ] as const)
      expect(tableOf((bom ? '\ufeff' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text), format)).toEqual(table);
  },
);

const WRONG = `name: 1lamp
titel: A lamp
states:
  off: { initial: true, final: yes }
  on: { tags: [bright lights] }
  stay: {}
events:
  press: { by: user, label: 3 }
  burn: { after: 5 minutes }
memory:
  presses: { range: [3, 0], initial: 0 }
  kind: { values: [led, bulb] }
transitions:
  - { from: of, on: press, to: on }
  - { from: on, on: prses, to: off, when: { prsses: 1 } }
  - { from: on, on: press }
  - from: on
    on: press
    to: off
    set: { kind: lad }
    wehn: { kind: led }
properties:
  lights: { reachable: { state: onn } }
rulings:
  - { finding: SA999, because: x }
`;
const WRONG_AT = [
  '1:7 SA120',
  '2:1 SA111',
  '4:32 SA112',
  '5:16 SA120',
  '6:3 SA121',
  '8:29 SA112',
  '9:18 SA140',
  '11:21 SA141',
  '12:3 SA146',
  '14:13 SA130',
  '15:21 SA131',
  '15:45 SA132',
  '16:5 SA110',
  '21:5 SA111',
  '23:33 SA130',
  '25:16 SA152',
];

describe('all problems are said in one pass, in the order of the text', () => {
  test('of a file with many mistakes', () => {
    expect(problemsIn(WRONG)).toEqual(WRONG_AT);
    const suggestions = diagnosticsOf(read(WRONG)).flatMap(({ suggestion = [] }) => suggestion);
    expect(suggestions).toEqual(['title', 'off', 'press', 'presses', 'when', 'on']);
  });

  test('whatever its line ends, with or without a byte order mark', () => {
    expect(problemsIn(`\ufeff${WRONG.replaceAll('\n', '\r\n')}`)).toEqual(WRONG_AT);
  });

  test('of the syntax', () => {
    expect(problemsIn('name: [a\nstates: {\n')).toEqual(problemsIn('name: [a\nstates: {\n').toSorted());
    expect(problemsIn('a: b: c\nd: e: f\n').every((each) => / SA101$/.test(each))).toBe(true);
    expect(problemsIn('a: b: c\nd: e: f\n').length).toBeGreaterThan(1);
  });

  test('of keys that stand twice, together with those of the values', () => {
    expect(problemsIn(`${LAMP}name: lamp\nevents: { press: {}, press: {} }\ntitel: x\n`)).toEqual([
      '6:1 SA102',
      '7:1 SA102',
      '7:22 SA102',
      '8:1 SA111',
    ]);
  });

  test('counted, where there are more than a hundred', () => {
    const twice = Array.from({ length: 60 }, (_, line) => `  e${line}: {}\n  e${line}: {}\n`).join('');
    const rows = Array.from({ length: 120 }, () => '  - { from: of, on: e1, to: on }\n').join('');
    const found = diagnosticsOf(
      read(`name: t\nstates: { off: { initial: true }, on: {} }\nevents:\n${twice}transitions:\n${rows}`),
    );
    expect(found).toHaveLength(101);
    expect(found[100]).toMatchObject({ message: 'and 80 more problems', place: { line: 165, column: 13 } });
  });
});

describe('a diagnostic points at', () => {
  const row = (parts: string): string => LAMP.replace('to: on }', `to: on, ${parts} }`);
  test.each<[string, string, readonly string[]]>([
    ['a name, not the key before it', LAMP.replace('name: lamp', 'name:   ▸my lamp'), ['SA120']],
    ['a key, not its value', LAMP.replace('{ from', '{ ▸form: x, from'), ['SA111']],
    ['a variable of a guard', row('when: { ▸n: 1 }'), ['SA132']],
    ['a variable that is set', row('set: { ▸n: 1 }'), ['SA132']],
    ['a word like its own key', LAMP.replace('to: on', 'to: ▸to'), ['SA130']],
    ['an item', LAMP.replace('from: off', 'from: [off, ▸of]'), ['SA130']],
    [
      'the row of a missing key',
      LAMP.replace('{ from: off, on: press, to: on }', '▸{ from: off, on: press }'),
      ['SA110'],
    ],
    ['a missing list, by its key', LAMP.replace('off:', 'off: { initial: true }, dim: { ▸tags: }, old:'), ['SA112']],
    [
      'an alias of a wrong value',
      LAMP.replace('off, on: press, to: on', '&x ▸of, on: press, to: ▸*x'),
      ['SA130', 'SA130'],
    ],
    [
      'a part of what an alias repeats',
      LAMP.replace('on: {}', 'on: &s { ▸▸gruop: live }, dim: *s'),
      ['SA111', 'SA111'],
    ],
    ['an empty value, by its key', LAMP.replace('press: {}', '▸press: '), ['SA112']],
    ['a list on one line', LAMP.replace('press: {}', 'press: ▸[]'), ['SA112']],
    ['a list in lines, by its key', LAMP.replace('events: { press: {} }', 'events:\n  ▸press:\n    - hard'), ['SA112']],
    ['the last of two keys, whose value counts', `${LAMP}title: x\n▸title: ▸3\n`, ['SA102', 'SA112']],
  ])('%s', (_, example, codes) => {
    const { text, expected } = marked(example, codes);
    expect(problemsIn(text)).toEqual(expected);
  });
});

describe('YAML', () => {
  test('anchors and aliases repeat parts', () => {
    const text = `name: lamp
states: { off: { initial: true }, on: &plain { group: live }, dim: *plain }
events: { press: {}, hold: {} }
memory: { n: { range: [0, 3], initial: 0 } }
transitions:
  - { from: off, on: press, to: on, when: &few { n: { lt: 3 } } }
  - { from: &lit [on, dim], on: hold, to: off, when: *few }
  - { from: *lit, on: press, to: off }
`;
    expect(tableOf(text)).toMatchObject({
      states: { on: { group: 'live' }, dim: { group: 'live' } },
      transitions: [{}, { when: { n: { lt: 3 } } }, { from: ['on', 'dim'] }],
    });
  });

  test('an alias may stand in a thousand rows', () => {
    const rows = '  - { from: on, on: press, to: off, when: *few }\n'.repeat(1000);
    const text = LAMP.replace('to: on }', 'to: on, when: &few { n: { lt: 3 } } }');
    expect(tableOf(`memory: { n: { range: [0, 3], initial: 0 } }\n${text}${rows}`).transitions).toHaveLength(1001);
  });

  test.each<[string, string, readonly string[]]>([
    ['an alias of nothing', `${LAMP}title: ▸*words\n`, ['SA101']],
    ['an alias before its anchor', `title: ▸*words\ndescription: &words x\n${LAMP}`, ['SA101']],
    ['a part that contains itself', `${LAMP}title: &t { en: ▸*t }\n`, ['SA103']],
    ['merge keys', LAMP.replace('on: {}', 'on: { ▸<<: { group: live } }'), ['SA105']],
    ['tags', `${LAMP}title: ▸!!js/function "return 1"\n`, ['SA105']],
    ['local tags', `${LAMP}title:  ▸!secret x\ndescription: ▸!!str x\n`, ['SA105', 'SA105']],
    ['several documents', `${LAMP}▸---\n${LAMP}`, ['SA105']],
    ['keys that are no texts', `${LAMP}? ▸[a]\n: 1\n▸1.50: x\n`, ['SA105', 'SA105']],
    ['keys that stand twice', LAMP.replace('on: {}', 'on: {}, ▸on: {}'), ['SA102']],
    ['__proto__', `${LAMP}▸__proto__: { polluted: true }\n`, ['SA106']],
    ['__proto__ in quotes', `${LAMP}▸"__proto__": { polluted: true }\n`, ['SA106']],
    ['__proto__ through an alias', `${LAMP}title: &p __proto__\n▸*p : { polluted: true }\n`, ['SA105']],
    ['numbers without end', `${LAMP}title: ▸.inf\ndescription: ▸.nan\n`, ['SA103', 'SA103']],
    ['a number too large to be one', `${LAMP}title: ▸1${'0'.repeat(400)}\n`, ['SA103']],
    ['a number that is no line', LAMP.replace('to: on', 'to: on, cites: { m: [▸1e20] }'), ['SA112']],
    ['a list', '▸- name: lamp\n', ['SA103']],
    ['a text', '▸lamp\n', ['SA103']],
    ['null', '▸null\n', ['SA103']],
    ['nothing', '▸', ['SA103']],
    ['spaces', '▸ \n\t\n', ['SA103']],
    ['comments', '▸# lamp\n', ['SA103']],
    ['an empty document', '---▸\n', ['SA103']],
    ['a directive and nothing more', '%YAML 1.2\n▸', ['SA101']],
    ['zero bytes', 'name: a\nstates: ▸\u0000\n', ['SA101']],
  ])('refuses %s', (_, example, codes) => {
    const { text, expected } = marked(example, codes);
    expect(problemsIn(text)).toEqual(expected);
  });

  test('is version 1.2, whatever it says of itself', () => {
    const text = LAMP.replace('on: {}', 'no: { tags: [yes, o1] }').replace('to: on', 'to: no');
    expect(tableOf(`%YAML 1.1\n---\n${text}`).states).toEqual({ off: { initial: true }, no: { tags: ['yes', 'o1'] } });
  });

  test('may have a quoted << as a key', () => {
    expect(problemsIn(`${LAMP}properties: { "<<": { reachable: {} } }\n`)).toEqual([]);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])('has %s as a key like any other', (name) => {
    expect(tableOf(LAMP.replace('on: {}', `${name}: {}`).replace('to: on', `to: ${name}`)).transitions).toEqual([
      { from: 'off', on: 'press', to: name },
    ]);
    expect(problemsIn(`${LAMP}${name}: {}\n`)).toEqual(['6:1 SA111']);
  });

  test('many brackets and commas in a text are a text', () => {
    const words = '[{,:}] '.repeat(400_000);
    expect(tableOf(`${LAMP}title: "${'['.repeat(3000)}"\ndescription: '${words}'\n`).description).toBe(words);
  });
});

describe('JSON', () => {
  const json = (parts: string): string =>
    `{"name":"lamp","states":{"off":{"initial":true}},"events":{},"transitions":[]${parts}}`;
  test.each<[string, string, readonly string[]]>([
    ['YAML', `▸${LAMP}`, ['SA101']],
    ['a comma too many', json(',▸'), ['SA101']],
    ['comments', `${json('')} ▸// lamp`, ['SA101']],
    [
      'keys that stand twice',
      json(',▸"name":"lamp",▸▸"states":{"on":{"initial":true},▸"on":{}}'),
      ['SA102', 'SA102', 'SA150', 'SA102'],
    ],
    ['keys that are twice the same text', json(',"title":{"a":"x",▸"\\u0061":"y"}'), ['SA102']],
    ['__proto__', json(',▸"__proto__":{"polluted":true}'), ['SA106']],
    ['__proto__, escaped', json(',▸"\\u005f_proto__":{"polluted":true}'), ['SA106']],
    ['NaN', json(',"title":▸NaN'), ['SA101']],
    ['a number too large to be one', json(',"title":▸1e400'), ['SA103']],
    ['a list', '▸[]', ['SA103']],
    ['a text', '▸"lamp"', ['SA103']],
    ['null', '▸null', ['SA103']],
    ['nothing', '▸', ['SA103']],
    ['two tables', `${json('')}\n▸${json('')}`, ['SA101']],
  ])('refuses %s', (_, example, codes) => {
    const { text, expected } = marked(example, codes);
    expect(problemsIn(text, 'json')).toEqual(expected);
  });

  test('may have keys and texts of any length', () => {
    const long = 'x'.repeat(2000);
    const properties = `,"properties":{"${long}":{"reachable":{}}},"title":"${'\\n'.repeat(2_000_000)}"`;
    const { properties: read, title } = tableOf(json(properties), 'json');
    expect(Object.keys(read ?? {})).toEqual([long]);
    expect((title as string).length).toBe(2_000_000);
  });
});

describe('large texts', () => {
  const MILLION = 1_000_000;
  const LARGE: readonly [string, () => string, TextFormat, string][] = [
    ['one text in YAML', () => `${LAMP}title: "${'x'.repeat(10 * MILLION)}"\n`, 'yaml', 'a table'],
    ['one text in lines', () => `${LAMP}title: |\n${'  word word word\n'.repeat(600_000)}`, 'yaml', 'a table'],
    [
      'one text in JSON',
      () => JSON.stringify({ ...tableOf(LAMP), title: 'x'.repeat(10 * MILLION) }),
      'json',
      'a table',
    ],
    ['a text without an end', () => `${LAMP}title: "${'x'.repeat(10 * MILLION)}`, 'yaml', '6:10000009 SA101'],
    ['one name', () => LAMP.replace('to: on', `to: ${'x'.repeat(10 * MILLION)}`), 'yaml', '5:33 SA130'],
    ['a dense list', () => `[${'1,'.repeat(5 * MILLION)}1]\n`, 'yaml', '1:2000001 SA104'],
    ['a dense list in JSON', () => `[${'1,'.repeat(5 * MILLION)}1]`, 'json', '1:2000001 SA104'],
    ['a list of lines', () => '- a\n'.repeat(2.5 * MILLION), 'yaml', '1000001:1 SA104'],
    ['a list as long as may be', () => `[${'1,'.repeat(900_000)}1]`, 'yaml', '1:1 SA103'],
    ['anchors', () => '&a '.repeat(3 * MILLION), 'yaml', '1:30001 SA104'],
    ['aliases', () => `- &a x\n${'- *a\n'.repeat(2 * MILLION)}`, 'yaml', '10001:3 SA104'],
    ['documents', () => '---\n'.repeat(2.5 * MILLION), 'yaml', '10001:1 SA104'],
    ['texts side by side', () => '"a" '.repeat(1.9 * MILLION), 'yaml', '1:5 SA101'],
    ['closing brackets', () => '}'.repeat(1.9 * MILLION), 'yaml', '1:1 SA101'],
    ['colons', () => ': '.repeat(1.9 * MILLION), 'yaml', '1:3 SA101'],
    ['blank lines', () => `${'\n'.repeat(9 * MILLION)}${LAMP}`, 'yaml', '8000001:1 SA104'],
    ['open brackets', () => '['.repeat(10 * MILLION), 'yaml', '1:42 SA104'],
    ['open brackets in JSON', () => `${'['.repeat(5 * MILLION)}${']'.repeat(5 * MILLION)}`, 'json', '1:42 SA104'],
    ['open braces', () => '{a: '.repeat(2.5 * MILLION), 'yaml', '1:165 SA104'],
    ['lists in lists', () => '- '.repeat(5 * MILLION), 'yaml', '1:83 SA104'],
    ['keys of keys', () => '? '.repeat(5 * MILLION), 'yaml', '1:83 SA104'],
    [
      'indented keys',
      () => Array.from({ length: 4400 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      'yaml',
      '1:1 SA104',
    ],
    [
      'a few indented keys',
      () => Array.from({ length: 50 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      'yaml',
      '3:3 SA104',
    ],
    ['more characters than are read', () => `${LAMP}title: ${'x'.repeat(16 * MILLION)}`, 'yaml', '1:1 SA104'],
  ];
  test.each(LARGE)(
    '%s',
    (_, make, format, expected) => {
      const parsed = insistOnPlaces(make(), format);
      expect(
        parsed.ok
          ? 'a table'
          : [parsed.diagnostics[0]].map((each) => `${each?.place?.line}:${each?.place?.column} ${each?.code}`)[0],
      ).toBe(expected);
    },
    300_000,
  );

  test('a billion laughs', () => {
    const lines = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
    for (let level = 1; level < 10; level++)
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    const [problem, ...others] = diagnosticsOf(read(lines.join('\n')));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'SA104', message: expect.stringContaining('aliases written out') });
    expect(lines[(problem?.place?.line ?? 0) - 1]).toMatch(/^a\d: &a\d \[\*a/);
  }, 300_000);

  const many = 100_000;
  const chain: Table = {
    name: 'chain',
    states: Object.fromEntries(Array.from({ length: many }, (_, i) => [`s${i}`, i === 0 ? { initial: true } : {}])),
    events: { go: {} },
    transitions: Array.from({ length: many - 1 }, (_, i) => ({ from: `s${i}`, on: 'go', to: `s${i + 1}` })),
  };

  test('a hundred thousand states and rows are read', () => {
    const yaml = ['name: chain', 'states:', '  s0: { initial: true }'];
    for (let i = 1; i < many; i++) yaml.push(`  s${i}: {}`);
    yaml.push('events: { go: {} }', 'transitions:');
    for (let i = 0; i < many - 1; i++) yaml.push(`  - { from: s${i}, on: go, to: s${i + 1} }`);
    const parsed = read(yaml.join('\n'));
    expect(parsed).toMatchObject({ ok: true });
    expect(JSON.stringify(parsed.ok && parsed.table)).toBe(JSON.stringify(chain));
    for (const row of [0, 1, many - 2]) expect(parsed.places(['transitions', row])?.line).toBe(many + 5 + row);
    expect(parsed.places(['states', `s${many - 1}`])).toEqual({ file: FILE, line: many + 2, column: 3 });
  }, 300_000);

  test('a hundred thousand states and rows are read from JSON', () => {
    const table = tableOf(tableToJson(chain), 'json');
    expect(JSON.stringify(table)).toBe(JSON.stringify(chain));
  }, 300_000);

  test('a hundred thousand rows with two mistakes each have a hundred diagnostics', () => {
    const rows = chain.transitions.map((row) => ({ ...row, from: 'z9', on: 'og' }));
    const found = diagnosticsOf(read(tableToJson({ ...chain, transitions: rows }), 'json'));
    expect(found).toHaveLength(101);
    expect(found[0]).toMatchObject({ code: 'SA130', suggestion: 's9', path: ['transitions', 0, 'from'] });
    expect(found[100]?.message).toBe(`and ${2 * (many - 1) - 100} more problems`);
  }, 300_000);

  test('a variable may have fifty thousand words or states', () => {
    const words = Array.from({ length: 50_000 }, (_, i) => `w${i}`);
    const states = Object.keys(chain.states).slice(0, words.length);
    const memory = {
      word: { values: words, initial: words },
      saved: { states, initial: states.slice(0, 1) },
      tagged: { states: { tag: words }, initial: states.slice(0, 1) },
    };
    const tagged = Object.fromEntries(
      states.map((state, i) => [state, { ...(i === 0 ? { initial: true } : {}), tags: [`w${i}`] }]),
    );
    const text = JSON.stringify({ ...chain, states: tagged, memory, transitions: [] });
    expect(problemsIn(text, 'json')).toEqual([]);
  }, 300_000);

  test('initial values that multiply into too many configurations are refused before any is made', () => {
    const ten = { range: [0, 9], initial: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] };
    const wheels = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`w${i}`, ten]));
    const lock = (memory: object, initial: unknown) =>
      JSON.stringify({ name: 'lock', states: { shut: { initial } }, events: { turn: {} }, memory, transitions: [] });
    expect(problemsIn(lock(wheels(5), true), 'json')).toEqual([]);
    expect(problemsIn(lock(wheels(40), true), 'json')).toEqual([expect.stringContaining('SA154')]);
    const given = Object.fromEntries(Object.keys(wheels(38)).map((name) => [name, 0]));
    expect(problemsIn(lock(wheels(40), { memory: given }), 'json')).toEqual([]);
  });
});
