/** What sentences about a checked model are about, and how it is called. */
import type { Configuration } from '../../../model/explore/machine.ts';

/** A configuration, with how it is written by the names of the model. */
export type Described = { readonly configuration: Configuration; readonly text: string };

/** A row with what it leads to. */
export type Choice = { readonly row: string; readonly to: Described };

/** How the things of a model are called. Names are those of findings: in a system those of a table have its name before them. */
export type Naming = {
  readonly state: (name: string) => string;
  readonly event: (name: string) => string;
  readonly variable: (name: string) => string;
  readonly property: (name: string) => string;
  /** A row by its place in the table, or an event of a system. */
  readonly row: (name: string) => string;
  readonly configuration: (described: Described) => string;
};

/** Why a ruling matches nothing. */
export type Idle =
  | { readonly kind: 'no property'; readonly property: string }
  | { readonly kind: 'property holds'; readonly property: string }
  | { readonly kind: 'undecidable'; readonly code: string }
  | { readonly kind: 'no finding'; readonly names: readonly string[] }
  | {
      readonly kind: 'no claim';
      readonly source: string;
      readonly of: string;
      readonly line: number;
      readonly column: string;
    };

const itself = (name: string): string => name;

/** Things are called by their names. */
export const BY_NAME: Naming = {
  state: itself,
  event: itself,
  variable: itself,
  property: itself,
  row: itself,
  configuration: ({ text }) => text,
};
