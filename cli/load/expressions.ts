/**
 * Follows expressions to the literals they stand for: through constants, imports, definitions, and functions that return one literal. What
 * cannot be known without running the module is nothing; no place is invented.
 */
import type { CallExpression, MemberExpression, Node, ObjectExpression, Property, SpreadElement } from 'acorn';
import { declared, type Meaning, type Parsed, parsed, type Rest } from './source.ts';

/** An expression in its module, among the names of the functions around it; nothing is known of a name that has no node. */
export type Here = {
  readonly node: Node;
  readonly module: Parsed;
  readonly locals: ReadonlyMap<string, Node | undefined>;
  /** How many steps have led here: expressions can go round in circles. */
  readonly steps: number;
};

/** What an expression stands for, and the definition (`defineTable`, `defineSystem`) that was passed on the way, the last one. */
export type Found = Here & { readonly definition?: Here };

/** A part of a literal: where it is written. */
export type PartFound = Found & { readonly at: Here };

const MOST_STEPS = 40;
const NO_LOCALS: Here['locals'] = new Map();

const isDefinition = (node: Node): boolean => {
  const { callee } = node as CallExpression;
  return (
    node.type === 'CallExpression' &&
    callee.type === 'Identifier' &&
    (callee.name === 'defineTable' || callee.name === 'defineSystem')
  );
};

/** What a name exported by a module stands for. */
export function exportedBy(module: Parsed, name: string, steps = 0): Here | undefined {
  const meaning = module.exports.get(name);
  return meaning === undefined ? undefined : meaningIn(module, meaning, steps);
}

function meaningIn(module: Parsed, meaning: Meaning, steps: number): Here | undefined {
  if ('node' in meaning) return { node: meaning.node, module, locals: NO_LOCALS, steps };
  const source = steps < MOST_STEPS ? module.source.imported(meaning.from) : undefined;
  const other = source === undefined ? undefined : parsed(source);
  return other === undefined ? undefined : exportedBy(other, meaning.name, steps + 1);
}

/** What an expression stands for: a literal, or what it is if it cannot be followed. */
export function followed(here: Here): Found | undefined {
  let at: Here = here;
  let definition: Here | undefined;
  while (at.steps < MOST_STEPS) {
    if (isDefinition(at.node)) definition = at;
    const next = nextOf(at);
    if (next === at) return definition === undefined ? at : { ...at, definition };
    if (next === undefined) return undefined;
    at = { ...next, steps: next.steps + 1 };
  }
  return undefined;
}

/** One step towards a literal; the expression itself where there is none. */
function nextOf(here: Here): Here | undefined {
  const { node } = here;
  if (node.type === 'Identifier') return named(here);
  if (node.type === 'MemberExpression') return memberOf(here);
  if (node.type !== 'CallExpression') return here;
  const { callee, arguments: given } = node as CallExpression;
  if (isDefinition(node)) return given[0] === undefined ? undefined : { ...here, node: given[0] };
  const called = callee.type === 'Identifier' ? named({ ...here, node: callee }) : undefined;
  return called === undefined ? here : (returned(called) ?? here);
}

/** What `object.key` stands for. */
function memberOf(here: Here): Here | undefined {
  const { object, property, computed } = here.node as MemberExpression;
  const key = computed ? undefined : keyOf(property);
  return key === undefined ? undefined : partOf({ ...here, node: object, steps: here.steps + 1 }, key);
}

/** What an identifier stands for. */
function named(here: Here): Here | undefined {
  const { name } = here.node as unknown as { name: string };
  if (here.locals.has(name)) {
    const local = here.locals.get(name);
    return local === undefined ? undefined : { ...here, node: local };
  }
  const meaning = here.module.names.get(name);
  return meaning === undefined ? undefined : meaningIn(here.module, meaning, here.steps);
}

type Callable = { readonly params: readonly Node[]; readonly body: Node & { readonly body?: readonly Node[] } };

/** What a function returns, where it returns one thing. */
function returned({ node, module, locals, steps }: Here): Here | undefined {
  if (!/^(Arrow)?Function/.test(node.type)) return undefined;
  const { params, body } = node as unknown as Callable;
  const statements = body.type === 'BlockStatement' ? (body.body ?? []) : [];
  const inside = new Map([
    ...locals,
    ...params.flatMap(namesIn).map((name) => [name, undefined] as const),
    ...statements.flatMap(declared),
  ]);
  if (body.type !== 'BlockStatement') return { node: body, module, locals: inside, steps };
  const [one, ...others] = statements.filter(({ type }) => type === 'ReturnStatement');
  const argument = (one as unknown as { argument?: Node | null } | undefined)?.argument;
  return argument && others.length === 0 ? { node: argument, module, locals: inside, steps } : undefined;
}

/** All names in a pattern of parameters. */
function namesIn(pattern: Node): readonly string[] {
  const parts: unknown[] = Object.values(pattern).flat();
  const own = pattern.type === 'Identifier' ? [(pattern as unknown as { name: string }).name] : [];
  return [...own, ...parts.flatMap((part) => (isNode(part) ? namesIn(part) : []))];
}

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

const keyOf = (key: Node): string | undefined => {
  const { type, name, value } = key as unknown as { type: string; name?: string; value?: unknown };
  return type === 'Identifier' ? name : type === 'Literal' ? String(value) : undefined;
};

/** A literal part of what an expression stands for; none where a spread before it makes its index unknown. */
export function partOf(here: Here, key: string | number): PartFound | undefined {
  const whole = followed(here);
  if (whole?.node.type === 'ArrayExpression' && typeof key === 'number') return itemOf(whole, key);
  return whole === undefined ? undefined : entryOf(whole, String(key));
}

const isRest = (node: Node): node is Rest => node.type === 'Rest';

function itemOf(whole: Here, index: number): PartFound | undefined {
  const { elements } = whole.node as unknown as { elements: (Node | null)[] };
  const before = elements.slice(0, index + 1);
  const element = before[index];
  if (!element || before.some((each) => each?.type === 'SpreadElement')) return undefined;
  if (element.type === 'CallExpression' && !isDefinition(element)) return undefined;
  const value = followed({ ...whole, node: element });
  return value === undefined ? undefined : { ...value, at: value };
}

function entryOf(whole: Here, key: string): PartFound | undefined {
  if (isRest(whole.node))
    return whole.node.without.includes(key) ? undefined : partOf({ ...whole, node: whole.node.of }, key);
  if (whole.node.type !== 'ObjectExpression') return undefined;
  const { properties } = whole.node as ObjectExpression;
  for (const each of properties.toReversed()) {
    const found = each.type === 'SpreadElement' ? spreadEntry(whole, each, key) : ownEntry(whole, each, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ownEntry(whole: Here, { computed, key: written, value }: Property, key: string): PartFound | undefined {
  if (computed || keyOf(written) !== key) return undefined;
  const here = { ...whole, node: value };
  return { ...(followed(here) ?? here), at: { ...whole, node: written } };
}

/** An entry of what is spread: of the one or the other, where it depends on a condition. */
function spreadEntry(whole: Here, { argument }: SpreadElement, key: string): PartFound | undefined {
  const choices: readonly Node[] =
    argument.type === 'ConditionalExpression'
      ? [argument.consequent, argument.alternate]
      : argument.type === 'LogicalExpression'
        ? [argument.right]
        : [argument];
  for (const node of choices) {
    const found = partOf({ ...whole, node, steps: whole.steps + 1 }, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The definitions in a module, in the order in which they are written. */
export function definitionsIn(module: Parsed): readonly Here[] {
  const found: Node[] = [];
  const nodes: unknown[] = [module.program];
  while (nodes.length > 0) {
    const node = nodes.pop();
    if (Array.isArray(node)) nodes.push(...node);
    if (!isNode(node)) continue;
    if (isDefinition(node)) found.push(node);
    nodes.push(...Object.values(node).filter((part) => typeof part === 'object'));
  }
  return found
    .sort((one, other) => one.start - other.start)
    .map((node) => ({ node, module, locals: NO_LOCALS, steps: 0 }));
}

/** The value of a literal. */
export const literal = (here: Here | undefined): unknown =>
  here?.node.type === 'Literal' ? (here.node as unknown as { value: unknown }).value : undefined;
