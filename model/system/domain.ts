/** What names in a system can stand for, whatever the binding: kinds of values, and instances of sets. */
import type { Kind } from '../table/conditions.ts';
import type { MessageField, SystemVariable } from './types.ts';

/** The kinds of a system's variables and fields, by the key that declares them. */
export const SYSTEM_KINDS = ['range', 'values', 'flag', 'instance'] as const satisfies readonly Kind[];

/** What a reference, a parameter or a variable can be: its kind, and of which set the instance is. Without a kind it is not known. */
export type Domain = { readonly kind: Kind | undefined; readonly set?: string };

/** What has a domain: a variable, or a field of a message. */
export type Declared = SystemVariable | MessageField;

/** What a variable or a field can be. */
export function domainOf(declared: Declared): Domain {
  const kind = SYSTEM_KINDS.find((each) => each in declared);
  return 'instance' in declared ? { kind: 'instance', set: declared.instance } : { kind };
}

/** The parameters that are known in a place. */
export type Scope = {
  readonly parameters: ReadonlyMap<string, Domain>;
  /** How many bindings there are of them. */
  readonly bindings: number;
  /** Whether there are more parameters than are looked at: then any name might be one. */
  readonly isOpen?: true;
};

/** Where there are no parameters. */
export const NO_PARAMETERS: Scope = { parameters: new Map(), bindings: 1 };
