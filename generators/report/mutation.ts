/** How well the properties of a table or system guard it, in lines for people and as data for programs. */
import * as z from 'zod';
import type { Trace } from '../../model/explore/graph.ts';
import { encodeTrace, labelOf, type Machine, machineOf } from '../../model/explore/index.ts';
import { isSystem } from '../../model/system/types.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { plural } from '../../model/table/text.ts';
import { toYaml } from '../../model/table/write.ts';
import type { Told } from '../../properties/difference/index.ts';
import { MUTATION_KINDS } from '../../properties/mutation/mutant.ts';
import { countsOf, type Judged, type Mutation } from '../../properties/mutation/mutate.ts';
import { MOST_RETARGETED } from '../../properties/mutation/rows.ts';
import type { Suggestion } from '../../properties/mutation/suggest.ts';
import type { Emphasis } from './emphasis.ts';
import { at } from './events.ts';
import type { Source } from './trace.ts';

const counts = { killed: z.int(), survived: z.int(), equivalent: z.int(), undecided: z.int() };
const score = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .describe(
    'Killed mutants over killed and survived ones; null where there are none of either, so that nothing is known',
  );
const placed = { file: z.string(), line: z.int() };
const run = z
  .strictObject({
    of: z.enum(['original', 'mutant']),
    start: z.string(),
    steps: z.array(z.strictObject({ event: z.string(), to: z.string() })),
    token: z.string().describe('For `play`; only of the original').optional(),
  })
  .describe('A shortest run that only one of the two has, or as much of it as the other has');

/** What `check --mutate` says of one table or system. */
export const mutationShape = z
  .strictObject({
    score,
    ...counts,
    kinds: z.array(z.strictObject({ kind: z.enum(MUTATION_KINDS), score, ...counts })),
    survivors: z.array(
      z.strictObject({
        mutant: z.string(),
        kind: z.enum(MUTATION_KINDS),
        ...placed,
        run: run.optional(),
        beside: run.optional(),
        instead: z.string().describe('What the other one does at the end of the run').optional(),
        suggestion: z.string().describe('The name of a suggested property that kills it').optional(),
      }),
    ),
    equivalents: z.array(z.string()),
    undecideds: z.array(z.strictObject({ mutant: z.string(), reason: z.string() })),
    suggestions: z.record(z.string(), z.unknown()).describe('Properties, as they would be written, by name'),
    restating: z.array(z.strictObject({ property: z.string(), ...placed })),
    unbroken: z.array(z.string()).describe('Properties that hold and that no mutant breaks'),
    idle: z.array(z.string()).describe('Properties that hold because their premise never occurs'),
    partlyIdle: z.array(z.string()).describe('Properties of which a part holds because its premise never occurs'),
    untried: z
      .int()
      .describe(
        `Mutants not made: rows led to further states, in tables where there are more than ${MOST_RETARGETED} of these`,
      ),
    stopped: z.string().optional(),
  })
  .describe('How well the properties guard it, with --mutate');

/** The same as data. */
export function mutationData(source: Source, mutation: Mutation): z.infer<typeof mutationShape> {
  const place = (path: Judged['path']) => {
    const { file, line } = source.places(path) ?? { file: source.file, line: 1 };
    return { file, line };
  };
  const machine = machineOf(source.model);
  const fates = (fate: Judged['fate']) => mutation.mutants.filter((each) => each.fate === fate);
  return {
    score: mutation.score,
    ...countsOf(mutation.mutants),
    kinds: mutation.kinds.map((each) => ({ ...each })),
    survivors: fates('survived').map(({ name, kind, path, told, suggestion }) => ({
      mutant: name,
      kind,
      ...place(path),
      ...(told && runsOf(machine, told)),
      ...(suggestion !== undefined && { suggestion }),
    })),
    equivalents: fates('equivalent').map(({ name }) => name),
    undecideds: fates('undecided').map(({ name, reason = '' }) => ({ mutant: name, reason })),
    suggestions: Object.fromEntries(mutation.suggestions.map(({ name, property }) => [name, property])),
    restating: mutation.restating.map(({ property, path }) => ({ property, ...place(path) })),
    unbroken: [...mutation.unbroken],
    idle: idleNames(mutation, true),
    partlyIdle: idleNames(mutation, false),
    untried: mutation.untried,
    ...(mutation.stopped !== undefined && { stopped: mutation.stopped }),
  };
}

const idleNames = ({ idle }: Mutation, whole: boolean): string[] =>
  idle.flatMap(({ property, isWhole }) => (isWhole === whole ? [property] : []));

/**
 * A mutant has the same memory as its original, so that the machine of the one describes configurations of the other.
 */
function runsOf(machine: Machine, { side, trace, beside, instead }: Told) {
  const runOf = (of: 'original' | 'mutant', { initial, steps }: Trace) => ({
    of,
    start: machine.describe(initial),
    steps: steps.map((step) => ({ event: labelOf(step), to: machine.describe(step.to) })),
    ...(of === 'original' && { token: encodeTrace(machine, { initial, steps }) }),
  });
  const [here, there] = sidesOf(side);
  return { run: runOf(here, trace), instead, ...(beside && { beside: runOf(there, beside) }) };
}

const sidesOf = (side: Told['side']): readonly ['original' | 'mutant', 'original' | 'mutant'] =>
  side === 'one' ? ['original', 'mutant'] : ['mutant', 'original'];

/** A score, rounded down; a dash where nothing is known. */
export const percent = (score: number | null): string =>
  score === null ? '—' : `${(Math.floor(score * 1000) / 10).toFixed(1)} %`;

/**
 * The report for people: the score by kind, every survivor with what it changes, and the properties that would notice.
 */
export function mutationLines(source: Source, mutation: Mutation, style: Emphasis): readonly string[] {
  const { mutants, kinds, score, restating, unbroken, idle, suggestions } = mutation;
  const { killed, survived, equivalent, undecided } = countsOf(mutants);
  const survivors = mutants.filter(({ fate }) => fate === 'survived');
  const width = Math.max(0, ...kinds.map(({ kind }) => kind.length));
  const said = (name: string): string => `“${visible(name)}”`;
  return [
    `  ${style.strong('do the checks bite?')} ${percent(score)} of ${killed + survived} mutants are killed by properties; ${equivalent} equivalent${undecided > 0 ? `, ${undecided} undecided` : ''}`,
    ...kinds.map(
      (each) =>
        `    ${each.kind.padEnd(width)}  ${percent(each.score).padStart(7)}  ${each.killed} killed, ${each.survived} survived${each.equivalent > 0 ? `, ${each.equivalent} equivalent` : ''}${each.undecided > 0 ? `, ${each.undecided} undecided` : ''}`,
    ),
    ...untriedLines(mutation).map((line) => style.dim(`    ${line}`)),
    ...survivors.flatMap((each) => survivorLines(source, each, style)),
    ...equivalentLines(mutants).map((line) => style.dim(`    ${line}`)),
    ...reasonsOf(mutants).map((reason) => style.open(`  ? ${reason}`)),
    ...restating.map(
      ({ property, path }) =>
        `  ! ${said(property)} restates one row and kills nothing: every mutant that breaks it changes that row   [${at(source.places, path)}]`,
    ),
    ...unbroken.map((name) => `  ! ${said(name)} is vacuous here: no mutant breaks it`),
    ...idle.map(
      ({ property, isWhole }) =>
        `  ! ${isWhole ? '' : 'a part of '}${said(property)} holds because its premise never occurs`,
    ),
    ...(suggestions.length === 0 ? [] : suggestionLines(source, suggestions)),
  ];
}

/** So many equivalent mutants are named to people; the rest are counted. */
const MOST_EQUIVALENT = 20;

/** Which mutants behave like the original, so that nothing can notice them. */
function equivalentLines(mutants: Mutation['mutants']): readonly string[] {
  const names = mutants.flatMap(({ fate, name }) => (fate === 'equivalent' ? [visible(name)] : []));
  if (names.length === 0) return [];
  const beyond = names.length - MOST_EQUIVALENT;
  const rest = beyond > 0 ? `; and ${beyond} more, which JSON names` : '';
  return [`equivalent: ${names.slice(0, MOST_EQUIVALENT).join('; ')}${rest}`];
}

/** What is not counted among the faults. */
const untriedLines = ({ untried }: Mutation): readonly string[] =>
  untried === 0
    ? []
    : [
        `not tried: ${plural(untried, 'more mutant')} in which a row leads elsewhere; where there are more than ${MOST_RETARGETED} of these, each row is led to some states only`,
      ];

/** Why mutants are undecided, each reason once. */
function reasonsOf(mutants: readonly Judged[]): readonly string[] {
  const reasons = new Map<string, number>();
  for (const { fate, reason } of mutants)
    if (fate === 'undecided') reasons.set(reason ?? '', (reasons.get(reason ?? '') ?? 0) + 1);
  return [...reasons].map(([reason, number]) => `${number} undecided: ${visible(reason)}`);
}

function survivorLines(
  source: Source,
  { name, path, told, suggestion, brokenBy }: Judged,
  style: Emphasis,
): readonly string[] {
  const noticed = brokenBy.length > 0 ? '; only properties that restate one row notice it' : '';
  const head = `  ${style.open('○ survived')} ${visible(name)}${noticed}   [${at(source.places, path)}]`;
  if (told === undefined) return [head, '      no run tells the two apart, only which choices are still open after it'];
  const { side, trace, instead } = told;
  const [here, there] = sidesOf(side);
  const events = trace.steps.map(labelOf).join(', ');
  const end = machineOf(source.model).describe((trace.steps.at(-1)?.to ?? trace.initial) as Trace['initial']);
  return [
    head,
    `      ${here}: ${visible(events === '' ? 'starts' : events)} → ${visible(end)}`,
    `      ${there}: ${visible(instead)}`,
    ...(suggestion === undefined ? [] : [style.dim(`      would break “${visible(suggestion)}”`)]),
  ];
}

/** The columns that entries of a table are set in by, where it has none to go by. */
const INDENT = 2;

/**
 * Suggested properties as they are written into the file of a table or system, at the very columns where they are pasted: in TypeScript, JSON, or YAML in
 * blocks or, where its properties stand in braces, in braces.
 */
function suggestionLines({ file, model, places }: Source, suggestions: readonly Suggestion[]): readonly string[] {
  const [first] = Object.keys(model.properties ?? {});
  const [section, entry] = [places(['properties']), first === undefined ? undefined : places(['properties', first])];
  const where = first === undefined ? (isSystem(model) ? 'the system' : 'the table') : '`properties`';
  const indent = ' '.repeat(entry === undefined || entry.line === section?.line ? INDENT : entry.column - 1);
  const isJson = file.endsWith('.json') || (entry !== undefined && entry.line === section?.line);
  const entries = isCode(file)
    ? suggestions.map(({ name, property }) => `${literal(name)}: ${literal(property)},`)
    : isJson
      ? suggestions.map(({ name, property }) => `${JSON.stringify(name)}: ${JSON.stringify(property)},`)
      : suggestions.flatMap(({ name, property }) =>
          toYaml({ properties: { [name]: property } })
            .split('\n')
            .slice(1, -1),
        );
  const isYaml = !isCode(file) && !isJson;
  const set = entries.map((line) => `${indent}${isYaml ? line.slice(INDENT) : line}`);
  return [
    `  these properties hold, and each breaks on a survivor; paste them at the beginning of ${where}:`,
    ...(first === undefined ? within(file, set) : set).map(visible),
  ];
}

const isCode = (file: string): boolean => /\.m?[jt]s$/.test(file);

/** Entries as the properties of a table that has none. JSON has no comma after the last of them. */
function within(file: string, entries: readonly string[]): readonly string[] {
  if (isCode(file)) return ['properties: {', ...entries, '},'];
  if (!file.endsWith('.json')) return ['properties:', ...entries];
  return ['"properties": {', ...entries.slice(0, -1), ...entries.slice(-1).map((line) => line.slice(0, -1)), '},'];
}

const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** Data as a TypeScript literal in the style of this repository’s tables. */
function literal(value: unknown): string {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(
    ([key, part]) => `${IDENTIFIER.test(key) ? key : literal(key)}: ${literal(part)}`,
  );
  return `{ ${parts.join(', ')} }`;
}
