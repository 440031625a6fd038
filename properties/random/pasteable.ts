/** Runs as what can be pasted: a command that shows one again, and a vitest test that takes it again. */
import type { Model } from '../../model/system/types.ts';
import { commandLine, shellWord } from '../../model/table/text.ts';
import type { Run } from './runs.ts';
import { tokenOf } from './tokens.ts';

/** What a report cannot know of the test that it stands in. */
export type Pasting = {
  /** The file of the table or system, as the command names it: `order.atlas.ts`. A test imports it from its own folder. */
  readonly file?: string;
  /** What the test calls the function that is asked of a run; `predicate` unless given. */
  readonly predicate?: string;
};

/** The command that takes the run of a token again; without a file, of the table or system that the project calls so. */
export const replayCommand = ({ name }: Pick<Model, 'name'>, token: string, file?: string): string =>
  `${commandLine('walk', name, file)} --replay ${shellWord(token)}`;

/** A vitest test that asks of one run, given or by its token, what a property asks of all. It is whole but for the predicate, and without a file for the import of the model. */
export function testOf(model: Model, run: Run | string, { file, predicate = 'predicate' }: Pasting = {}): string {
  const token = typeof run === 'string' ? run : tokenOf(model, run);
  return testText(model, file, {
    uses: 'runOf',
    title: `${model.name} after ${token}`,
    isAsync: true,
    body: (given) => [
      `  const run = runOf(${given}, ${literal(token)});`,
      `  expect(await ${predicate}(run)).not.toBe(false);`,
    ],
  });
}

/** A vitest test that fails as long as the run of a token breaks a property of the model. It is data: a token, and a name. */
export const brokenTest = (model: Pick<Model, 'name'>, file: string, property: string, token: string): string =>
  testText(model, file, {
    uses: 'brokenBy',
    title: property,
    isAsync: false,
    body: (given) => [`  expect(brokenBy(${given}, ${literal(token)})).toEqual([]);`],
  });

type Asked = {
  readonly uses: 'brokenBy' | 'runOf';
  readonly title: string;
  readonly isAsync: boolean;
  /** The lines of the test, where the model is called so. */
  body(model: string): readonly string[];
};

function testText(
  { name }: Pick<Model, 'name'>,
  file: string | undefined,
  { uses, title, isAsync, body }: Asked,
): string {
  const { imports, before, given } = found(name, file);
  const ours = `import { ${uses} } from 'stateatlas/fast-check';`;
  return [
    ...[...imports, ours, "import { expect, test } from 'vitest';"].toSorted((one, other) =>
      packageIn(one) < packageIn(other) ? -1 : 1,
    ),
    '',
    `test(${literal(title)}, ${isAsync ? 'async ' : ''}() => {`,
    ...before,
    ...body(given),
    '});',
  ].join('\n');
}

/** What stands between the quotes of an import; what is beside the test comes last. */
const packageIn = (line: string): string => /from '([^.].*)';$/.exec(line)?.[1] ?? '~';

/** How a test comes by a model: what it imports, what it does first, and what the model is called then. */
function found(name: string, file: string | undefined) {
  if (file === undefined) return { imports: [], before: [], given: variableOf(name) };
  if (/\.[cm]?[jt]s$/.test(file)) {
    const from = literal(`./${file.split(/[/\\]/).at(-1)}`);
    if (IDENTIFIER.test(name)) return { imports: [`import { ${name} } from ${from};`], before: [], given: name };
    const given = variableOf(name);
    return {
      imports: [`import * as models from ${from};`],
      before: [`  const ${given} = Object.values(models).find((each) => each.name === ${literal(name)});`],
      given,
    };
  }
  return {
    imports: ["import { readFileSync } from 'node:fs';", "import { readModel } from 'stateatlas/system';"],
    before: [
      `  const file = ${literal(file)};`,
      `  const read = readModel(readFileSync(file, 'utf8'), { file, format: '${file.endsWith('.json') ? 'json' : 'yaml'}' });`,
      "  if (!read.ok) throw new Error('it cannot be read');",
    ],
    given: 'read.model',
  };
}

const IDENTIFIER = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

/** A name as a variable: without what stands between its words. */
const variableOf = (name: string): string =>
  name.replace(/[^\p{ID_Continue}]+(.?)/gu, (_, first: string) => first.toUpperCase());

/** Text as a literal that nothing in it can end. */
const literal = (text: string): string =>
  `'${text.replace(/['\\\p{Cc}\u2028\u2029]/gu, (character) => (character === "'" || character === '\\' ? `\\${character}` : `\\u{${character.codePointAt(0)?.toString(16)}}`))}'`;
