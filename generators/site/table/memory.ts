/** The page of the memory: what each variable is, who reads it and who writes it. */
import { code, mdTable } from '../../markdown/escape.ts';
import { domainText, initialText, predicateText } from '../../words.ts';
import { calledIn, type TableContext, voiceOf } from '../context.ts';
import { lifecycleOf } from '../lifecycle.ts';
import { eventLink, stateLink } from '../links.ts';
import type { SitePage } from '../page.ts';
import { sitePage, titleOf, told } from '../parts.ts';
import { said } from '../text.ts';
import type { Way } from '../ways.ts';
import { mentions } from './mentions.ts';
import { effectOf } from './rows.ts';

export function memoryPage(context: TableContext): SitePage {
  const { model, words } = context;
  const sections = Object.keys(model.memory ?? {}).map((name) => variableSection(context, name));
  return sitePage(context, `${model.name}/memory`, words.memory, words.memoryOf(titleOf(context)), [
    memoryTable(context),
    ...sections,
  ]);
}

/** What each variable of a table is. */
export function memoryTable(context: TableContext): string {
  const { model, words } = context;
  const voice = voiceOf(context, model);
  return mdTable(
    [words.variable, words.name, words.domain, words.initially, words.description],
    Object.entries(model.memory ?? {}).map(([name, variable]) => [
      said(calledIn(context, model.memory, name).text),
      code(name),
      said(domainText(variable, voice, name)),
      said(initialText(variable, voice, name)),
      told(context, variable.description),
    ]),
  );
}

function variableSection(context: TableContext, name: string): string {
  const { model, words } = context;
  const { ways } = lifecycleOf(context);
  const called = said(calledIn(context, model.memory, name).text);
  const reads = ways.filter(({ row }) => readsOf(row, name));
  const writes = ways.filter(({ row }) => Object.hasOwn(row.set ?? {}, name));
  const voice = voiceOf(context, model);
  const list = (some: readonly Way[], say: (way: Way) => string): string =>
    some.length === 0
      ? words.nobody
      : mdTable(
          [words.inState, words.event, words.what],
          grouped(some, say).map(([event, what, states]) => [
            states.map((state) => stateLink(context, state)).join(', '),
            eventLink(context, event),
            what,
          ]),
        );
  const read = list(reads, ({ row }) =>
    typeof row.to === 'object' && row.to.recall === name
      ? words.recalls
      : said(row.when === undefined ? '' : words.if(predicateText(row.when, voice))),
  );
  const written = list(writes, (way) =>
    effectOf(context, { ...way.row, set: { [name]: way.row.set?.[name] ?? null } }, way.from),
  );
  return [`## ${called}`, `**${words.isRead}**`, read, `**${words.isWritten}**`, written].join('\n\n');
}

/** Ways that are told alike, together: the event, what is told of it, and the states. */
function grouped(
  ways: readonly Way[],
  say: (way: Way) => string,
): readonly (readonly [event: string, what: string, states: readonly string[]])[] {
  const groups = new Map<string, { event: string; what: string; states: Set<string> }>();
  for (const way of ways) {
    const what = say(way);
    const key = JSON.stringify([way.event, what]);
    const group = groups.get(key) ?? { event: way.event, what, states: new Set() };
    groups.set(key, group);
    group.states.add(way.from);
  }
  return [...groups.values()].map(({ event, what, states }) => [event, what, [...states]] as const);
}

/** Whether a row reads a variable: in its guard, in what it assigns, or by recalling the state in it. */
export function readsOf({ when, to, set }: Way['row'], name: string): boolean {
  if (typeof to === 'object' && to.recall === name) return true;
  return (
    mentions(when, name) ||
    Object.entries(set ?? {}).some(
      ([variable, assignment]) =>
        mentions(assignment, name) ||
        (variable === name && typeof assignment === 'object' && assignment !== null && 'add' in assignment),
    )
  );
}
