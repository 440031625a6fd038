/** A table or a system as a diagram in plain text: every state under its group, every arrow under its state, every event of a system. */
import type { Configuration, SystemConfiguration, TableConfiguration } from '../../model/explore/machine.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model, type System } from '../../model/system/types.ts';
import { calledIn } from '../../model/table/called.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { textIn } from '../../model/table/text.ts';
import type { State, Table } from '../../model/table/types.ts';
import { type Bundle, byState } from '../mermaid/bundles.ts';
import { edgesOf, type Target } from '../mermaid/edges.ts';
import { groupsOf } from '../mermaid/groups.ts';
import { TOGETHER, TOGETHER_MEANS, tablesSeen } from '../seen.ts';
import { causeText, columnsOf, eventText, guardLines, vectorsOf } from '../synchronisation.ts';
import { predicateText } from '../words.ts';
import { parametersText } from '../words-system.ts';

/** What the marks before a state mean. */
const LEGEND = '● initial  ◉ final  ▶ here';

/**
 * The diagram, for a terminal or any place with one width of letters: of a system that of each table, and what happens together.
 *
 * @param at the configuration whose states are marked; in a system with the instances that are there
 */
export function textDiagram(model: Model, language: string, at?: Configuration): string {
  if (!isSystem(model)) return tableDiagram(model, language, new Map(at && [[(at as TableConfiguration).state, []]]));
  const all = [...instancesOf(model).values()];
  const tables = tablesSeen({ model, language, places: () => undefined });
  return [
    line(textIn(model.title, language, model.name)),
    ...tables.map(({ table, model: seen }) => {
      const followers = all.filter((each) => each.table === table).map(({ name }) => name);
      return tableDiagram(seen, language, standing(followers, at as SystemConfiguration | undefined));
    }),
    ...(tables.some(({ moved }) => moved.size > 0) ? [`${TOGETHER} ${TOGETHER_MEANS}`] : []),
    ...together(model, language),
  ].join('\n\n');
}

/** Who stands where: some state, and the names of those who are in it. */
type Standing = ReadonlyMap<string, readonly string[]>;

/** Where those who follow a table stand in a configuration, if one is given. */
function standing(followers: readonly string[], at: SystemConfiguration | undefined): Standing {
  const there = new Map<string, string[]>();
  for (const name of followers) {
    const state = at?.instances[name]?.state;
    if (state !== undefined) there.set(state, [...(there.get(state) ?? []), name]);
  }
  return there;
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
function tableDiagram(table: Table, language: string, here: Standing): string {
  const arrows = new Map<string, Bundle[]>();
  for (const arrow of byState(table, edgesOf(table), language)) {
    const start = 'state' in arrow.start ? arrow.start.state : arrow.start.group;
    arrows.set(start, [...(arrows.get(start) ?? []), arrow]);
  }
  const label = (state: string): string => line(calledIn(table.states, state, language));
  const target = (to: Target): string => {
    if ('state' in to) return label(to.state);
    return `back to: ${line(calledIn(table.memory, to.recall, language))}`;
  };
  const drawn = (name: string, state: State): readonly string[] => {
    const leaving = arrows.get(name) ?? [];
    const who = here.get(name) ?? [];
    return [
      `${here.has(name) ? '▶' : ' '}${state.initial === undefined ? ' ' : '●'}${finalMark(state)}${label(name)}${who.length === 0 ? '' : `  ◀ ${who.join(', ')}`}`,
      ...leaving.map(({ to, parts }, index) => {
        const texts = parts.flatMap((part) => part.texts.map(line)).join(' · ');
        return `    ${index === leaving.length - 1 ? '└' : '├'}─ ${texts} ─▶ ${target(to)}`;
      }),
    ];
  };
  const members = (group: string | undefined): readonly string[] =>
    Object.entries(table.states).flatMap(([name, state]) => (state.group === group ? drawn(name, state) : []));
  const boxes = groupsOf(table).flatMap((group) => [
    `╭─ ${line(calledIn(table.groups, group, language))}`,
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
