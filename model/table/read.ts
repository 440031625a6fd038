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
import { type Parsed, parseTable, refused } from './parse.ts';
import type { Place, Places } from './places.ts';
import { LIMITS } from './plain.ts';

/** The forms of text a table is written in. JSON is held to its own grammar; YAML is version 1.2 with the core schema. */
export type TextFormat = 'yaml' | 'json';

const MOST_ALIASES = 100;
const NOWHERE: Places = () => undefined;

/** Reads a text as a table. Never throws. The places are those of the text, also where the table was refused. */
export function readTable(
  text: string,
  { file, format }: { readonly file: string; readonly format: TextFormat },
): Parsed & { readonly places: Places } {
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
  if (nesting(text) > LIMITS.depth * 4) return refuse([diagnostic('SA104', [], 'brackets are nested too deeply')]);

  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    lineCounter: lines,
    logLevel: 'silent',
  });
  const document = Array.isArray(documents) ? documents[0] : undefined;
  if (document === undefined) return refuse([diagnostic('SA103', [], 'the file holds only comments')]);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const places = placesOf(document, at);

  if (format === 'json') {
    const problem = jsonProblem(text, at);
    if (problem !== undefined) return refuse([problem]);
  } else {
    const problems = yamlProblems(documents as Document.Parsed[], at);
    if (problems.length > 0) return refuse(problems, places);
  }
  const keys = keyProblems(document, at);
  if (keys.length > 0) return refuse(keys, places);
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
  return { ...parseTable(value, { places }), places };
}

/** The greatest depth of brackets, a cheap bound before any parser recurses. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1);
  }
  return most;
}

/**
 * Why a text is no JSON. `JSON.parse` judges the grammar and no more: the value is taken from the document with the places, for
 * V8 (as of Node 24.21) confuses keys written with escapes: it reads `[{" ":1,"\\":2},{" ":1,"\t":2}]` with the key `\` in both objects.
 */
function jsonProblem(text: string, at: (offset: number) => Place): Diagnostic | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (thrown) {
    const { message } = thrown as SyntaxError;
    const position = /position (\d+)/.exec(message)?.[1];
    const offset = position === undefined ? text.length : Number(position);
    return diagnostic('SA101', [], `this is not JSON: ${message.replace(/ in JSON at position.*$/s, '')}`, {
      place: at(offset),
      text: text.slice(offset, offset + 20).split('\n')[0] ?? '',
    });
  }
}

function yamlProblems(documents: readonly Document.Parsed[], at: (offset: number) => Place): readonly Diagnostic[] {
  const [document, second] = documents as [Document.Parsed, Document.Parsed | undefined];
  const problems = [...document.errors, ...document.warnings].map((error) => {
    const code = /TAG/.test(error.code) ? 'SA105' : 'SA101';
    return diagnostic(code, [], error.message.split('\n')[0] as string, { place: at(error.pos[0]) });
  });
  if (second !== undefined)
    problems.push(
      diagnostic('SA105', [], 'several documents in one file', { place: at(second.range[0]), text: '---' }),
    );
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === Scalar.PLAIN)
        problems.push(
          diagnostic('SA105', [], 'merge keys are not read', { place: at(pair.key.range?.[0] ?? 0), text: '<<' }),
        );
    },
  });
  return problems;
}

/** Keys that stand twice, keys that are no texts, and keys that would reach a prototype. */
function keyProblems(document: Document.Parsed, at: (offset: number) => Place): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const place = at((key as Node).range?.[0] ?? 0);
        if (!isScalar(key)) {
          problems.push(diagnostic('SA105', [], 'a key is a plain text', { place }));
          continue;
        }
        const name = String(key.value);
        if (name === '__proto__')
          problems.push(diagnostic('SA106', [], `the key ${name} is not allowed`, { place, text: name }));
        else if (seen.has(name))
          problems.push(
            diagnostic('SA102', [], `the key ${JSON.stringify(name.slice(0, 80))} stands twice`, { place, text: name }),
          );
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
