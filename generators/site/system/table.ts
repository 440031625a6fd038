/** The page of a table of a system: who follows it, its states, its events with what moves them, its memory and rows. */
import { code, mdTable } from '../../markdown/escape.ts';
import { tableDiagram } from '../../mermaid/index.ts';
import { ownEvents, vectorsOf } from '../../synchronisation.ts';
import { calledIn, type SystemContext, type TableContext, wordsFor } from '../context.ts';
import type { SitePage } from '../page.ts';
import { anchor, sitePage, told } from '../parts.ts';
import { arrowsTable } from '../table/arrows.ts';
import { memoryTable } from '../table/memory.ts';
import { causeOf, waysOutTable } from '../table/rows.ts';
import { plainText, said } from '../text.ts';
import { waysOf } from '../ways.ts';
import { eventAnchor, stateAnchor, systemEventLink, type TableInSystem, tablePath } from './context.ts';

export function systemTablePage(context: SystemContext, { context: inTable }: TableInSystem): SitePage {
  const { words } = context;
  const table = inTable.model;
  const title = wordsFor(context, table.title) ?? { text: table.name, language: context.language };
  const ways = waysOf(table, undefined);
  const sets = Object.entries(context.model.instances).filter(([, { table: followed }]) => followed === table.name);
  const followers = sets.map(([set]) => calledIn(context, context.model.instances, set).text).join(', ');
  return sitePage(context, tablePath(context, table.name), title, words.tableOf(plainText(title.text)), [
    told(context, table.description),
    `${words.followedBy}${words.colon}${said(followers) || '—'}`,
    { diagram: tableDiagram(table.name) },
    arrowsTable(inTable),
    `## ${words.states}\n\n${statesTable(inTable)}`,
    ...Object.keys(table.states).map((state) => {
      const out = ways.filter(({ from }) => from === state);
      const heading = `### ${said(calledIn(inTable, table.states, state).text)}`;
      return `${heading}\n\n${out.length === 0 ? words.noWaysOut : waysOutTable(inTable, out)}`;
    }),
    `## ${words.events}\n\n${eventsTable(context, inTable)}`,
    ...(table.memory === undefined ? [] : [`## ${words.memory}\n\n${memoryTable(inTable)}`]),
  ]);
}

function statesTable(context: TableContext): string {
  const { model, words } = context;
  return mdTable(
    [words.state, words.name, words.group, words.kind, words.description],
    Object.entries(model.states).map(([name, state]) => [
      `${anchor(stateAnchor(name))}${said(calledIn(context, model.states, name).text)}`,
      code(name),
      state.group === undefined ? '' : said(calledIn(context, model.groups, state.group).text),
      [
        ...(state.initial === undefined ? [] : [words.initial]),
        ...(state.final === undefined ? [] : [words.final]),
      ].join(', '),
      told(context, state.description),
    ]),
  );
}

/** The events with those of the system that move them. */
function eventsTable(context: SystemContext, inTable: TableContext): string {
  const { model, words } = context;
  const table = inTable.model;
  const sets = Object.keys(model.instances).filter((set) => model.instances[set]?.table === table.name);
  const vectors = vectorsOf(model);
  const alone = new Set(ownEvents(model).map(({ name }) => name));
  return mdTable(
    [words.event, words.name, words.causedBy, words.happensAs, words.description],
    Object.entries(table.events).map(([name, event]) => {
      const own = sets.map((set) => `${set}.${name}`).filter((each) => alone.has(each));
      const moving = vectors
        .filter(({ parts }) => parts.some(({ set, takes }) => sets.includes(set) && takes === name))
        .map((vector) => vector.event.name);
      return [
        `${anchor(eventAnchor(name))}${said(calledIn(inTable, table.events, name).text)}`,
        code(name),
        causeOf(inTable, name),
        [...new Set([...own, ...moving])].map((each) => systemEventLink(context, each)).join(', '),
        told(context, event.description),
      ];
    }),
  );
}
