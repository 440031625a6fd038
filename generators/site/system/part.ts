/** The pages of a system and their menu. */
import { FINDINGS, type FindingCode } from '../../../properties/judge/codes.ts';
import type { Finding } from '../../../properties/judge/verdict.ts';
import { mdTable } from '../../markdown/escape.ts';
import { demandOf } from '../../words-system.ts';
import { changesPage } from '../changes.ts';
import type { SystemContext } from '../context.ts';
import { coveragePage } from '../coverage.ts';
import { findingsPage, type TellingFindings } from '../findings.ts';
import { pageLink } from '../links.ts';
import { entryOf, labelled } from '../menu.ts';
import type { SitePart } from '../page.ts';
import { decisionOf, findingAnchor, LONGEST_TITLE, optional, titleIn } from '../parts.ts';
import { propertiesPage } from '../properties.ts';
import { simulatorPage } from '../simulator.ts';
import { said } from '../text.ts';
import { traceTitles } from '../titles.ts';
import { systemActorPage } from './actor.ts';
import { eventsByName, labelVoice, systemActors, tablesOf } from './context.ts';
import { systemEventPage } from './event.ts';
import { systemHome } from './home.ts';
import { hasMemory, systemMemoryPage } from './memory.ts';
import { systemTablePage } from './table.ts';
import { systemSteps } from './trace.ts';

export function systemPart(context: SystemContext): SitePart {
  const { model, words } = context;
  const tables = tablesOf(context);
  const telling = tellingOf(context);
  const tablePages = tables.map((table) => systemTablePage(context, table));
  const eventPages = Object.values(eventsByName(model)).map((event) => systemEventPage(context, event, tables));
  const actorPages = systemActors(context).map((actor) => systemActorPage(context, actor));
  const pages = [
    ...(hasMemory(context) ? [systemMemoryPage(context)] : []),
    propertiesPage(context, telling),
    findingsPage(context, telling),
    ...optional(coveragePage(context), changesPage(context)),
    simulatorPage(context),
  ];
  return {
    pages: [systemHome(context), ...tablePages, ...eventPages, ...actorPages, ...pages],
    menu: {
      ...labelled(context, titleIn(context), LONGEST_TITLE),
      entries: [
        { label: words.overview, path: model.name },
        { label: words.tables, entries: tablePages.map(entryOf) },
        { label: words.events, collapsed: true, entries: eventPages.map(entryOf) },
        { label: words.actors, collapsed: true, entries: actorPages.map(entryOf) },
        ...pages.map(entryOf),
      ],
    },
    files: {},
    titles: traceTitles(context),
  };
}

/** What a finding of a system says, as plain text. The names of its tables stand before those of their parts. */
function findingText({ words }: SystemContext, finding: Finding): string {
  const { code, message, states = [], events = [], memory = [] } = finding;
  if (!Object.hasOwn(FINDINGS, code)) return message;
  return words.findingText[code as FindingCode]({
    states: states.map(words.quoted),
    events: words.list(events.map(words.quoted)),
    memory: words.list(memory.map(words.quoted)),
    labels: '',
    row: '',
  });
}

const tellingOf = (context: SystemContext): TellingFindings => ({
  demandOf: (property) => demandOf(context.model, property, labelVoice(context)),
  stepsOf: (trace) => systemSteps(context, trace),
  findingText: (finding) => findingText(context, finding),
  findingsTable: (findings) =>
    mdTable(
      [context.words.code, context.words.finding, context.words.decision],
      findings.map((finding) => [
        pageLink(context, finding.code, `${context.model.name}/findings`, findingAnchor(context, finding)),
        said(findingText(context, finding)),
        decisionOf(context, finding.ruling),
      ]),
    ),
});
