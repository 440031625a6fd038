/** The hand-written types and the shape that is checked describe the same tables: each is assignable to the other. */
import type * as z from 'zod';
import type { tableSchema } from './schema.ts';
import type { Condition, Guard, Predicate, Property, Ruling, Table, Variable } from './types.ts';

/** The keys that are spelt out beside an index signature. */
type Spelt<T> = keyof { [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: 1 };

/** Guards and predicates: the only records of conditions that also have `any`. They are compared by their words. */
type IsGuard<T> = 'any' extends Spelt<T> ? true : false;

/** A type as the value it describes once it is plain and frozen: read only, and without keys that hold `undefined`. */
type Plain<T> = T extends readonly unknown[]
  ? { readonly [Index in keyof T]: Plain<T[Index]> }
  : T extends object
    ? IsGuard<T> extends true
      ? { readonly words: Spelt<T> }
      : { readonly [Key in keyof T]: Plain<Exclude<T[Key], undefined>> }
    : T;

type Read = z.infer<typeof tableSchema>;
type Shape = Omit<Plain<Read>, '$schema'>;
type Written = Plain<Table>;

/** The shape with the parts of several kinds as written: which keys stand together is no matter of shape, but of sense. */
type Sorted = Omit<Shape, 'memory' | 'properties' | 'rulings'> & Pick<Written, 'memory' | 'properties' | 'rulings'>;

export const everyTableHasTheShape = (table: Written): Shape => table;
export const everyShapeIsATable = (shape: Sorted): Written => shape;

type Item<List> = Exclude<List, undefined> extends readonly (infer Each)[] ? Each : never;
type Entry<Record> = Exclude<Record, undefined> extends { readonly [key: string]: infer Each } ? Each : never;
type KeyOf<Union> = Union extends unknown ? keyof Union : never;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type ReadGuard = NonNullable<Read['transitions'][number]['when']>;
type ReadPredicate = NonNullable<Entry<Read['properties']>['invariant']>;

export const same: {
  readonly variables: Same<KeyOf<Entry<Read['memory']>>, KeyOf<Variable>>;
  readonly properties: Same<KeyOf<Entry<Read['properties']>>, KeyOf<Property>>;
  readonly rulings: Same<KeyOf<Item<Read['rulings']>>, KeyOf<Ruling>>;
  readonly guards: Same<Spelt<ReadGuard>, Spelt<Guard>>;
  readonly predicates: Same<Spelt<ReadPredicate>, Spelt<Predicate>>;
  readonly conditions: Same<Plain<ReadGuard[string]>, Plain<Condition>>;
} = { variables: true, properties: true, rulings: true, guards: true, predicates: true, conditions: true };
