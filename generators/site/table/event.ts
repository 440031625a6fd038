/** The page of an event: in which states it is handled, where it leads, and whether what it interrupts is come back to. */
import { mdTable } from '../../markdown/escape.ts';
import { calledIn, type TableContext } from '../context.ts';
import { lifecycleOf } from '../lifecycle.ts';
import { eventLink, eventPath, stateLink } from '../links.ts';
import type { Block, SitePage } from '../page.ts';
import { sitePage, titleOf, told } from '../parts.ts';
import { propertiesAbout } from '../properties.ts';
import { said } from '../text.ts';
import { movesAfter, type Way } from '../ways.ts';
import { factsOf } from './facts.ts';
import { eventsIn } from './mentions.ts';
import { disagreementsOn, findingsTable } from './remarks.ts';
import { causeOf, conditionOf, effectOf, reasonOf, saves, targetOf, timerOf } from './rows.ts';

export function eventPage(context: TableContext, name: string): SitePage {
  const { model, words } = context;
  const event = model.events[name] ?? {};
  const called = calledIn(context, model.events, name);
  const ways = lifecycleOf(context).ways.filter((way) => way.event === name);
  const timer = timerOf(context, name);
  const cause = causeOf(context, name);
  const handled = new Set(ways.map(({ from }) => from));
  const ignored = Object.keys(model.states).filter((state) => !handled.has(state));
  return sitePage(context, eventPath(context, name), called, words.eventOf(called.text, titleOf(context)), [
    told(context, event.description),
    factsOf(context, model.events, name, [
      ...(cause === '' ? [] : [words.causedByWhom(cause)]),
      ...(timer === undefined ? [] : [`**${said(words.timerOf(timer))}**`]),
    ]),
    timer === undefined ? undefined : words.timeIsAbstract,
    `## ${words.handled}\n\n${ways.length === 0 ? words.handledNowhere : handledTable(context, ways)}`,
    ...interrupted(context, ways),
    ...alsoLeading(context, name, ways),
    ...disagreements(context, ways),
    ...withoutEffect(context, ignored, ways),
    ...propertiesAbout(context, model.properties, (property) => eventsIn(property).has(name)),
    ...findingsAbout(context, name),
  ]);
}

/** Where the columns of a document disagree about what the event does. */
function disagreements(context: TableContext, ways: readonly Way[]): readonly Block[] {
  const { words } = context;
  const pairs = ways.flatMap(({ from, to }) => to.map((state) => ({ from, to: state })));
  const table = disagreementsOn(context, pairs);
  return table === '' ? [] : [`## ${words.disagreements}\n\n${words.disagreementsIntro}\n\n${table}`];
}

/** The states in which the event has no effect, each with what leads from there to where the event leads from others. */
function withoutEffect(context: TableContext, ignored: readonly string[], ways: readonly Way[]): readonly Block[] {
  const { words } = context;
  if (ignored.length === 0) return [];
  const ends = new Set(ways.flatMap((way) => leads(way) ?? []));
  const all = Map.groupBy(lifecycleOf(context).ways, ({ from }) => from);
  const others = ignored.map((state) => {
    const moves = (all.get(state) ?? []).filter((way) => ends.has(leads(way) ?? ''));
    return [
      ...new Set(moves.map((way) => `${eventLink(context, way.event)} → ${stateLink(context, leads(way) ?? '')}`)),
    ];
  });
  const lines = ignored.map((state, index) => {
    const moves = others[index] ?? [];
    return `${stateLink(context, state)}${moves.length === 0 ? '' : ` (${moves.slice(0, MOST_OTHERS).join(', ')})`}`;
  });
  const note = others.every((moves) => moves.length === 0) ? '' : `${words.ignoredNote}\n\n`;
  return [`## ${words.ignored}\n\n${note}${lines.join(' · ')}`];
}

/** The other state that a way leads to, where its row names it. */
const leads = (way: Way): string | undefined =>
  typeof way.row.to === 'string' && way.to[0] !== way.from ? way.to[0] : undefined;

/** For each state that the event leads to: the other events that do, which are easily taken for it. */
function alsoLeading(context: TableContext, name: string, ways: readonly Way[]): readonly Block[] {
  const { words, model } = context;
  const all = lifecycleOf(context).ways;
  const lines = [...new Set(ways.flatMap((way) => leads(way) ?? []))].flatMap((state) => {
    const others = Object.keys(model.events).filter(
      (event) => event !== name && all.some((way) => way.event === event && leads(way) === state),
    );
    const links = others.slice(0, MOST_OTHERS).map((event) => eventLink(context, event));
    const more = others.length > MOST_OTHERS ? [`… (${others.length})`] : [];
    return others.length === 0
      ? []
      : [`- ${words.alsoLeadTo(stateLink(context, state), [...links, ...more].join(', '))}`];
  });
  return lines.length === 0 ? [] : [`## ${words.alsoLeads}\n\n${lines.join('\n')}`];
}

/** Of more other events than these the first ones are named. */
const MOST_OTHERS = 8;

function handledTable(context: TableContext, ways: readonly Way[]): string {
  const { words } = context;
  return mdTable(
    [words.inState, words.when, words.leadsTo, words.changesMemory, words.why],
    ways.map((way) => [
      stateLink(context, way.from),
      conditionOf(context, way),
      targetOf(context, way),
      effectOf(context, way.row, way.from),
      reasonOf(context, way.row, way.index),
    ]),
  );
}

/** For each state that the event leaves and remembers: by which events it is come back to, and what else can follow. */
function interrupted(context: TableContext, ways: readonly Way[]): readonly Block[] {
  const { words, model } = context;
  const graph = context.graph();
  if (graph.stopped !== undefined) return [];
  const leaving = ways.flatMap((way) => saves(way.row).map((variable) => ({ way, variable })));
  if (leaving.length === 0) return [];
  const rows = leaving.map(({ way, variable }) => {
    const moves = movesAfter(graph, [way], variable, way.from);
    const isBack = ({ row, to }: (typeof moves)[number]): boolean =>
      to === way.from && typeof model.transitions[row]?.to === 'object';
    const back = moves.filter(isBack);
    const other = moves.filter((move) => !isBack(move));
    return [
      stateLink(context, way.from),
      way.to.map((state) => stateLink(context, state)).join(', '),
      back
        .map(
          ({ from, event, to }) =>
            `${eventLink(context, event)} (${words.inWhich(stateLink(context, from))}): **${words.backTo(stateLink(context, to))}**`,
        )
        .join('<br>'),
      [...new Set(other.map(({ event, to }) => `${eventLink(context, event)} → ${stateLink(context, to)}`))].join(
        '<br>',
      ),
    ];
  });
  return [
    `## ${words.interrupted}\n\n${mdTable([words.inState, words.leadsTo, words.comesBackBy, words.orElse], rows)}`,
  ];
}

function findingsAbout(context: TableContext, name: string): readonly Block[] {
  const about = context.input.judgement.findings.filter(({ events = [] }) => events.includes(name));
  return about.length === 0 ? [] : [`## ${context.words.aboutIt}\n\n${findingsTable(context, about)}`];
}
