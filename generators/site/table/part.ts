/** The pages of a table and their menu. */

import type { Property } from '../../../model/table/types.ts';
import { groupsOf } from '../../mermaid/groups.ts';
import { propertyText } from '../../words.ts';
import { changesPage } from '../changes.ts';
import { calledIn, type TableContext, voiceOf } from '../context.ts';
import { coveragePage } from '../coverage.ts';
import { findingsPage, type TellingFindings } from '../findings.ts';
import { lifecycleOf } from '../lifecycle.ts';
import { statePath } from '../links.ts';
import { entryOf, labelled } from '../menu.ts';
import type { MenuEntry, SitePart } from '../page.ts';
import { LONGEST_TITLE, optional, titleIn } from '../parts.ts';
import { propertiesPage } from '../properties.ts';
import { simulatorPage } from '../simulator.ts';
import { traceTitles } from '../titles.ts';
import { actorPage, actorsOf } from './actor.ts';
import { eventPage } from './event.ts';
import { homePage } from './home.ts';
import { matrixFile, matrixPages } from './matrix.ts';
import { memoryPage } from './memory.ts';
import { findingsTable, findingText } from './remarks.ts';
import { reviewPage } from './review.ts';
import { statePage } from './state.ts';
import { stepsList } from './trace.ts';

export function tablePart(context: TableContext): SitePart {
  const { model, words } = context;
  const states = Object.keys(model.states);
  const events = Object.keys(model.events);
  const actors = actorsOf(context);
  const telling = tellingOf(context);
  const pages = [
    ...(model.memory === undefined ? [] : [memoryPage(context)]),
    ...matrixPages(context),
    propertiesPage(context, telling),
    findingsPage(context, telling),
    ...(lifecycleOf(context).review === undefined ? [] : [reviewPage(context)]),
    ...optional(coveragePage(context), changesPage(context)),
    simulatorPage(context),
  ];
  const eventPages = events.map((event) => eventPage(context, event));
  const actorPages = actors.map((actor) => actorPage(context, actor));
  return {
    pages: [
      homePage(context),
      ...states.map((state) => statePage(context, state)),
      ...eventPages,
      ...actorPages,
      ...pages,
    ],
    menu: {
      ...labelled(context, titleIn(context), LONGEST_TITLE),
      entries: [
        { label: words.overview, path: model.name },
        { label: words.states, collapsed: states.length > MOST_SHOWN, entries: stateEntries(context) },
        { label: words.events, collapsed: true, entries: eventPages.map(entryOf) },
        { label: words.actors, collapsed: true, entries: actorPages.map(entryOf) },
        ...pages.filter(({ path }) => !/\/matrix\/\d+$/.test(path)).map(entryOf),
      ],
    },
    files: matrixFile(context),
    titles: traceTitles(context),
  };
}

const tellingOf = (context: TableContext): TellingFindings => ({
  demandOf: (property) =>
    propertyText(context.model.properties?.[property] as Property, voiceOf(context, context.model)),
  stepsOf: (trace) => stepsList(context, trace),
  findingText: (finding) => findingText(context, finding),
  findingsTable: (findings) => findingsTable(context, findings),
});

/** A list of more entries than these is folded. */
const MOST_SHOWN = 30;

/** The states in their groups. */
function stateEntries(context: TableContext): readonly MenuEntry[] {
  const { model, words } = context;
  const names = Object.keys(model.states);
  const groups = groupsOf(model);
  const entry = (name: string): MenuEntry => ({
    ...labelled(context, calledIn(context, model.states, name)),
    path: statePath(context, name),
  });
  if (groups.length === 0) return names.map(entry);
  const alone = names.filter((name) => model.states[name]?.group === undefined);
  return [
    ...groups.map(
      (group): MenuEntry => ({
        ...labelled(context, calledIn(context, model.groups, group)),
        collapsed: names.length > MOST_SHOWN,
        entries: names.filter((name) => model.states[name]?.group === group).map(entry),
      }),
    ),
    ...(alone.length === 0
      ? []
      : [{ label: words.otherStates, collapsed: names.length > MOST_SHOWN, entries: alone.map(entry) }]),
  ];
}
