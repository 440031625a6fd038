/** Parameters: what each can be, and how many bindings they have together. */
import { checkRange } from '../table/conditions.ts';
import type { Path } from '../table/diagnostic.ts';
import { checkName } from '../table/forms.ts';
import { counted, quoted } from '../table/plain.ts';
import { BOUNDS } from './bounds.ts';
import type { Domain, Scope } from './domain.ts';
import type { SystemLookup } from './lookup.ts';
import { type Parameter, type Parameters, RESERVED_REFERENCES } from './types.ts';

/** What a parameter can be, and of how many values it is one. */
type Ranging = { readonly domain: Domain; readonly size: number };

const UNKNOWN: Ranging = { domain: { kind: undefined }, size: 1 };

/** The parameters of a place and those around it; says what is wrong with them, and with those said to be distinct. */
export function scopeWith(
  lookup: SystemLookup,
  { parameters = {}, distinct = [] }: { readonly parameters?: Parameters; readonly distinct?: readonly string[] },
  [around, path, distinctPath]: readonly [around: Scope, path: Path, distinctPath: Path],
): Scope {
  const { say, sayOfKey } = lookup.sayer;
  const known = new Map(around.parameters);
  const entries = Object.entries(parameters);
  let { bindings } = around;
  const isOpen = around.isOpen === true || known.size + entries.length > BOUNDS.parameters;
  if (isOpen && around.isOpen !== true)
    say(
      'SA171',
      path,
      `${known.size + entries.length} parameters are bound at once; ${BOUNDS.parameters} are the most`,
    );
  for (const [name, parameter] of isOpen ? [] : entries) {
    const at = [...path, name];
    checkParameterName(lookup, name, parameter, known, at);
    const scope: Scope = { parameters: known, bindings };
    const { domain, size } = rangingOf(lookup, parameter, at, scope);
    known.set(name, domain);
    bindings *= size;
  }
  if (bindings > BOUNDS.bindings && around.bindings <= BOUNDS.bindings)
    sayOfKey('SA171', path, `the parameters here have ${counted(bindings)} bindings; ${BOUNDS.bindings} are the most`);
  const scope: Scope = { parameters: known, bindings, ...(isOpen && { isOpen }) };
  distinct.forEach((name, index) => void lookup.reference(name, [...distinctPath, index], scope));
  checkDistinct(lookup, distinct, distinctPath);
  return scope;
}

/** Says where a name has nothing to differ from, or only itself. */
function checkDistinct(lookup: SystemLookup, distinct: readonly string[], path: Path): void {
  const { say, sayOfKey } = lookup.sayer;
  const [only, ...more] = distinct;
  if (only !== undefined && more.length === 0)
    sayOfKey('SA178', path, `${only} has nothing here to be different from`, 'distinct');
  distinct.forEach((name, index) => {
    if (distinct.indexOf(name) < index)
      say('SA178', [...path, index], `${name} stands here twice, and is never different from itself`, name);
  });
}

function checkParameterName(
  lookup: SystemLookup,
  name: string,
  parameter: Parameter,
  known: Scope['parameters'],
  path: Path,
): void {
  const { sayOfKey } = lookup.sayer;
  checkName(sayOfKey, name, path);
  const taken = (what: string): void => sayOfKey('SA165', path, `${quoted(name)} is already ${what}`, name);
  if ((RESERVED_REFERENCES as readonly string[]).includes(name))
    sayOfKey('SA121', path, `no parameter can be called ${name}`, name);
  else if (known.has(name)) taken('a parameter');
  else if (lookup.shared.has(name)) taken('a shared variable');
  else if (lookup.channels.has(name)) taken('a channel');
  else if (lookup.instances.has(name) && name !== parameter) taken('an instance');
}

function rangingOf(lookup: SystemLookup, parameter: Parameter, path: Path, scope: Scope): Ranging {
  const { sayer } = lookup;
  if (typeof parameter === 'string') {
    if (!lookup.set(parameter, path)) return UNKNOWN;
    return { domain: { kind: 'instance', set: parameter }, size: lookup.sizes.get(parameter) ?? 1 };
  }
  if ('range' in parameter) {
    const [from, to] = parameter.range as readonly [number, number];
    return { domain: { kind: 'range' }, size: checkRange(sayer, [from, to], [...path, 'range']) ? to - from + 1 : 1 };
  }
  if ('values' in parameter) {
    const values = parameter.values as readonly string[];
    if (values.length === 0) sayer.say('SA113', [...path, 'values'], 'this list is empty');
    return { domain: { kind: 'values' }, size: values.length };
  }
  if ('next' in parameter)
    return { domain: nextOf(lookup, parameter.next as string, [...path, 'next'], scope), size: 1 };
  return { domain: madeFor(lookup, parameter as { readonly [set: string]: readonly string[] }, path, scope), size: 1 };
}

/** The instance after another one, which a parameter before must denote. */
function nextOf(lookup: SystemLookup, name: string, path: Path, scope: Scope): Domain {
  const found = lookup.parameter(name, path, scope);
  if (found === undefined || found.kind === undefined) return UNKNOWN.domain;
  if (found.kind === 'instance') return found;
  lookup.sayer.say('SA173', path, `${name} is a value, and no instance`, name);
  return UNKNOWN.domain;
}

/** The instance that a set has for others. */
function madeFor(
  lookup: SystemLookup,
  parameter: { readonly [set: string]: readonly string[] },
  path: Path,
  scope: Scope,
): Domain {
  const { say, sayOfKey } = lookup.sayer;
  const [made, ...more] = Object.entries(parameter);
  if (made === undefined || more.length > 0) {
    say('SA112', path, 'expected one set, with the instances that it is made for');
    return UNKNOWN.domain;
  }
  const [set, references] = made;
  const at = [...path, set];
  if (!lookup.set(set, at, sayOfKey)) return UNKNOWN.domain;
  const per = lookup.declaredSet(set)?.per ?? [];
  if (lookup.sizes.has(set) && references.length !== per.length) {
    const sentence = per.length === 0 ? 'for no others' : `for one each of ${per.join(', ')}`;
    say('SA173', at, `each instance of ${set} is made ${sentence}`);
    return UNKNOWN.domain;
  }
  references.forEach((reference, index) => {
    const wanted = per[index];
    const found = lookup.instance(reference, [...at, index], scope);
    if (found !== undefined && wanted !== undefined && found !== wanted && lookup.sets.has(wanted))
      say(
        'SA173',
        [...at, index],
        `${reference} is one of ${found}, and ${set} is made for one of ${wanted}`,
        reference,
      );
  });
  return { kind: 'instance', set };
}
