/** Pieces of shape that tables and systems share: texts, values, comparisons, events, properties, rulings. */
import * as z from 'zod';

export const text = z
  .union([z.string(), z.record(z.string(), z.string())], { error: 'a text, or one text per language' })
  .describe('A text, or one text per language: { en: …, fr: … }');
export const name = z.string();
export const names = z.union([name, z.array(name)], { error: 'a name or a list of names' });
export const value = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'a text, a number, true, false or null',
});
export const line = z.int({ error: 'a line number' }).min(1, { error: 'a line number, from 1' });
export const described = { label: text.optional(), description: text.optional() };

/** Words about named things. */
export const words = z.record(z.string(), z.strictObject(described));

/** Comparisons with what an operand can be. */
export const comparisonsWith = <O extends z.ZodType>(operand: O) => ({
  eq: operand.optional(),
  ne: operand.optional(),
  lt: operand.optional(),
  le: operand.optional(),
  gt: operand.optional(),
  ge: operand.optional(),
});

export const event = {
  ...described,
  by: name.describe('The actor who causes the event').optional(),
  after: z.string().describe('An ISO 8601 duration, such as PT5M: the event is a timer').optional(),
};

/** The domains that are the same everywhere. */
export const domains = {
  range: z.tuple([z.number(), z.number()]).describe('The integers from the first to the second').optional(),
  values: z.array(z.string()).min(1).describe('One of these words').optional(),
  flag: z.literal(true).describe('True or false').optional(),
};

/** Of a variable with values. */
export const labels = z
  .record(z.string(), text)
  .describe('What readers see for the values: by value, a text or one for each language')
  .optional();

export const initial = z
  .union([value, z.array(value).min(1)], { error: 'a value, or a list of values' })
  .describe('The initial value; a list gives one initial configuration for each')
  .optional();

/** What must hold, by its conditions. */
export const propertyOf = <P extends z.ZodType>(predicate: P) => ({
  ...described,
  invariant: predicate.describe('Holds in every reachable configuration (AG p)').optional(),
  never: predicate.describe('Holds in no reachable configuration, or in none after `after`').optional(),
  reachable: predicate.describe('Holds in some reachable configuration (EF p)').optional(),
  alwaysCanReach: predicate.describe('Stays possible from everywhere (AG EF p)').optional(),
  eventually: predicate.describe('Every run comes to it (AF p)').optional(),
  when: predicate.describe('With leadsTo: whenever this holds …').optional(),
  leadsTo: predicate.describe('… this holds then or later').optional(),
  after: predicate.describe('With never, alwaysCanReach, eventually: from where this holds on').optional(),
  fair: z
    .strictObject({ weak: z.array(name).optional(), strong: z.array(name).optional() })
    .describe('Events that are not ignored for ever')
    .optional(),
});

export const ruling = z.strictObject({
  decision: z.enum(['accept', 'reject', 'defer']).optional(),
  because: text,
  by: z.string().optional(),
  date: z.string().optional(),
  finding: z.string().describe('The code of the finding, such as SA204').optional(),
  states: names.optional(),
  events: names.optional(),
  memory: names.optional(),
  labels: names.describe('Labels as a document writes them, in what review finds about documents').optional(),
  source: name.describe('The source whose finding is decided; every document without it').optional(),
  property: z.string().describe('The violated property').optional(),
  claim: z
    .strictObject({
      source: name,
      line,
      column: z.enum(['previous', 'next', 'description']),
      of: name,
      names: name.nullable().optional(),
    })
    .optional(),
});
