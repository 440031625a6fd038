/** YAML and JSON texts to values, with the place of every part. */
import { Composer, type Document, isScalar, LineCounter, type Node, Parser, Scalar, visit } from 'yaml';
import { diagnostic } from './diagnostic.ts';
import { jsonProblem } from './json.ts';
import { type Parsed, type Pointer, type Reading, type Refused, refused, tableIn } from './parse.ts';
import type { Places } from './places.ts';
import { LIMITS, type Problem, quoted } from './plain.ts';
import { type Aliases, type At, aliasesIn, pointerIn } from './pointer.ts';
import { survey, type Tag, TOO_DEEP } from './size.ts';

/** The forms of text a table or a system is written in. JSON is held to its own grammar; YAML is version 1.2 with the core schema. */
export type TextFormat = 'yaml' | 'json';

/** A text to read: the file it is from, as its user would type it, and its form. */
export type TextOptions = { readonly file: string; readonly format: TextFormat };

/** Reads a text as a table. Never throws. The places are those of the text, also where the table was refused. */
export function readTable(text: string, options: TextOptions): Parsed & { readonly places: Places } {
  const read = readText(text, options, tableIn);
  return read.ok ? { ok: true, table: read.value, places: read.places } : read;
}

type Read<T> = ({ readonly ok: true; readonly value: T } | Refused) & { readonly places: Places };

/** Reads a text as what its value is. Never throws. The places are those of the text, also where the value was refused. */
export function readText<T>(
  given: string,
  { file, format }: TextOptions,
  read: (value: unknown) => Reading<T>,
): Read<T> {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  const lines = new LineCounter();
  const at: At = (offset) => {
    if (lines.lineStarts.length === 0) countLines(lines, text);
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const places: Places = () => undefined;
  const refuse = (problems: readonly Problem[]): Read<T> => ({ ...refused(problems, () => at(0)), places });
  if (text.length > LIMITS.characters) {
    const sentence = `the file has ${text.length} characters; the most is ${LIMITS.characters}`;
    return refuse([diagnostic('SA104', [], sentence)]);
  }
  const zero = text.indexOf('\u0000');
  if (zero >= 0)
    return refuse([diagnostic('SA101', [], 'this is not a text file: it contains zero bytes', { place: at(zero) })]);
  if (text.trim() === '') return refuse([diagnostic('SA103', [], 'the file is empty')]);
  const found = survey(text);
  if ('tooLarge' in found) return refuse([{ ...found.tooLarge, place: at(found.offset) }]);
  const broken = format === 'json' ? notJson(text, at) : undefined;
  if (broken !== undefined) return refuse([broken]);
  try {
    const documents = withoutStacks(() => documentsIn(text));
    const document = documents[0] as Document.Parsed;
    const aliases = aliasesIn(document);
    const errors = format === 'json' ? [] : [...syntaxProblems(document, at), ...danglingProblems(aliases, at)];
    if (errors.length > 0) return refuse(errors);
    if (document.contents === null) return refuse([diagnostic('SA103', [], 'the file holds nothing')]);
    const problems = [...featureProblems(documents, found.tags, text, at), ...keyProblems(document, at)];
    const pointer = pointerIn(document, aliases, at);
    return { ...readDocument(document, problems, pointer, read), places: (path) => pointer(path) };
  } catch (thrown) {
    if (thrown instanceof RangeError) return refuse([TOO_DEEP]);
    throw thrown;
  }
}

function countLines(lines: LineCounter, text: string): void {
  lines.addNewLine(0);
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1);
}

/** Runs without stacks in errors. A broken text has an error at every mark, and their stacks would cost most of its reading. */
export function withoutStacks<T>(run: () => T): T {
  const before = Error.stackTraceLimit;
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return run();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', before);
  }
}

/** The first documents of a text, two at most. */
function documentsIn(text: string): readonly Document.Parsed[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const documents: Document.Parsed[] = [];
  for (const token of new Parser().parse(text)) {
    documents.push(...composer.next(token));
    if (documents.length > 1) return documents;
  }
  documents.push(...composer.end(true, text.length));
  return documents;
}

/** The value of a document in which these problems have been found; those of the value are reported with them. */
function readDocument<T>(
  document: Document.Parsed,
  found: readonly Problem[],
  pointer: Pointer,
  read: (value: unknown) => Reading<T>,
): { readonly ok: true; readonly value: T } | Refused {
  if (found.some(({ code }) => code !== 'SA102')) return refused(found, pointer);
  // Aliases cost nothing here: they share one value. What they are worth written out is bounded with the values.
  const value = read(document.toJS({ maxAliasCount: -1 }));
  if ('value' in value && found.length === 0) return { ok: true, value: value.value };
  return refused('problems' in value ? [...found, ...value.problems] : found, pointer);
}

/**
 * Why a text is no JSON. Only the grammar is checked here; the value is taken from the document with the places, not from
 * `JSON.parse`: V8 (as of Node 24.21) confuses keys with escapes, and reads `[{" ":1,"\\":2},{" ":1,"\t":2}]` with the key `\` twice.
 */
function notJson(text: string, at: At): Problem | undefined {
  const problem = jsonProblem(text);
  if (problem === undefined) return undefined;
  const { offset, expected } = problem;
  return diagnostic('SA101', [], `this is not JSON: expected ${expected}`, {
    place: at(offset),
    text: text.slice(offset, offset + 20).split('\n')[0] ?? '',
  });
}

/** What makes a document no YAML. Where it breaks so often that the parser is lost in it, the breaks are what is said. */
function syntaxProblems(document: Document.Parsed, at: At): readonly Problem[] {
  const isLost = ({ message }: Error): boolean => message.includes('call stack');
  const lost = document.errors.some(isLost);
  const errors = lost ? document.errors.filter((error) => !isLost(error)) : document.errors;
  if (lost && errors.length === 0) return [TOO_DEEP];
  return errors.map(({ message, pos }) => diagnostic('SA101', [], message, { place: at(pos[0]) }));
}

/** Aliases of what is not there, or not yet. */
const danglingProblems = (aliases: Aliases, at: At): readonly Problem[] =>
  [...aliases].flatMap(([{ source, range }, repeated]) => {
    if (repeated !== undefined) return [];
    const more = { place: at(range?.[0] ?? 0), text: `*${source}` };
    return [diagnostic('SA101', [], `no part before this one has the anchor ${quoted(source)}`, more)];
  });

/** What YAML offers and the language does not use. */
function featureProblems(
  [document, second]: readonly Document.Parsed[],
  tags: readonly Tag[],
  text: string,
  at: At,
): readonly Problem[] {
  const unused = (offset: number, message: string, written: string): Problem =>
    diagnostic('SA105', [], message, { place: at(offset), text: written });
  const problems = tags.map((tag) => unused(tag.offset, 'tags are not read', tag.text));
  if (second !== undefined) {
    const offset = second.range[0];
    problems.push(unused(offset, 'several documents in one file', text.slice(offset).split('\n')[0] as string));
  }
  visit(document as Document.Parsed, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '<<' && key.type === Scalar.PLAIN)
        problems.push(unused(key.range?.[0] ?? 0, 'merge keys are not read', '<<'));
    },
  });
  return problems;
}

/** Whether a key stands for itself: a text, or what reads the same as a text (`2024`, but neither `1.50` nor nothing). */
const isOwnText = ({ value, source }: Scalar): boolean =>
  typeof value === 'string' || (value !== null && String(value) === source);

/** Keys that stand twice, keys that are no texts, and keys that would reach a prototype. */
function keyProblems(document: Document.Parsed, at: At): readonly Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const place = at((key as Node).range?.[0] ?? 0);
        if (!isScalar(key) || !isOwnText(key)) {
          problems.push(diagnostic('SA105', [], 'a key is a plain text; put it in quotes', { place }));
          continue;
        }
        const name = String(key.value);
        if (name === '__proto__')
          problems.push(diagnostic('SA106', [], `the key ${name} is not allowed`, { place, text: name }));
        else if (seen.has(name))
          problems.push(diagnostic('SA102', [], `the key ${quoted(name)} stands twice`, { place, text: name }));
        seen.add(name);
      }
    },
  });
  return problems;
}
