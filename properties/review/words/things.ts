/** What sentences of a review are about, before they are words of any language. */
import type { Text } from '../../../model/table/types.ts';

/** A state as it is called: the label of a document, or the labels of the table; where others have the same label, what tells it apart. */
export type Called = { readonly label: Text; readonly name?: string };

export type Column = 'previous' | 'next';

/** What a claim says of the state in whose row it stands, or an arrow that stands in nobody's row. `null` is “none”. */
export type ClaimSaid =
  | { readonly column: 'edge'; readonly from: Called | null; readonly to: Called | null }
  | { readonly column: Column; readonly of: Called; readonly names: Called | null };

/** What the arrow of a claim is to the table: on which events it has it; without events it does not. */
export type Stance = { readonly events?: readonly Tabled[] };

/** An event of the table, by its name, and as the table calls it. */
export type Tabled = { readonly label: Text; readonly name: string };

/** How a label differs from that of a row. */
export type Difference = 'parenthesis' | 'shortened' | 'abbreviation' | 'other words' | 'near';

/** Why a description speaks against an arrow. `words` are those of the description. */
export type Doubted =
  | { readonly kind: 'denied'; readonly about: Called; readonly words: string; readonly before: Called }
  | { readonly kind: 'before' | 'after' | 'never'; readonly about: Called; readonly words: string }
  | { readonly kind: 'actor'; readonly about: Called; readonly actor: string; readonly before: Called };

/** The state that a mention of a shared label was taken as, and why. */
export type Taken = {
  readonly state: string;
  readonly why?:
    | { readonly kind: 'note'; readonly note: string }
    | { readonly kind: 'other mention' }
    | { readonly kind: 'not listed back'; readonly row: Called }
    | {
        readonly kind: 'listed back';
        readonly row: Called;
        readonly column: Column;
        readonly others: readonly string[];
      };
};

/** Why a ruling matches nothing. */
export type Idle =
  | { readonly kind: 'undecidable'; readonly code: string }
  | { readonly kind: 'no finding'; readonly names: readonly string[] }
  | {
      readonly kind: 'no claim';
      readonly source: string;
      readonly of: string;
      readonly names: string | null;
      readonly column: string;
    };

export type Thing = 'state' | 'event';

/** A part of a document that may be a copy of the table. */
export type What = 'list' | 'table' | 'diagram';

const LONGEST_LABEL = 80;

/** A label that is not longer than a line. */
export const shortened = (label: string): string =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label;
