/** The TypeScript compiler over batches: what is generated compiles, and every valid table and system can be written in TypeScript. */
import { join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { expect } from 'vitest';
import { typescriptTypes } from '../../generators/typescript/index.ts';
import { explore } from '../../model/explore/explorer.ts';
import { machineOf } from '../../model/explore/of.ts';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import { defineSystem } from '../../model/system/define.ts';
import { isSystem, type Model, type System } from '../../model/system/types.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { defineTable } from '../../model/table/define.ts';
import type { Table, Variable } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { judge } from '../judge/index.ts';

/** Compiling is dear: batches are few, and not looked through for a smaller one; the complaint shows the lines that it is about. */
const TABLES = 10;
const SYSTEMS = 3;
const ONCE = { numRuns: 4, endOnFailure: true };

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts'],
  types: [],
  skipLibCheck: true,
};
const read = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of modules that stand in this folder, each with the line. */
function complaints(modules: readonly string[]): readonly string[] {
  const own = new Map(modules.map((text, index) => [join(import.meta.dirname, `batch${index}.ts`), text]));
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => own.has(name) || fileExists(name);
  host.readFile = (name) => own.get(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...more) => {
    const text = own.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, version, true);
    if (!read.has(name)) read.set(name, getSourceFile(name, version, ...more));
    return read.get(name);
  };
  const program = ts.createProgram([...own.keys()], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line;
    const text = file?.text.split('\n')[line] ?? '';
    return `${ts.flattenDiagnosticMessageText(messageText, '\n')}\n${text}`;
  });
}

const batch = <T>(size: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: size, maxLength: size });

law.prop([batch(TABLES, tableArbitrary()), batch(SYSTEMS, systemArbitrary())], ONCE)(
  'the types of tables and systems compile, and take the configurations and steps that there are',
  (tables, systems) => {
    const modules = [...tables, ...systems].map((model: Model): string => {
      const graph = explore(machineOf(model), { maxConfigurations: 20 });
      const { content } = typescriptTypes({
        model,
        judgement: judge(model, graph),
        language: 'en',
        places: () => undefined,
      });
      const reached = Array.from({ length: graph.size }, (_, id) => JSON.stringify(graph.configuration(id)));
      if (isSystem(model))
        return `${content}\nexport const reached: readonly Configuration[] = [${reached.join(',\n')}];\n`;
      const taken = Array.from({ length: graph.expanded }, (_, id) => graph.configuration(id)).flatMap((at) =>
        graph.machine.moves(at).steps.map(({ event, to }) => {
          const [from, end] = [at, to].map((each) => JSON.stringify('state' in each && each.state));
          return `{ const to: Transition<${from}, ${JSON.stringify(event)}> = ${end}; void to; }`;
        }),
      );
      const memories = Array.from({ length: graph.size }, (_, id) => JSON.stringify(graph.configuration(id).memory));
      return [content, `export const memories: readonly Memory[] = [${memories.join(',\n')}];`, ...new Set(taken)].join(
        '\n',
      );
    });
    expect(complaints(modules)).toEqual([]);
  },
  120_000,
);

/** A module that defines a model as a person would: tables by themselves, and a system of them; every name is checked. */
function written(model: Model): string {
  const value = (each: unknown): string => JSON.stringify(each, null, 1);
  const define = "import { defineTable } from '../../model/table/define.ts';\n";
  if (!isSystem(model)) return `${define}export const it = defineTable(${value(model)});\n`;
  const { tables, ...rest } = model;
  return [
    `${define}import { defineSystem } from '../../model/system/define.ts';`,
    ...tables.map((table, index) => `const table${index} = defineTable(${value(table)});`),
    `export const it = defineSystem({ tables: [${tables.map((_, index) => `table${index}`)}], ${value(rest).slice(1)});\n`,
  ].join('\n');
}

/** Names that every object has as a method: the compiler takes them for that where they are keys of conditions, as `docs/limits.md` says. */
const METHODS = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const isPlain = (names: object | undefined): boolean => METHODS.every((name) => !Object.hasOwn(names ?? {}, name));
const areLabelled = (variable: Variable): boolean => 'values' in variable && variable.labels !== undefined;
const isPlainTable = ({ memory = {}, sources }: Table): boolean =>
  isPlain(memory) &&
  isPlain(sources) &&
  !Object.values(memory).some(
    (each) => areLabelled(each) && METHODS.some((name) => 'values' in each && each.values.includes(name)),
  );
const plainTable = tableArbitrary().filter(isPlainTable);
const plainSystem = systemArbitrary().filter(
  ({ tables, instances, memory, channels, events }) =>
    tables.every(isPlainTable) &&
    [instances, memory, channels].every(isPlain) &&
    Object.values(instances).every((set) => isPlain(set.memory)) &&
    !METHODS.some((name) => JSON.stringify([events]).includes(`"${name}":`)),
);

law.prop([batch(TABLES, plainTable)], ONCE)(
  'every valid table is accepted in TypeScript, and is the same value there',
  (tables) => {
    expect(complaints(tables.map(written))).toEqual([]);
    for (const table of tables) expect(defineTable(table as never)).toEqual(table as Table);
  },
  120_000,
);

law.prop([batch(SYSTEMS, plainSystem)], ONCE)(
  'every valid system is accepted in TypeScript, and is the same value there',
  (systems) => {
    expect(complaints(systems.map(written))).toEqual([]);
    for (const system of systems) expect(defineSystem(system as never)).toEqual(system as System);
  },
  120_000,
);
