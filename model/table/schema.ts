/**
 * The shape of a table, defined once: it checks what was read, and the JSON Schema for editors is generated from it.
 * Objects that could be one of several kinds (variables, properties, rulings) list all their keys here; which keys belong
 * together is checked with the names, where a better sentence can be said about it.
 */
import * as z from 'zod';
import {
  comparisonsWith,
  described,
  domains,
  event,
  initial,
  labels,
  line,
  name,
  names,
  propertyOf,
  ruling,
  text,
  value,
  words,
} from './schema-parts.ts';

const except = z.union([names, z.strictObject({ group: names })], { error: 'states, or { group: … }' });
const stateSet = z
  .union([names, z.strictObject({ group: names }), z.strictObject({ tag: names }), z.strictObject({ except })], {
    error: 'a state, a list of states, { group: … }, { tag: … } or { except: … }',
  })
  .describe('One state, several, those of a group or with a tag, or all except some');

const operand = z.union([value, z.strictObject({ memory: name })], { error: 'a value, or { memory: variable }' });
const comparisons = z.strictObject({ ...comparisonsWith(operand), in: z.array(value).optional() });
const condition = z.union([value, comparisons], {
  error: 'a value, or comparisons such as { lt: 3 } with eq, ne, lt, le, gt, ge, in',
});

const guard = z
  .object({
    get all() {
      return z.array(guard).optional();
    },
    get any() {
      return z.array(guard).optional();
    },
    get not() {
      return guard.optional();
    },
  })
  .catchall(condition)
  .describe('A condition on memory: each named variable meets its condition');

const predicate = z
  .object({
    get all() {
      return z.array(predicate).optional();
    },
    get any() {
      return z.array(predicate).optional();
    },
    get not() {
      return predicate.optional();
    },
    state: names.describe('The state is this one, or one of these').optional(),
    group: names.describe('The state is in this group, or in one of these').optional(),
    tag: names.describe('The state has this tag, or one of these').optional(),
    final: z.boolean().describe('Whether the configuration is final').optional(),
    enabled: names.describe('Some step on this event, or on one of these, is enabled').optional(),
  })
  .catchall(condition)
  .describe('A condition on a configuration: memory, state, group, tag, final, enabled');

const state = z.strictObject({
  ...described,
  initial: z
    .union([z.literal(true), z.strictObject({ memory: z.record(z.string(), value) })], {
      error: 'true, or { memory: { variable: value } }',
    })
    .describe('A declared start, with the declared memory or with other values: { memory: { variable: value } }')
    .optional(),
  final: z
    .union([z.literal(true), z.strictObject({ when: guard })], { error: 'true, or { when: guard }' })
    .describe('A declared end, always or while a guard holds: { when: guard }')
    .optional(),
  group: name.describe('The group drawn around the state, usable in from and in predicates').optional(),
  tags: z.array(name).describe('Words to select several states by, in from and in predicates').optional(),
});

const variable = z.strictObject({
  ...described,
  ...domains,
  states: stateSet.describe('A saved state: one of these, or null while it is unset').optional(),
  initial,
  labels,
});

const assignment = z.union(
  [
    value,
    z.strictObject({ add: z.number() }),
    z.strictObject({ memory: name }),
    z.strictObject({ save: z.literal('state') }),
  ],
  { error: 'a value, { add: number }, { memory: variable } or { save: state }' },
);

const row = z.strictObject({
  from: stateSet.describe('The states the row leaves: one, several, { group }, { tag } or { except }'),
  on: names.describe('One event or several'),
  when: guard.describe('The guard: read on the configuration before the step').optional(),
  to: z
    .union([name, z.strictObject({ recall: name })], { error: 'a state, stay, or { recall: variable }' })
    .describe('A state, stay, or { recall: variable }'),
  set: z
    .record(z.string(), assignment)
    .describe('Assignments: a value, { add: n }, { memory: variable }, { save: state }')
    .optional(),
  because: text.describe('Why the row is there').optional(),
  cites: z.record(z.string(), z.array(line)).describe('Lines of the sources: { article: [12, 40] }').optional(),
});

const claim = z.strictObject({
  line,
  column: z.enum(['previous', 'next', 'description']),
  of: name,
  names: name.nullable().optional(),
  text: z.string(),
  condition: text.optional(),
  note: text.optional(),
});

const source = z.strictObject({
  title: text,
  location: z.string().optional(),
  language: z.string().optional(),
  date: z.string().optional(),
  claims: z.array(claim).optional(),
});

/** The shape of a table. */
export const tableSchema = z.strictObject({
  $schema: z.string().describe('The JSON Schema of this file, for completion in editors').optional(),
  name: name.describe('An identifier, unique among the tables checked together'),
  title: text.optional(),
  description: text.optional(),
  actors: words.describe('Words about those who cause events').optional(),
  groups: words.describe('Words about the groups of states').optional(),
  states: z.record(z.string(), state).describe('The states; at least one is initial'),
  events: z.record(z.string(), z.strictObject(event)).describe('The events, with who causes them; timers have after'),
  memory: z
    .record(z.string(), variable)
    .describe('The variables, each of one kind: range, values, flag or states')
    .optional(),
  transitions: z.array(row).describe('The rows: from, on, when, to, set'),
  properties: z
    .record(z.string(), z.strictObject(propertyOf(predicate)))
    .describe('What must hold; the key is a sentence for readers')
    .optional(),
  sources: z.record(z.string(), source).describe('The documents the table rests on, and what they claim').optional(),
  rulings: z.array(ruling).describe('Recorded decisions about findings, violated properties and claims').optional(),
});

/** The JSON Schema (2020-12) of a table in YAML or JSON, for completion and checking in editors. */
export function tableJsonSchema(): unknown {
  return { title: 'State Atlas table', ...z.toJSONSchema(tableSchema, { io: 'input', reused: 'ref' }) };
}
