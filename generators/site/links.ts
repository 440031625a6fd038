/** Where the pages of a table or system are, and links to them. */
import { memo } from '../../model/table/memo.ts';
import { code } from '../markdown/escape.ts';
import { type Context, calledIn, type PlaceOnSite, type TableContext } from './context.ts';
import { inLanguage, type Worded } from './text.ts';
import { untranslatedMark } from './translation.ts';

/**
 * The part of a path for each of some things: its name, numbered where an earlier one differs only in case or in its Unicode
 * form, for the two would be one file on some systems.
 */
export const partsOf = memo((things: object): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  return new Map(
    Object.keys(things).map((name) => {
      let part = name;
      for (let count = 2; taken.has(keyOf(part)); count++) part = `${name}-${count}`;
      taken.add(keyOf(part));
      return [name, part];
    }),
  );
});

const keyOf = (part: string): string => part.normalize('NFKC').toLowerCase();

/** A path of a page as a link to it, and to a place on it. */
export const hrefTo = (path: string, anchor?: string): string =>
  `/${path.split('/').map(encodeURIComponent).join('/')}/${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`;

/** A link with the words for where it leads. */
export const linkTo = (context: Context, words: Worded, path: string, anchor?: string): string =>
  `[${inLanguage(words, context.language)}](${hrefTo(path, anchor)})${untranslatedMark(context, words)}`;

/** A link in words of the interface. */
export const pageLink = (context: Context, words: string, path: string, anchor?: string): string =>
  linkTo(context, { text: words, language: context.language }, path, anchor);

export const statePath = ({ model }: TableContext, name: string): string =>
  `${model.name}/states/${partsOf(model.states).get(name) ?? name}`;
export const eventPath = ({ model }: TableContext, name: string): string =>
  `${model.name}/events/${partsOf(model.events).get(name) ?? name}`;
export const actorPath = ({ model }: TableContext, name: string | undefined): string =>
  `${model.name}/actors/${actorParts(model.events).get(name) ?? name}`;

/** The part of a path for whom no event names. */
const NOBODY = 'no-actor';

/** The parts of paths for the actors of events; nobody comes last, so that no actor is called otherwise for it. */
export const actorParts = memo(
  (events: { readonly [event: string]: { readonly by?: string } }): ReadonlyMap<string | undefined, string> => {
    const actors = Object.values(events).flatMap(({ by }) => by ?? []);
    const parts = partsOf(Object.fromEntries([...new Set(actors), NOBODY].map((actor) => [actor, true])));
    const nobody = actors.includes(NOBODY) ? `${NOBODY}-2` : (parts.get(NOBODY) ?? NOBODY);
    return new Map<string | undefined, string>([
      ...[...parts].filter(([actor]) => actors.includes(actor)),
      [undefined, nobody],
    ]);
  },
);

/** A link to where a state is told; its name as code where there is no such state. */
export const stateLink = (context: TableContext, name: string): string =>
  Object.hasOwn(context.model.states, name)
    ? linkAt(
        context,
        calledIn(context, context.model.states, name),
        context.whereabouts?.state(name) ?? { path: statePath(context, name) },
      )
    : code(name);

/** A link to where an event is told. */
export const eventLink = (context: TableContext, name: string): string =>
  Object.hasOwn(context.model.events, name)
    ? linkAt(
        context,
        calledIn(context, context.model.events, name),
        context.whereabouts?.event(name) ?? { path: eventPath(context, name) },
      )
    : code(name);

/** A link to where an actor is told; the words alone where that is nowhere. */
export function actorLink(context: TableContext, name: string): string {
  const words = calledIn(context, context.model.actors, name);
  const place =
    context.whereabouts === undefined ? { path: actorPath(context, name) } : context.whereabouts.actor(name);
  return place === undefined ? inLanguage(words, context.language) : linkAt(context, words, place);
}

/** A link to a place. */
export const linkAt = (context: Context, words: Worded, { path, anchor }: PlaceOnSite): string =>
  linkTo(context, words, path, anchor);
