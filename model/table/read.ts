/** YAML and JSON texts to tables, with the place of every part. */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  Scalar,
  visit,
} from 'yaml';
import { type Diagnostic, diagnostic, type Path } from './diagnostic.ts';
import { jsonProblem } from './json.ts';
import { type Parsed, parseTable, refused } from './parse.ts';
import type { Place, Places } from './places.ts';
import { LIMITS } from './plain.ts';

/** The forms of text a table is written in. JSON is held to its own grammar; YAML is version 1.2 with the core schema. */
export type TextFormat = 'yaml' | 'json';

/** Aliases in one text, and copies that one anchor may expand to. */
const MOST_ALIASES = 100;
/** Brackets open at once, those in texts counted too. */
const MOST_OPEN = 2000;
const NOWHERE: Places = () => undefined;

/** Reads a text as a table. Never throws. The places are those of the text, also where the table was refused. */
export function readTable(
  given: string,
  { file, format }: { readonly file: string; readonly format: TextFormat },
): Parsed & { readonly places: Places } {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  const start: Place = { file, line: 1, column: 1 };
  const refuse = (problems: readonly Diagnostic[], places: Places = NOWHERE) => ({
    ...refused(problems.map((problem) => ({ place: places(problem.path) ?? start, ...problem }))),
    places,
  });
  if (text.length > LIMITS.characters)
    return refuse([
      diagnostic('SA104', [], `the file has ${text.length} characters; the most is ${LIMITS.characters}`),
    ]);
  if (text.includes('\u0000'))
    return refuse([diagnostic('SA101', [], 'this is not a text file: it contains zero bytes')]);
  if (text.trim() === '') return refuse([diagnostic('SA103', [], 'the file is empty')]);
  const size = sizeProblem(text);
  if (size !== undefined) return refuse([size]);
  try {
    return readDocuments(text, { file, format }, refuse);
  } catch (thrown) {
    if (thrown instanceof RangeError) return refuse([TOO_DEEP]);
    throw thrown;
  }
}

const TOO_DEEP = diagnostic('SA104', [], `lists and objects are nested deeper than ${LIMITS.depth} levels`);

type Refuse = (problems: readonly Diagnostic[], places?: Places) => Parsed & { readonly places: Places };

/** Reads a text of bounded size. Throws a RangeError where the text is nested more deeply than the parser can follow. */
function readDocuments(text: string, { file, format }: { file: string; format: TextFormat }, refuse: Refuse) {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const document = Array.isArray(documents) ? documents[0] : undefined;
  if (document === undefined) return refuse([diagnostic('SA103', [], 'the file holds only comments')]);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const places = placesOf(document, at);

  if (format === 'json') {
    const problem = notJson(text, at);
    if (problem !== undefined) return refuse([problem]);
  } else {
    const problems = yamlProblems(documents as Document.Parsed[], at);
    if (problems.length > 0) return refuse(problems, places);
  }
  const keys = keyProblems(document, at);
  if (keys.some(({ code }) => code !== 'SA102')) return refuse(keys, places);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (thrown) {
    const excessive = /excessive/i.test((thrown as Error).message);
    const problem = excessive
      ? diagnostic('SA104', [], `aliases expand to more than ${MOST_ALIASES} copies`)
      : diagnostic('SA101', [], (thrown as Error).message.split('\n')[0] as string);
    return refuse([problem], places);
  }
  const parsed = parseTable(value, { places });
  if (keys.length === 0) return { ...parsed, places };
  return refuse(parsed.ok ? keys : [...keys, ...parsed.diagnostics], places);
}

/** Whether a text is within bounds that no parser needs to be run for: it is dense or nested. */
function sizeProblem(text: string): Diagnostic | undefined {
  let depth = 0;
  let most = 0;
  let marks = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    else if (character !== ',' && character !== ':' && character !== '\n') continue;
    marks++;
  }
  if (marks > LIMITS.marks)
    return diagnostic('SA104', [], `the file has more than ${LIMITS.marks} commas, colons, brackets and lines`);
  return most > MOST_OPEN ? TOO_DEEP : undefined;
}

/**
 * Why a text is no JSON. Only the grammar is checked here; the value is taken from the document with the places, not from
 * `JSON.parse`: V8 (as of Node 24.21) confuses keys with escapes, and reads `[{" ":1,"\\":2},{" ":1,"\t":2}]` with the key `\` twice.
 */
function notJson(text: string, at: (offset: number) => Place): Diagnostic | undefined {
  const problem = jsonProblem(text);
  if (problem === undefined) return undefined;
  const { offset, expected } = problem;
  return diagnostic('SA101', [], `this is not JSON: expected ${expected}`, {
    place: at(offset),
    text: text.slice(offset, offset + 20).split('\n')[0] ?? '',
  });
}

/** What makes a text no YAML, and what YAML offers and tables do not use. */
function yamlProblems(documents: readonly Document.Parsed[], at: (offset: number) => Place): readonly Diagnostic[] {
  const [document, second] = documents as [Document.Parsed, Document.Parsed | undefined];
  if (document.errors.some(({ message }) => message.includes('call stack'))) return [TOO_DEEP];
  const problems = document.errors.map(({ message, pos }) => diagnostic('SA101', [], message, { place: at(pos[0]) }));
  const unused = (node: unknown, message: string, text: string): void => {
    problems.push(diagnostic('SA105', [], message, { place: at((node as Node).range?.[0] ?? 0), text }));
  };
  if (second !== undefined) unused(second, 'several documents in one file', '---');
  let aliases = 0;
  visit(document, {
    Alias: () => void aliases++,
    Node(_, node) {
      if (!isAlias(node) && node.tag !== undefined) unused(node, 'tags are not read', node.tag);
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '<<' && key.type === Scalar.PLAIN)
        unused(key, 'merge keys are not read', '<<');
    },
  });
  if (aliases > MOST_ALIASES) problems.push(diagnostic('SA104', [], `there are more than ${MOST_ALIASES} aliases`));
  return problems;
}

/** Whether a key stands for itself: a text, or what reads the same as a text (`2024`, but neither `1.50` nor nothing). */
const isOwnText = ({ value, source }: Scalar): boolean =>
  typeof value === 'string' || (value !== null && String(value) === source);

/** Keys that stand twice, keys that are no texts, and keys that would reach a prototype. */
function keyProblems(document: Document.Parsed, at: (offset: number) => Place): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
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
        const quoted = JSON.stringify(name.slice(0, 80));
        if (name === '__proto__')
          problems.push(diagnostic('SA106', [], `the key ${name} is not allowed`, { place, text: name }));
        else if (seen.has(name))
          problems.push(diagnostic('SA102', [], `the key ${quoted} stands twice`, { place, text: name }));
        seen.add(name);
      }
    },
  });
  return problems;
}

/** Looks parts up in the document: a key of an object stands where its key is written, an item where it begins. */
function placesOf(document: Document.Parsed, at: (offset: number) => Place): Places {
  return (path: Path) => {
    let node: unknown = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const key of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
        if (pair === undefined) break;
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof key === 'number' && node.items[key] !== undefined) {
        node = node.items[key];
        offset = (node as Node).range?.[0] ?? offset;
      } else break;
    }
    // A value that is itself a text is pointed at directly: the offending name, not the key before it.
    if (isScalar(node) && path.length > 2 && typeof path.at(-1) === 'string') offset = node.range?.[0] ?? offset;
    return at(offset);
  };
}
