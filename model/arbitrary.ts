/** Random pieces of which random tables and systems are made. For tests only. */
import fc from 'fast-check';
import type { Fairness, Ruling, Text, Value, Variable } from './table/types.ts';

type PlainVariable = Exclude<Variable, { readonly states: unknown }>;
type PlainDomain =
  | { readonly range: readonly [from: number, to: number] }
  | { readonly values: readonly string[] }
  | { readonly flag: true };

/** Names that are easily mistaken: those of object prototypes, and words that YAML reads as something else. */
const AWKWARD = [
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'null',
  'true',
  'no',
  'e1',
  'naïve',
  'a.b-c_d',
];

/** Texts that are easily mangled by writers and readers. */
const AWKWARD_TEXTS = [
  '',
  ' ',
  '#',
  ': ',
  '- a',
  "it's",
  '"',
  '\\',
  'a\nb',
  '\t',
  'null',
  '1',
  '<<',
  '---',
  'é😀',
  '\u2028',
  '<img src=x onerror=alert(1)>',
  '&amp;#35;',
  '*/',
  '-->|x|',
  '%%{init: {}}%%',
  'end',
  '```',
  '[a](b)',
  'a | b',
  ';',
  '\u202e',
  '\u001b[2J',
  '\r\n',
  '__proto__',
];

export const name = (plain: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(20).map((number) => `${plain}${number}`) },
    { weight: 1, arbitrary: fc.constantFrom(...AWKWARD) },
  );

export const names = (plain: string, minLength: number, maxLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(name(plain), { minLength, maxLength });

export const words: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(...AWKWARD_TEXTS),
);

/** What properties are called: any words but the one key that no value can have. */
export const titles = (maxLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(
    words.filter((each) => each !== '__proto__'),
    { maxLength },
  );

export const text: fc.Arbitrary<Text> = fc.oneof(
  words,
  fc
    .uniqueArray(fc.constantFrom('en', 'fr', 'de-CH'), { minLength: 1 })
    .chain((languages) =>
      fc
        .tuple(...languages.map(() => words))
        .map((each) => Object.fromEntries(languages.map((tag, i) => [tag, each[i] as string]))),
    ),
);

/** A record of optional parts: any selection of them, never a key without a value. */
export const partly = <T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

/** What is required together with any selection of what is optional. */
export const made = <T>(
  required: fc.Arbitrary<object>,
  optional: { [key: string]: fc.Arbitrary<unknown> },
): fc.Arbitrary<T> => fc.tuple(required, partly(optional)).map(([one, more]) => ({ ...one, ...more }) as T);

export const several = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...items], { minLength: 1, maxLength: Math.min(3, items.length) });

/** What is said to be distinct, under its key: two or three of the names, each once; or nothing. */
export const distinct = (names: readonly string[]): fc.Arbitrary<{ distinct?: string[] }> => {
  const all = [...new Set(names)];
  if (all.length < 2) return fc.constant({});
  return partly({ distinct: fc.subarray(all, { minLength: 2, maxLength: Math.min(3, all.length) }) });
};

export const oneOrSeveral = (items: readonly string[]): fc.Arbitrary<string | string[]> =>
  fc.oneof(fc.constantFrom(...items), several(items));

export const oneOf = <T>(...arbitraries: readonly (fc.Arbitrary<T> | undefined)[]): fc.Arbitrary<T> =>
  fc.oneof(...arbitraries.filter((each) => each !== undefined));

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

export const initialOf = <T extends Value>(values: readonly T[]): fc.Arbitrary<T | T[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: several(values) });

/** A domain that is the same in tables and systems, without its initial value. */
export const plainDomain: fc.Arbitrary<PlainDomain> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -2, max: 2 }), fc.nat(2))
    .map(([from, more]): PlainDomain => ({ range: [from, from + more] })),
  names('w', 1, 3).map((values): PlainDomain => ({ values })),
  fc.constant<PlainDomain>({ flag: true }),
);

/** The values of such a domain. */
export const valuesIn = (domain: PlainDomain): readonly Value[] => {
  if ('flag' in domain) return [false, true];
  return 'range' in domain ? range(...domain.range) : domain.values;
};

/** A variable of such a domain. */
export const plainVariable: fc.Arbitrary<PlainVariable> = plainDomain.chain((domain) => {
  const initial = initialOf(valuesIn(domain));
  const optional = made<PlainVariable>(fc.constant(domain), { initial });
  if ('flag' in domain) return optional;
  const required = initial.map((value) => ({ ...domain, initial: value }) as PlainVariable);
  if (!('values' in domain)) return required;
  const labels = partly(Object.fromEntries(domain.values.map((value) => [value, text])));
  return fc.oneof(
    required,
    fc.tuple(required, labels).map(([variable, said]) => ({ ...variable, labels: said }) as PlainVariable),
  );
});

/** Conditions with `all`, `any` and `not` to a depth. */
export function nested(simple: fc.Arbitrary<object>, depth: number): fc.Arbitrary<object> {
  if (depth === 0) return simple;
  const part = nested(simple, depth - 1);
  const parts = fc.array(part, { maxLength: 2 });
  const inside = partly({ all: parts, any: parts, not: part });
  const both = fc.tuple(simple, inside).map(([one, other]) => ({ ...one, ...other }));
  return fc.oneof({ weight: 2, arbitrary: simple }, { weight: 1, arbitrary: both });
}

/** A property of any kind, with these conditions, fair to some of these events. */
export const propertyOf = <P>(
  p: fc.Arbitrary<P>,
  events: readonly string[],
  described: boolean,
): fc.Arbitrary<object> => {
  const some = fc.subarray([...events]);
  const fair: fc.Arbitrary<Fairness> = partly({ weak: some, strong: some });
  const asked = fc.oneof(
    made<object>(fc.record({ invariant: p }), {}),
    made<object>(fc.record({ never: p }), { after: p }),
    made<object>(fc.record({ reachable: p }), {}),
    made<object>(fc.record({ alwaysCanReach: p }), { after: p }),
    made<object>(fc.record({ eventually: p }), { after: p, fair }),
    made<object>(fc.record({ when: p, leadsTo: p }), { fair }),
  );
  return fc
    .tuple(asked, described ? partly({ label: text, description: text }) : fc.constant({}))
    .map((parts) => Object.assign({}, ...parts));
};

export const day = fc.constantFrom('2024-02-29', '1999-12-31');

export const described = (words: boolean): fc.Arbitrary<object> =>
  words ? partly({ label: text, description: text }) : fc.constant({});

/** A record with one value for each of the keys. */
export const keyed = <T>(
  keys: readonly string[],
  value: (key: string) => fc.Arbitrary<T>,
): fc.Arbitrary<{ [key: string]: T }> =>
  fc.tuple(...keys.map(value)).map((values) => Object.fromEntries(keys.map((key, index) => [key, values[index] as T])));

/** A ruling on a subject. */
export const decided = (subject: fc.Arbitrary<object>): fc.Arbitrary<Ruling> => {
  const why = fc.tuple(subject, fc.record({ because: text })).map(([one, because]) => ({ ...one, ...because }));
  return made<Ruling>(why, { decision: fc.constantFrom('accept', 'reject', 'defer'), by: words, date: day });
};
