/** The home of a table: what the lifecycle is, who acts in it, and what is known of it. */
import { mdTable } from '../../markdown/escape.ts';
import { calledIn, type TableContext } from '../context.ts';
import { glanceOf, howChecked } from '../judgement.ts';
import { lifecycleOf } from '../lifecycle.ts';
import { actorLink, eventLink, stateLink } from '../links.ts';
import type { Block, SitePage } from '../page.ts';
import { sitePage, titleIn, told } from '../parts.ts';
import { said } from '../text.ts';
import { arrowsTable } from './arrows.ts';
import { causeOf, timerOf } from './rows.ts';

export function homePage(context: TableContext): SitePage {
  const { model, words } = context;
  const title = titleIn(context);
  const states = Object.keys(model.states).length;
  const description = words.homeOf(title.text, states, Object.keys(model.events).length);
  return sitePage(context, model.name, title, description, [
    told(context, model.description),
    { diagram: 'overview' },
    arrowsTable(context),
    `## ${words.states}\n\n${statesTable(context)}`,
    ...actorsSection(context),
    `## ${words.events}\n\n${eventsTable(context)}`,
    glanceOf(context, lifecycleOf(context).review),
    howChecked(context),
  ]);
}

/** The states with their group, kind and description. */
function statesTable(context: TableContext): string {
  const { model, words } = context;
  return mdTable(
    [words.state, words.group, words.kind, words.description],
    Object.entries(model.states).map(([name, state]) => [
      stateLink(context, name),
      state.group === undefined ? '' : said(calledIn(context, model.groups, state.group).text),
      [
        ...(state.initial === undefined ? [] : [words.initial]),
        ...(state.final === undefined ? [] : [words.final]),
      ].join(', '),
      told(context, state.description),
    ]),
  );
}

function eventsTable(context: TableContext): string {
  const { model, words } = context;
  return mdTable(
    [words.event, words.causedBy, words.when, words.description],
    Object.entries(model.events).map(([name, event]) => {
      const timer = timerOf(context, name);
      return [
        eventLink(context, name),
        causeOf(context, name),
        timer === undefined ? '' : said(words.after(timer)),
        told(context, event.description),
      ];
    }),
  );
}

function actorsSection(context: TableContext): readonly Block[] {
  const { model, words } = context;
  const actors = [...new Set(Object.values(model.events).flatMap(({ by }) => by ?? []))];
  if (actors.length === 0) return [];
  const rows = actors.map((actor) => [
    actorLink(context, actor),
    Object.keys(model.events)
      .filter((event) => model.events[event]?.by === actor)
      .map((event) => eventLink(context, event))
      .join(', '),
    told(context, model.actors?.[actor]?.description),
  ]);
  return [`## ${words.actors}\n\n${mdTable([words.actor, words.canCause, words.description], rows)}`];
}
