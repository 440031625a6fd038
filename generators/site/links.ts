/** Where the pages of a table or system are, and links to them. */
import { code, md } from '../markdown/escape.ts';
import { type Context, calledIn, type TableContext } from './context.ts';
import { attribute, isolated, sameLanguage, type Worded } from './text.ts';

/** Names as parts of paths: those that differ only in case or in their Unicode form are numbered, for they would be one file. */
const PARTS = new WeakMap<object, ReadonlyMap<string, string>>();

/** The part of a path for each of some things. */
export function partsOf(things: object): ReadonlyMap<string, string> {
  const known = PARTS.get(things);
  if (known !== undefined) return known;
  const taken = new Set<string>();
  const parts = new Map<string, string>();
  for (const name of Object.keys(things)) {
    let part = name;
    for (let count = 2; taken.has(keyOf(part)); count++) part = `${name}-${count}`;
    taken.add(keyOf(part));
    parts.set(name, part);
  }
  PARTS.set(things, parts);
  return parts;
}

const keyOf = (part: string): string => part.normalize('NFKC').toLowerCase();

/** A path of a page as a link to it, and to a place on it. */
export const hrefTo = (path: string, anchor?: string): string =>
  `/${path.split('/').map(encodeURIComponent).join('/')}/${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`;

/** A link with the words for where it leads. */
export function linkTo({ language }: Context, words: Worded, path: string, anchor?: string): string {
  const text = md(isolated(words.text));
  const marked = sameLanguage(words.language, language)
    ? text
    : `<span lang="${attribute(words.language)}">${text}</span>`;
  return `[${marked}](${hrefTo(path, anchor)})`;
}

/** A link in words of the interface. */
export const pageLink = (context: Context, words: string, path: string, anchor?: string): string =>
  linkTo(context, { text: words, language: context.language }, path, anchor);

export const statePath = ({ model }: TableContext, name: string): string =>
  `${model.name}/states/${partsOf(model.states).get(name) ?? name}`;
export const eventPath = ({ model }: TableContext, name: string): string =>
  `${model.name}/events/${partsOf(model.events).get(name) ?? name}`;
export const actorPath = ({ model }: TableContext, name: string): string =>
  `${model.name}/actors/${actorPart(model.events, name)}`;

/** The actors of events, as keys: the part of a path needs nothing else. */
const ACTORS = new WeakMap<object, { readonly [actor: string]: true }>();

/** The part of a path for an actor, among those who cause events. */
function actorPart(events: { readonly [event: string]: { readonly by?: string } }, name: string): string {
  const actors =
    ACTORS.get(events) ??
    Object.fromEntries(Object.values(events).flatMap(({ by }) => (by === undefined ? [] : [[by, true as const]])));
  ACTORS.set(events, actors);
  return partsOf(actors).get(name) ?? name;
}

/** A link to the page of a state; its name as code where there is no such state. */
export const stateLink = (context: TableContext, name: string): string =>
  Object.hasOwn(context.model.states, name)
    ? linkTo(context, calledIn(context, context.model.states, name), statePath(context, name))
    : code(name);

export const eventLink = (context: TableContext, name: string): string =>
  Object.hasOwn(context.model.events, name)
    ? linkTo(context, calledIn(context, context.model.events, name), eventPath(context, name))
    : code(name);

export const actorLink = (context: TableContext, name: string): string =>
  linkTo(context, calledIn(context, context.model.actors, name), actorPath(context, name));
