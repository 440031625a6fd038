/** The hand-written types and the shape that is checked describe the same systems. */
import type * as z from 'zod';
import type { conditionSchema, instancePredicateSchema, wholeSystemSchema } from './schema.ts';
import type {
  Channel,
  Counted,
  InstancePredicate,
  InstanceSet,
  MessageField,
  Participants,
  Quantified,
  System,
  SystemAssignment,
  SystemCondition,
  SystemEvent,
  SystemPredicate,
  SystemProperty,
  SystemVariable,
} from './types.ts';

/** The keys that are spelt out beside an index signature. */
type Spelt<T> = keyof { [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: 1 };
type KeyOf<Union> = Union extends unknown ? keyof Union : never;
type Entry<Record> = Exclude<Record, undefined> extends { readonly [key: string]: infer Each } ? Each : never;
type Item<List> = Exclude<List, undefined> extends readonly (infer Each)[] ? Each : never;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** A type as the value it describes once it is plain and frozen: read only, and without keys that hold `undefined`. */
type Plain<T> = T extends readonly unknown[]
  ? { readonly [Index in keyof T]: Plain<T[Index]> }
  : T extends object
    ? { readonly [Key in keyof T]: Plain<Exclude<T[Key], undefined>> }
    : T;

type Read = z.infer<typeof wholeSystemSchema>;
type ReadEvent = Entry<Read['events']>;
type ReadPredicate = NonNullable<ReadEvent['when']>;
type ReadInstance = z.infer<typeof instancePredicateSchema>;

export const same: {
  readonly sections: Same<Exclude<keyof Read, '$schema'>, keyof System>;
  readonly sets: Same<keyof Entry<Read['instances']>, keyof InstanceSet>;
  readonly variables: Same<keyof Entry<Read['memory']>, KeyOf<SystemVariable>>;
  readonly channels: Same<keyof Entry<Read['channels']>, keyof Channel>;
  readonly fields: Same<keyof Entry<Entry<Read['channels']>['message']>, KeyOf<MessageField>>;
  readonly events: Same<keyof ReadEvent, keyof SystemEvent>;
  readonly others: Same<keyof Item<ReadEvent['each']>, keyof Participants>;
  readonly assignments: Same<Plain<Entry<Entry<Item<ReadEvent['each']>['set']>>>, SystemAssignment>;
  readonly conditions: Same<Plain<z.infer<typeof conditionSchema>>, Plain<SystemCondition>>;
  readonly predicates: Same<Spelt<ReadPredicate>, Spelt<SystemPredicate>>;
  readonly instances: Same<Spelt<ReadInstance>, Spelt<InstancePredicate>>;
  readonly quantifiers: Same<keyof NonNullable<ReadPredicate['exists']>, keyof Quantified>;
  readonly counts: Same<keyof NonNullable<ReadPredicate['count']>, keyof Counted>;
  readonly properties: Same<keyof Entry<Read['properties']>, KeyOf<SystemProperty>>;
} = {
  sections: true,
  sets: true,
  variables: true,
  channels: true,
  fields: true,
  events: true,
  others: true,
  assignments: true,
  conditions: true,
  predicates: true,
  instances: true,
  quantifiers: true,
  counts: true,
  properties: true,
};
