/** The page of a state: all that a visitor may ask about it. */
import type { TableConfiguration } from '../../../model/explore/machine.ts';
import type { State } from '../../../model/table/types.ts';
import { code } from '../../markdown/escape.ts';
import { predicateText } from '../../words.ts';
import { calledIn, type TableContext, voiceOf } from '../context.ts';
import { endingsAfter } from '../endings.ts';
import { type Lifecycle, lifecycleOf } from '../lifecycle.ts';
import { eventLink, hrefTo, stateLink, statePath } from '../links.ts';
import type { Block, SitePage } from '../page.ts';
import { sitePage, titleOf, told } from '../parts.ts';
import { propertiesAbout, simulatorLink } from '../properties.ts';
import { said } from '../text.ts';
import type { Way } from '../ways.ts';
import { claimsTable, lineLink } from './claims.ts';
import { factsOf } from './facts.ts';
import { comesBack } from './interruption.ts';
import { readsOf } from './memory.ts';
import { mentions, statesIn } from './mentions.ts';
import { claimsAbout, findingsTable, isDisagreement, remarksTable } from './remarks.ts';
import { waysInTable, waysOutTable } from './rows.ts';
import { stepsList } from './trace.ts';

export function statePage(context: TableContext, name: string): SitePage {
  const { model, words } = context;
  const state = model.states[name] as State;
  const life = lifecycleOf(context);
  const called = calledIn(context, model.states, name);
  const out = life.ways.filter(({ from }) => from === name);
  const into = life.ways.filter(({ from, to }) => to.includes(name) && from !== name);
  return sitePage(context, statePath(context, name), called, words.stateOf(called.text, titleOf(context)), [
    told(context, state.description),
    factsOf(context, model.states, name, kindOf(context, state)),
    { diagram: `state-${name}` },
    `## ${words.waysOut}\n\n${out.length === 0 ? words.noWaysOut : waysOutTable(context, out)}`,
    ...comesBack(context, name, out),
    `## ${words.waysIn}\n\n${into.length === 0 ? words.noWaysIn : waysInTable(context, into)}`,
    ...stillPossible(context, name, state, life),
    ...disagreementsAbout(context, name, life),
    ...claimsSection(context, name),
    ...remarksAbout(context, name, life),
    ...shortestWays(context, name, state, life),
    ...memoryOf(context, state, out),
    ...propertiesAbout(context, model.properties, (property) => statesIn(model, property).has(name)),
    ...findingsAbout(context, name),
  ]);
}

/** What is peculiar to a state: its kind, its group, its tags. */
function kindOf(context: TableContext, state: State): readonly string[] {
  const { words, model } = context;
  return [
    ...(state.initial === undefined ? [] : [`**${words.initial}**`]),
    ...(state.final === true ? [`**${words.final}**`] : []),
    ...(typeof state.final === 'object'
      ? [said(words.finalWhile(predicateText(state.final.when, voiceOf(context, model))))]
      : []),
    ...(state.group === undefined ? [] : [said(words.inGroup(calledIn(context, model.groups, state.group).text))]),
    ...(state.tags === undefined || state.tags.length === 0 ? [] : [words.tagged(state.tags.map(code).join(', '))]),
  ];
}

function stillPossible(context: TableContext, name: string, state: State, { ahead }: Lifecycle): readonly Block[] {
  const { words, model } = context;
  const known = ahead?.get(name);
  if (known === undefined) return [];
  const links = (states: readonly string[]): string => states.map((each) => stateLink(context, each)).join(', ');
  const all = Object.keys(model.states);
  const others = all.filter((each) => each !== name);
  const ends = others.filter((each) => known.ends.has(each));
  const coming = others.filter((each) => known.states.has(each) && !known.ends.has(each));
  const never = others.filter((each) => !known.states.has(each));
  const parts = [
    ...(state.final === true ? [words.isEnd] : []),
    ...(known.states.size === 0
      ? [words.nothingAhead]
      : [
          ...(ends.length === 0
            ? known.ends.has(name)
              ? []
              : [words.noEndAhead]
            : [`**${words.endsAhead}**\n\n${ends.map((end) => `- ${endingText(context, name, end)}`).join('\n')}`]),
          ...(coming.length === 0 ? [] : [words.statesAhead(links(coming))]),
          ...(known.states.has(name) ? [words.comesAgain] : []),
          ...(never.length === 0 ? [] : [words.neverAhead(links(never))]),
        ]),
  ];
  return [`## ${words.stillPossible}\n\n${parts.join('\n\n')}`];
}

/** An end with the shortest way to it from a state, as a chain of events, and as a run to be played. */
function endingText(context: TableContext, name: string, end: string): string {
  const { words, model } = context;
  const ending = endingsAfter(context.graph())(name, Object.keys(model.states).length).get(end);
  const link = stateLink(context, end);
  if (ending === undefined) return link;
  const steps = ending.trace.steps.slice(ending.passed).map(({ event, to }, index, all) => {
    const arrives = index === all.length - 1 ? '' : ` → ${stateLink(context, (to as TableConfiguration).state)}`;
    return `${eventLink(context, event)}${arrives}`;
  });
  return words.endsBy(link, steps.join(', '), simulatorLink(context, ending.trace, words.play));
}

function shortestWays(context: TableContext, name: string, state: State, { shortest }: Lifecycle): readonly Block[] {
  const { words } = context;
  const ways = shortest.flatMap(({ from, to }) => {
    const trace = to.get(name);
    return trace === undefined || trace.steps.length === 0
      ? []
      : [`${words.shortestFrom(stateLink(context, from))}\n\n${stepsList(context, trace)}`];
  });
  const parts = [
    ...(state.initial === undefined ? [] : [words.startsHere]),
    ...ways,
    ...(state.initial === undefined && ways.length === 0 ? [words.unreached] : []),
  ];
  return [`## ${words.shortest}\n\n${parts.join('\n\n')}`];
}

/** The memory that this state reads (in guards of its rows, in being final, in recalling) and writes. */
function memoryOf(context: TableContext, { final }: State, out: readonly Way[]): readonly Block[] {
  const { words, model } = context;
  const names = Object.keys(model.memory ?? {});
  if (names.length === 0) return [];
  const isRead = (name: string): boolean =>
    out.some(({ row }) => readsOf(row, name)) || (typeof final === 'object' && mentions(final.when, name));
  const written = new Set(out.flatMap(({ row }) => Object.keys(row.set ?? {})));
  const link = (name: string): string =>
    `[${said(calledIn(context, model.memory, name).text)}](${hrefTo(`${model.name}/memory`)})`;
  const read = names.filter(isRead).map(link);
  const writes = names.filter((name) => written.has(name)).map(link);
  return [
    `## ${words.readsWrites}\n\n${
      [
        ...(read.length === 0 ? [] : [words.reads(read.join(', '))]),
        ...(writes.length === 0 ? [] : [words.writes(writes.join(', '))]),
      ].join(' ') || words.noMemory
    }`,
  ];
}

function findingsAbout(context: TableContext, name: string): readonly Block[] {
  const { words, input } = context;
  const about = input.judgement.findings.filter(({ states = [] }) => states.includes(name));
  return about.length === 0 ? [] : [`## ${words.aboutIt}\n\n${findingsTable(context, about)}`];
}

function disagreementsAbout(context: TableContext, name: string, { review }: Lifecycle): readonly Block[] {
  const { words } = context;
  const all = review?.findings ?? [];
  const about = all.filter((finding) => isDisagreement(finding) && finding.states.includes(name));
  return about.length === 0
    ? []
    : [`## ${words.disagreements}\n\n${words.disagreementsIntro}\n\n${remarksTable(context, about, all)}`];
}

function remarksAbout(context: TableContext, name: string, { review }: Lifecycle): readonly Block[] {
  const { words } = context;
  const all = review?.findings ?? [];
  const about = all.filter((finding) => !isDisagreement(finding) && finding.states.includes(name));
  return about.length === 0 ? [] : [`## ${words.otherRemarks}\n\n${remarksTable(context, about, all)}`];
}

function claimsSection(context: TableContext, name: string): readonly Block[] {
  const claims = claimsAbout(context, name);
  return claims.length === 0
    ? []
    : [
        `## ${context.words.sayDocuments}\n\n${claimsTable(context, claims, ({ source, claim }) => lineLink(context, source, claim.line))}`,
      ];
}
