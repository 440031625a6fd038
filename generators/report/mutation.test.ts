/** Suggested properties are pasted where the report says, as they are printed, and the table is one with them; scores are told, or that none is known. */
import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import { finish } from '../../model/explore/work.ts';
import { readModel } from '../../model/system/read.ts';
import type { Model } from '../../model/system/types.ts';
import type { Places } from '../../model/table/places.ts';
import { check } from '../../properties/judge/index.ts';
import { type Mutation, mutating } from '../../properties/mutation/mutate.ts';
import { PLAIN } from './emphasis.ts';
import { mutationData, mutationLines, mutationShape } from './mutation.ts';

const ROWS = `transitions:
  - { from: a, on: go, to: b }
  - { from: b, on: back, to: a }
  - { from: b, on: end, to: c }
`;
const HEAD = `name: t
states: { a: { initial: true }, b: {}, c: { final: true } }
events: { go: {}, back: {}, end: {} }
`;
const JSON_HEAD = JSON.stringify({
  states: { a: { initial: true }, b: {} },
  events: { go: {}, back: {} },
  transitions: [
    { from: 'a', on: 'go', to: 'b' },
    { from: 'b', on: 'back', to: 'a' },
  ],
}).slice(1);

function read(text: string, format: 'yaml' | 'json'): { readonly model: Model; readonly places: Places } {
  const given = readModel(text, { file: `t.atlas.${format}`, format });
  if (!given.ok) throw new Error(`${text}\n${JSON.stringify(given.diagnostics)}`);
  return given;
}

/** The lines to be pasted. */
function suggested(file: string, model: Model, places: Places): readonly string[] {
  const mutation = finish(mutating(model, exploreModel(model)));
  const lines = mutationLines({ file, model, places }, mutation, PLAIN);
  const from = lines.findIndex((line) => line.includes('these properties hold'));
  expect(from).toBeGreaterThan(0);
  return lines.slice(from + 1);
}

test.each([
  [
    'YAML that has properties',
    'yaml',
    'properties:\n',
    `${HEAD}${ROWS}properties:\n    it starts: { reachable: { state: a } }\n`,
  ],
  [
    'YAML with properties in braces',
    'yaml',
    'properties: {',
    `${HEAD}properties: { it starts: { reachable: { state: a } } }\n${ROWS}`,
  ],
  ['YAML without properties', 'yaml', '', `${HEAD}${ROWS}`],
  [
    'JSON that has properties',
    'json',
    '"properties": {',
    `{ "name": "t", "properties": { "it starts": { "reachable": { "state": "a" } } }, ${JSON_HEAD}`,
  ],
  ['JSON without properties', 'json', '{', `{ "name": "t", ${JSON_HEAD}`],
] as const)('into %s', (_, format, after, text) => {
  const { model, places } = read(text, format);
  const lines = suggested(`t.atlas.${format}`, model, places);
  const at = text.indexOf(after) + after.length;
  const pasted = read(
    `${text.slice(0, at)}${after.endsWith('{') ? '\n' : ''}${lines.join('\n')}\n${text.slice(at)}`,
    format,
  );
  const { properties = {} } = pasted.model;
  expect(Object.keys(properties).length).toBeGreaterThan(Object.keys(model.properties ?? {}).length + 2);
  expect(check(pasted.model).verdicts.map(({ result }) => result)).not.toContain('violated');
});

test('into TypeScript, with properties and without', async () => {
  const { model } = read(`${HEAD}${ROWS}`, 'yaml');
  const started = { ...model, properties: { 'it starts': { reachable: { state: 'a' } } } } as Model;
  const evaluated = async (code: string): Promise<object> =>
    (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`export default {\n${code}\n}`)}`))
      .default;
  const whole = await evaluated(suggested('t.atlas.ts', model, () => undefined).join('\n'));
  const entries = await evaluated(suggested('t.atlas.ts', started, () => undefined).join('\n'));
  for (const properties of [(whole as { properties: object }).properties, entries]) {
    const pasted = { ...model, properties } as Model;
    expect(check(pasted).verdicts.length).toBeGreaterThan(2);
    expect(check(pasted).verdicts.map(({ result }) => result)).not.toContain('violated');
  }
});

test('a score that nobody knows is null as data, of all and of a kind, and a dash as text', () => {
  const { model, places } = read(`${HEAD}${ROWS}`, 'yaml');
  const work = mutating(model, exploreModel(model));
  work.next();
  const mutation = work.next('1 s').value as Mutation;
  const source = { file: 't.atlas.yaml', model, places };
  const { score, kinds } = mutationShape.parse(mutationData(source, mutation));
  expect([score, ...kinds.map((each) => each.score)]).toEqual(new Array(1 + kinds.length).fill(null));
  expect(mutationLines(source, mutation, PLAIN)[0]).toContain(
    '— of 0 mutants are killed by properties; 0 equivalent, ',
  );
});

test('mutants that nothing can notice are named, and past twenty counted', () => {
  const { model, places } = read(`${HEAD}${ROWS}`, 'yaml');
  const mutation = finish(mutating(model, exploreModel(model)));
  const [mutant] = mutation.mutants as [Mutation['mutants'][number]];
  const lines = (count: number): readonly string[] => {
    const mutants = Array.from({ length: count }, (_, at) => ({
      ...mutant,
      name: `fault ${at}`,
      fate: 'equivalent' as const,
    }));
    const all = mutationLines({ file: 't.atlas.yaml', model, places }, { ...mutation, mutants }, PLAIN);
    return all.filter((line) => line.includes('equivalent: '));
  };
  expect(lines(0)).toEqual([]);
  expect(lines(2)).toEqual(['    equivalent: fault 0; fault 1']);
  expect(lines(21)).toEqual([expect.stringMatching(/fault 19; and 1 more, which JSON names$/)]);
});
