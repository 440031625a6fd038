/** What can happen after a state is left and remembered: event by event, until it is come back to or given up. */
import { mdTable } from '../../markdown/escape.ts';
import { calledIn, type TableContext } from '../context.ts';
import { eventLink, stateLink } from '../links.ts';
import type { Block } from '../page.ts';
import { told } from '../parts.ts';
import { said } from '../text.ts';
import { type Move, movesAfter, type Way } from '../ways.ts';
import { disagreementsOn } from './remarks.ts';
import { conditionOf, saves } from './rows.ts';

/** The section of a state that some of its ways out remember; nothing where none does. */
export function comesBack(context: TableContext, name: string, out: readonly Way[]): readonly Block[] {
  const { words, model } = context;
  const graph = context.graph();
  if (graph.stopped !== undefined) return [];
  const leaving = out
    .flatMap((way) => saves(way.row).map((variable) => ({ way, variable })))
    .map((each) => ({ ...each, moves: movesAfter(graph, [each.way], each.variable, name) }))
    .filter(({ moves }) => moves.length > 0);
  if (leaving.length === 0) return [];
  const labels = [...new Set(leaving.map(({ variable }) => calledIn(context, model.memory, variable).text))];
  const intro = words.comesBackIntro(words.list(labels.map(words.quoted)));
  return [
    `## ${words.comesBack}\n\n${said(intro)}`,
    ...leaving.flatMap(({ way, moves }) => exit(context, name, way, moves)),
  ];
}

/** One event that leaves the state: what it is, what can follow, and where the documents disagree about that. */
function exit(context: TableContext, name: string, way: Way, moves: readonly Move[]): readonly Block[] {
  const { words, model } = context;
  const event = calledIn(context, model.events, way.event).text;
  const heading = said(words.eventWhile(event, calledIn(context, model.states, name).text));
  const leads = words.onEvent(eventLink(context, way.event), stateLink(context, way.to[0] ?? name));
  const rows = moves.map((move) => {
    const row = model.transitions[move.row];
    const isBack = move.to === name && typeof row?.to === 'object';
    return [
      stateLink(context, move.from),
      eventLink(context, move.event),
      row === undefined ? '' : conditionOf(context, { from: move.from, event: move.event, row }),
      isBack ? `**${words.backTo(stateLink(context, move.to))}**` : stateLink(context, move.to),
    ];
  });
  // Those about this state itself have a section of their own.
  const disagreements = disagreementsOn(
    context,
    moves.filter(({ from, to }) => from !== name && to !== name),
  );
  return [
    `### ${heading}\n\n${[told(context, model.events[way.event]?.description), `${leads}.`].filter(Boolean).join(' ')}`,
    mdTable([words.from, words.event, words.when, words.leadsTo], rows),
    ...(disagreements === '' ? [] : [`${words.disagreeOnTheWay}\n\n${disagreements}`]),
  ];
}
