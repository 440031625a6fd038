/** The page of an actor: what they can do, and when. */
import { mdTable } from '../../markdown/escape.ts';
import { calledIn, type TableContext } from '../context.ts';
import { lifecycleOf } from '../lifecycle.ts';
import { actorParts, actorPath, eventLink, stateLink } from '../links.ts';
import type { SitePage } from '../page.ts';
import { sitePage, titleOf, told } from '../parts.ts';
import { factsOf } from './facts.ts';
import { waysTable } from './rows.ts';

/** The actors of a table in the order of the events; `undefined` where an event names nobody. */
export const actorsOf = ({ model }: TableContext): readonly (string | undefined)[] => [
  ...new Set(Object.values(model.events).map(({ by }) => by)),
];

export function actorPage(context: TableContext, actor: string | undefined): SitePage {
  const { model, words } = context;
  const called =
    actor === undefined ? { text: words.noActor, language: context.language } : calledIn(context, model.actors, actor);
  const events = Object.keys(model.events).filter((event) => model.events[event]?.by === actor);
  const ways = lifecycleOf(context).ways.filter(({ event }) => events.includes(event));
  const order = Object.keys(model.states);
  const byState = [...ways].sort((one, other) => order.indexOf(one.from) - order.indexOf(other.from));
  return sitePage(context, actorPath(context, actor), called, words.actorOf(called.text, titleOf(context)), [
    actor === undefined ? undefined : told(context, model.actors?.[actor]?.description),
    actor === undefined ? undefined : factsOf(context, model.actors, actor, []),
    { diagram: diagramOf(context, actor) },
    `## ${words.canDoWhen}\n\n${byState.length === 0 ? words.nothing : waysTable(context, byState, words.inState)}`,
    `## ${words.events}\n\n${mdTable(
      [words.event, words.inStates, words.description],
      events.map((event) => [
        eventLink(context, event),
        [...new Set(ways.filter((way) => way.event === event).map(({ from }) => stateLink(context, from)))].join(', '),
        told(context, model.events[event]?.description),
      ]),
    )}`,
  ]);
}

/** The diagram of an actor. Those of actors whose names differ only in case are numbered as their pages are. */
const diagramOf = ({ model }: TableContext, actor: string | undefined): string =>
  actor === undefined ? 'no-actor' : `actor-${actorParts(model.events).get(actor)}`;
