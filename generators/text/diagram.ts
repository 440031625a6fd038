/** A table or a system as a diagram in plain text: every state under its group, every arrow under its state, every event of a system. */
import { isSystem, type Model, type System } from '../../model/system/types.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { textIn } from '../../model/table/text.ts';
import type { State, Table } from '../../model/table/types.ts';
import { type Bundle, byState } from '../mermaid/bundles.ts';
import { edgesOf, type Target } from '../mermaid/edges.ts';
import { groupsOf } from '../mermaid/state-diagram.ts';
import { TOGETHER, TOGETHER_MEANS, tablesSeen } from '../seen.ts';
import { causeText, columnsOf, eventText, guardLines, vectorsOf } from '../synchronisation.ts';
import { predicateText } from '../words.ts';
import { parametersText } from '../words-system.ts';

/** What the marks before a state mean. */
const LEGEND = '● initial  ◉ final  ▶ here';

/**
 * The diagram, for a terminal or any place with one width of letters: of a system that of each table, and what happens together.
 *
 * @param current the state to mark, where somebody stands in the table
 */
export function textDiagram(model: Model, language: string, current?: string): string {
  if (!isSystem(model)) return tableDiagram(model, language, current);
  const tables = tablesSeen({ model, language, places: () => undefined });
  return [
    line(textIn(model.title, language, model.name)),
    ...tables.map((seen) => tableDiagram(seen.model, language)),
    ...(tables.some(({ moved }) => moved.size > 0) ? [`${TOGETHER} ${TOGETHER_MEANS}`] : []),
    ...together(model, language),
  ].join('\n\n');
}

/** What happens together: each event of a system, under it who takes part. */
function together(system: System, language: string): readonly string[] {
  const vectors = vectorsOf(system);
  const columns = columnsOf(system, vectors, language);
  return vectors.map((vector) => {
    const { event } = vector;
    const cause = causeText(system, event, language);
    const bound = parametersText(event.with ?? {}, event.distinct);
    const head = `${cause === '' ? '' : `${cause}: `}${eventText(event, language)}${bound === '' ? '' : ` (${bound})`}`;
    const parts = columns.flatMap(({ heading, moves, sets }) => {
      const said = [...moves(vector), ...sets(vector)];
      return said.length === 0 ? [] : [`${heading} — ${said.join(', ')}`];
    });
    const texts = [...guardLines(system, event).map((guard) => `[${guard}]`), ...parts];
    return [
      line(head),
      ...texts.map((text, index) => `  ${index === texts.length - 1 ? '└' : '├'}─ ${line(text)}`),
    ].join('\n');
  });
}

/**
 * The diagram of a table. Arrows with the same ends are one; a recalled state is
 * shown by the variable that holds it. Nothing is aligned by the width of labels, which terminals disagree about.
 */
function tableDiagram(table: Table, language: string, current?: string): string {
  const arrows = new Map<string, Bundle[]>();
  for (const arrow of byState(table, edgesOf(table), language)) {
    const start = 'state' in arrow.start ? arrow.start.state : arrow.start.group;
    arrows.set(start, [...(arrows.get(start) ?? []), arrow]);
  }
  const label = (state: string): string => line(textIn(table.states[state]?.label, language, state));
  const target = (to: Target): string => {
    if ('state' in to) return label(to.state);
    return `back to: ${line(textIn(table.memory?.[to.recall]?.label, language, to.recall))}`;
  };
  const drawn = (name: string, state: State): readonly string[] => {
    const leaving = arrows.get(name) ?? [];
    return [
      `${name === current ? '▶' : ' '}${state.initial === undefined ? ' ' : '●'}${finalMark(state)}${label(name)}`,
      ...leaving.map(({ to, parts }, index) => {
        const texts = parts.flatMap((part) => part.texts.map(line)).join(' · ');
        return `    ${index === leaving.length - 1 ? '└' : '├'}─ ${texts} ─▶ ${target(to)}`;
      }),
    ];
  };
  const members = (group: string | undefined): readonly string[] =>
    Object.entries(table.states).flatMap(([name, state]) => (state.group === group ? drawn(name, state) : []));
  const boxes = groupsOf(table).flatMap((group) => [
    `╭─ ${line(textIn(table.groups?.[group]?.label, language, group))}`,
    ...members(group).map((text) => `│ ${text}`),
    '╰─',
  ]);
  const title = line(textIn(table.title, language, table.name));
  return [title, '', ...boxes, ...members(undefined).map((text) => `  ${text}`), '', LEGEND].join('\n');
}

const finalMark = ({ final }: State): string => {
  if (final === undefined) return '  ';
  return final === true ? '◉ ' : `◉ [${line(predicateText(final.when))}] `;
};

/** A label as one line. */
const line = (text: string): string => visible(text.replace(/\s+/g, ' '));
