/**
 * Where the literal parts of a TypeScript table stand. Node blanks the types out in place, so positions stay; acorn reads
 * what is left. A part that is computed has the place of the `defineTable` call it belongs to.
 */
import { stripTypeScriptTypes } from 'node:module';
import {
  type CallExpression,
  type Expression,
  getLineInfo,
  type Node,
  type ObjectExpression,
  type Program,
  parse,
} from 'acorn';
import type { Places } from '../../model/table/places.ts';

type Constants = ReadonlyMap<string, Expression>;

/** The places of the table of a given name in a module's text; of its only `defineTable` call where no name is literal. */
export function typescriptPlaces(text: string, file: string, table: string): Places {
  const program = programOf(text, file);
  if (program === undefined) return () => ({ file, line: 1, column: 1 });
  const constants = constantsOf(program);
  const calls = callsOf(program, constants);
  const named = calls.find(({ value }) => literal(property(value, 'name', constants)) === table);
  const call = named ?? (calls.length === 1 ? calls[0] : undefined);
  if (call === undefined) return () => ({ file, line: 1, column: 1 });
  return (path) => {
    let node: Node = call.value;
    let offset = call.offset;
    for (const key of path) {
      const part: Found | undefined = partOf(node, key, constants);
      if (part === undefined)
        return { ...placeAt(text, file, path[0] === 'transitions' ? call.offset : offset), computed: true };
      node = part.value;
      offset = part.offset;
    }
    return placeAt(text, file, offset);
  };
}

type Found = { readonly value: Node; readonly offset: number };

function placeAt(text: string, file: string, offset: number) {
  const { line, column } = getLineInfo(text, offset);
  return { file, line, column: column + 1 };
}

function programOf(text: string, file: string): Program | undefined {
  try {
    const script = /\.[cm]?ts$/.test(file) ? stripTypeScriptTypes(text, { mode: 'strip' }) : text;
    return parse(script, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch {
    return undefined;
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The constants at the top of the module, so that `transitions: rows` can be followed. */
function constantsOf(program: Program): Constants {
  const constants = new Map<string, Expression>();
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations)
      if (id.type === 'Identifier' && init) constants.set(id.name, init);
  }
  return constants;
}

function callsOf(program: Program, constants: Constants): readonly { value: ObjectExpression; offset: number }[] {
  const found: { value: ObjectExpression; offset: number }[] = [];
  const nodes: unknown[] = [program];
  while (nodes.length > 0) {
    const node = nodes.pop();
    if (Array.isArray(node)) nodes.push(...node);
    if (!isNode(node)) continue;
    const { callee, arguments: given } = node as CallExpression;
    if (node.type === 'CallExpression' && callee.type === 'Identifier' && callee.name === 'defineTable') {
      const value = resolved(given[0] as Node | undefined, constants);
      if (value?.type === 'ObjectExpression') found.push({ value: value as ObjectExpression, offset: node.start });
    }
    nodes.push(...Object.values(node).filter((part) => typeof part === 'object'));
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** An identifier of a constant stands for its value. */
function resolved(node: Node | undefined, constants: Constants): Node | undefined {
  let at = node;
  for (let hops = 0; hops < 10 && at?.type === 'Identifier'; hops++)
    at = constants.get((at as unknown as { name: string }).name);
  return at;
}

const keyOf = (key: Node): string | undefined => {
  const { type, name, value } = key as unknown as { type: string; name?: string; value?: unknown };
  return type === 'Identifier' ? name : type === 'Literal' ? String(value) : undefined;
};

const property = (node: Node, name: string, constants: Constants): Node | undefined =>
  partOf(node, name, constants)?.value;

const literal = (node: Node | undefined): unknown =>
  node?.type === 'Literal' ? (node as unknown as { value: unknown }).value : undefined;

/** A literal part; none where a spread before it makes its key or index unknown. */
function partOf(node: Node, key: string | number, constants: Constants): Found | undefined {
  const whole = resolved(node, constants);
  if (whole?.type === 'ArrayExpression' && typeof key === 'number') {
    const { elements } = whole as unknown as { elements: (Node | null)[] };
    const before = elements.slice(0, key + 1);
    const element = before[key];
    if (!element || before.some((each) => each?.type === 'SpreadElement')) return undefined;
    const value = resolved(element, constants);
    return value === undefined || element.type === 'CallExpression' ? undefined : { value, offset: value.start };
  }
  if (whole?.type !== 'ObjectExpression') return undefined;
  const { properties } = whole as ObjectExpression;
  const entry = properties.find((each) => each.type === 'Property' && !each.computed && keyOf(each.key) === key);
  if (entry?.type !== 'Property') return undefined;
  return { value: resolved(entry.value, constants) ?? entry.value, offset: entry.key.start };
}
