/** What stands beside the diagram of a whole table: its arrows, as a table. */
import type { Drawn, Legend } from '../../artefact.ts';
import { mdTable } from '../../markdown/escape.ts';
import { overview } from '../../mermaid/state-diagram.ts';
import { calledIn, type TableContext } from '../context.ts';
import { eventLink, stateLink } from '../links.ts';
import { said } from '../text.ts';
import { type Way, waysOf } from '../ways.ts';
import { conditionOf, targetOf, timerOf } from './rows.ts';

/** Of more rows than these, the arrows between groups are told, as they are drawn. */
const MOST_ROWS = 250;

/** Of more states or events than these in a cell the first ones are named. */
const MOST_NAMED = 12;

/** The arrows of a table, folded away below a line that says what they are. */
export function arrowsTable(context: TableContext): string {
  const { words, model } = context;
  const rows = model.transitions.length > MOST_ROWS ? foldedArrows(context) : rowArrows(context);
  return [
    `<details><summary>${words.asTable}</summary>`,
    mdTable([words.from, words.event, words.when, words.leadsTo], rows),
    '</details>',
  ].join('\n\n');
}

const listed = (all: readonly string[]): string =>
  [...all.slice(0, MOST_NAMED), ...(all.length > MOST_NAMED ? [`… (${all.length})`] : [])].join(', ');

/** A line for each row of the table: the states it leaves, its events, its condition, and where it leads. */
function rowArrows(context: TableContext): readonly (readonly string[])[] {
  const { words, model } = context;
  return [...Map.groupBy(waysOf(model, undefined), ({ index }) => index).values()].map((ways) => {
    const [{ row, to }] = ways as [Way];
    const events = [...new Set(ways.map(({ event }) => event))].map((event) => {
      const timer = timerOf(context, event);
      return `${eventLink(context, event)}${timer === undefined ? '' : ` (${said(words.after(timer))})`}`;
    });
    return [
      listed([...new Set(ways.map(({ from }) => from))].map((from) => stateLink(context, from))),
      listed(events),
      conditionOf(context, { event: '', row }),
      typeof row.to === 'object'
        ? words.backTo(said(words.quoted(calledIn(context, model.memory, row.to.recall).text)))
        : targetOf(context, { row, to }),
    ];
  });
}

/** A line for each arrow between what is drawn in place of the states. */
function foldedArrows(context: TableContext): readonly (readonly string[])[] {
  const { nodes, edges } = overview(context.input).legend as Legend;
  const end = (id: string | undefined): string => {
    const node = id === undefined ? undefined : nodes[id];
    return node === undefined ? '' : nodeText(context, node);
  };
  return edges
    .filter(({ events }) => events.length > 0)
    .map(({ from, to, events }) => [end(from), listed(events.map((event) => eventLink(context, event))), '', end(to)]);
}

function nodeText(context: TableContext, node: Drawn): string {
  const { words, model } = context;
  if ('state' in node) return stateLink(context, node.state);
  if ('recall' in node) return words.backTo(said(calledIn(context, model.memory, node.recall).text));
  if (!('folded' in node)) return said(calledIn(context, model.groups, node.group).text);
  const states = listed(node.states.map((state) => stateLink(context, state)));
  return node.group === undefined
    ? states
    : `${said(calledIn(context, model.groups, node.group).text)}${words.colon}${states}`;
}
