/**
 * The shape of a system, defined once, with the pieces of the shape of a table. As there, which keys belong together is checked with the
 * names. What stands behind a name in a condition or under `set` depends on what the name denotes: a condition on a variable, or one on
 * an instance. Editors are told of both; when a system is read, the gate of names holds each against its own shape.
 */
import * as z from 'zod';
import { tableSchema } from '../table/schema.ts';
import {
  comparisonsWith,
  described,
  domains,
  event,
  initial,
  labels,
  name,
  names,
  propertyOf,
  ruling,
  text,
  value,
  words,
} from '../table/schema-parts.ts';
import { BOUNDS } from './bounds.ts';

const other = z.strictObject({ memory: name, of: name.optional() });
const parameter = z.strictObject({ parameter: name });
const operand = z
  .union([value, parameter, other], { error: 'a value, { parameter: name }, or { memory: variable, of: reference }' })
  .describe('A value (or a reference to an instance), { parameter }, or { memory, of }');
const number = z.union([z.number(), parameter, other], {
  error: 'a number, { parameter: name }, or { memory: variable, of: reference }',
});
const assignment = z.union([value, parameter, other, z.strictObject({ add: z.number() })], {
  error: 'a value, { parameter: name }, { memory: variable, of: reference } or { add: number }',
});

/** Assignments of the memory that is added to an instance. */
export const assignmentsSchema = z.record(z.string(), assignment);

/** An assignment of a shared variable. */
export const assignmentSchema = assignment;

/** A condition on a variable, or on the number of messages in a channel. */
export const conditionSchema = z.union(
  [value, parameter, other, z.strictObject({ ...comparisonsWith(operand), in: z.array(value).optional() })],
  {
    error:
      'a value, { parameter: name }, { memory: variable }, or comparisons such as { lt: 3 } with eq, ne, lt, le, gt, ge, in',
  },
);

/** A condition on an instance. */
export const instancePredicateSchema = z
  .object({
    get all() {
      return z.array(instancePredicateSchema).optional();
    },
    get any() {
      return z.array(instancePredicateSchema).optional();
    },
    get not() {
      return instancePredicateSchema.optional();
    },
    state: names.describe('The instance is in this state, or in one of these').optional(),
    group: names.describe('Its state is in this group, or in one of these').optional(),
    tag: names.describe('Its state has this tag, or one of these').optional(),
    final: z.boolean().describe('Whether the instance is final').optional(),
  })
  .catchall(conditionSchema)
  .describe('A condition on an instance: its state, and its memory');

const ranges = z
  .union(
    [
      name,
      z.strictObject({ values: z.array(z.string()).min(1) }),
      z.strictObject({ range: z.tuple([z.number(), z.number()]) }),
      z.strictObject({ next: name }),
      // `next` is no set: a list after it is a mistake, and must not be taken for references.
      z.record(z.string().regex(/^(?!next$)/), z.array(name)),
    ],
    { error: 'a set, { values: […] }, { range: [from, to] }, { next: parameter } or { set: [references] }' },
  )
  .describe('What a parameter ranges over: a set, { values }, { range }, or is: { next }, { set: [references] }');
const parameters = z.record(z.string(), ranges, {
  error: 'parameters, each with what it ranges over, such as { s: session }',
});
const distinct = z
  .array(name)
  .min(1)
  .describe('Parameters, or instances by name, that denote different ones')
  .optional();
const moves = z
  .record(z.string(), name)
  .describe('The instances that move together, each with the event of its table')
  .optional();

const variable = z.strictObject({
  ...described,
  ...domains,
  instance: name.describe('It refers to an instance of this set, or to none: null').optional(),
  initial,
  labels,
});

const count = z.int({ error: 'a whole number' });
const between = (from: number, to: number) =>
  count
    .min(from, { error: `a whole number from ${from} to ${to}` })
    .max(to, { error: `a whole number from ${from} to ${to}` });

const instanceSet = z.strictObject({
  ...described,
  table: name.describe('The table its instances follow; none: they are identities').optional(),
  count: between(1, BOUNDS.instances).describe('So many interchangeable instances: set1, set2, …').optional(),
  per: z
    .array(name)
    .min(1)
    .max(BOUNDS.parameters, { error: `at most ${BOUNDS.parameters} sets` })
    .describe('One instance for each combination of instances of these sets')
    .optional(),
  initial: names.describe('The states its instances start in, where not all initial ones of the table').optional(),
  memory: z
    .record(z.string(), variable)
    .describe('Memory added to each instance, set by events of the system')
    .optional(),
});

const channel = z.strictObject({
  ...described,
  message: z
    .record(z.string(), z.strictObject({ ...domains, instance: name.optional() }))
    .describe('The fields of a message, each with its domain'),
  capacity: between(1, BOUNDS.capacity).describe('The most messages it holds'),
  ordered: z.boolean().describe('false: any message can be received next; else the oldest').optional(),
  lossy: z.boolean().describe('Whether messages can be lost, by the event channel.lose').optional(),
});

const messages = z.record(z.string(), z.record(z.string(), operand));

/** The shape of a system, given what can stand behind a name in a condition and under `set`. */
function systemWith<E extends z.ZodType, A extends z.ZodType>(entry: E, target: A) {
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
      get forAll() {
        return z.strictObject({ of: parameters, distinct, is: predicate }).describe('For all bindings').optional();
      },
      get exists() {
        return z.strictObject({ of: parameters, distinct, is: predicate }).describe('For some binding').optional();
      },
      get count() {
        return z
          .strictObject({ of: parameters, distinct, is: predicate, ...comparisonsWith(number) })
          .describe('So many bindings: eq, ne, lt, le, gt, ge')
          .optional();
      },
      final: z.boolean().describe('Whether the system is final: all its instances are').optional(),
      enabled: names.describe('Some step on this event, or on one of these, is enabled').optional(),
    })
    .catchall(entry)
    .describe('A condition on the system: of shared variables, channels, and instances by reference');
  const participants = z.strictObject({
    with: parameters,
    distinct,
    is: predicate.optional(),
    moves,
    set: z.record(z.string(), assignmentsSchema).optional(),
  });
  const systemEvent = z.strictObject({
    ...event,
    with: parameters.describe('The parameters').optional(),
    distinct,
    when: predicate.describe('The guard: read on the configuration before the step').optional(),
    moves,
    set: z
      .record(z.string(), target)
      .describe('Assignments of shared variables, and of memory added to an instance')
      .optional(),
    receive: messages.describe('A message taken, per channel').optional(),
    send: messages.describe('A message put in, per channel').optional(),
    each: z.array(participants).describe('All others that take part as well').optional(),
  });
  return z.strictObject({
    $schema: z.string().describe('The JSON Schema of this file, for completion in editors').optional(),
    name: name.describe('An identifier, unique among the tables and systems checked together'),
    title: text.optional(),
    description: text.optional(),
    actors: words.describe('Words about those who cause events').optional(),
    tables: z.array(tableSchema).describe('The tables that instances follow'),
    instances: z.record(z.string(), instanceSet).describe('The instances, set by set'),
    memory: z.record(z.string(), variable).describe('The shared variables').optional(),
    channels: z.record(z.string(), channel).describe('The channels').optional(),
    events: z.record(z.string(), systemEvent).describe('The events in which instances move together').optional(),
    properties: z
      .record(
        z.string(),
        z.strictObject({
          ...propertyOf(predicate),
          forAll: parameters.describe('It must hold for every binding of these').optional(),
          distinct,
        }),
      )
      .describe('What must hold; the key is a sentence for readers')
      .optional(),
    rulings: z.array(ruling).describe('Recorded decisions about findings and violated properties').optional(),
  });
}

/** The shape of a system when it is read. */
export const systemSchema = systemWith(z.unknown(), z.unknown());

/** The shape of a system as editors are told of it. */
export const wholeSystemSchema = systemWith(
  z.union([conditionSchema, instancePredicateSchema]),
  z.union([assignment, assignmentsSchema]),
);

/** The JSON Schema (2020-12) of a system in YAML or JSON, for completion and checking in editors. */
export function systemJsonSchema(): unknown {
  return { title: 'State Atlas system', ...z.toJSONSchema(wholeSystemSchema, { io: 'input', reused: 'ref' }) };
}
