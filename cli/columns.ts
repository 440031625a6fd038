/** The options that say how a document is laid out: its layout, and the roles of its columns. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { LAYOUTS, type Layout, ROLES, type Role } from '../model/import/index.ts';
import { suggest } from '../model/table/suggest.ts';

export type LayoutOptions = { readonly layout?: Layout; readonly columns?: readonly Role[] };

/** Adds `--layout` and `--columns`. */
export const layable = (command: Command): Command =>
  command
    .addOption(
      new Option(
        '--layout <layout>',
        `how the documents are laid out, where that is not recognised: ${LAYOUTS.join(', ')}`,
      ).argParser(layoutIn),
    )
    .option(
      '--columns <roles>',
      `what the columns of the tables are, in their order, such as state,previous,next,description; also ${ROLES.slice(4).join(', ')}`,
      rolesIn,
    );

/** The name among those known; what could have been meant is said of any other. */
function named<Name extends string>(word: string, names: readonly Name[], what: string): Name {
  const name = names.find((each) => each === word.trim().toLowerCase());
  if (name !== undefined) return name;
  const meant = suggest(word.trim().toLowerCase(), names);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new InvalidArgumentError(
    `There is no ${what} ${word.trim() || '(empty)'}.${hint} Known are ${names.join(', ')}.`,
  );
}

const layoutIn = (word: string): Layout => named(word, LAYOUTS, 'layout');

function rolesIn(words: string): readonly Role[] {
  const roles = words.split(',').map((word) => named(word, ROLES, 'role of a column'));
  const has = (role: Role): boolean => roles.includes(role);
  if (has('state') || (has('previous') && has('next'))) return roles;
  throw new InvalidArgumentError('There must be a column state, or both previous and next.');
}
