/// <reference lib="dom" />
/** The lanes of a system: one for each instance, with a diagram of its own that follows it. */
import { isSystemConfiguration, type SystemConfiguration } from '../../../../model/explore/machine.ts';
import { type Instance, instancesOf } from '../../../../model/system/instances.ts';
import { isSystem, type System } from '../../../../model/system/types.ts';
import { textIn } from '../../../../model/table/text.ts';
import { copied } from '../../diagrams/element/copy.ts';
import { h, said } from '../dom.ts';
import type { Words } from '../words.ts';
import { markAll, type Shown } from './diagrams.ts';
import { named } from './named.ts';
import type { Scene } from './scene.ts';

/** So many lanes open by themselves as their instances move; the others open when they are asked to. */
const MOST_OPEN = 8;

/** The lanes, and what to do when the run has changed. */
export type Lanes = { readonly element: HTMLElement; readonly update: (scene: Scene) => void };

type Lane = { readonly element: HTMLElement; readonly update: (scene: Scene) => void };

/** The lanes of a system whose diagrams the page has; nothing where it has none. */
export function lanesOf(
  { world: { model }, words }: Scene,
  shown: readonly Shown[],
  language: string,
): Lanes | undefined {
  if (!isSystem(model)) return undefined;
  const diagrams = new Map(shown.map(({ element, table }) => [table, element]));
  const lanes: Lane[] = [];
  let open = 0;
  const mayOpen = (): boolean => ++open <= MOST_OPEN;
  const sets = Object.keys(model.instances).flatMap((set): HTMLElement[] => {
    const rows = rowsOf(model, set).map((row) =>
      row.flatMap(({ name, table }) => {
        const diagram = table && diagrams.get(table);
        return diagram === undefined ? [] : [laneOf(name, diagram, words, mayOpen)];
      }),
    );
    lanes.push(...rows.flat());
    if (rows.flat().length === 0) return [];
    return [
      h('h3', {}, said(textIn(model.instances[set]?.label, language, set))),
      ...rows.map((row) => h('div', { class: 'sim-abreast' }, ...row.map(({ element }) => element))),
    ];
  });
  if (lanes.length === 0) return undefined;
  return {
    element: h('div', {}, ...sets),
    update: (scene) => {
      for (const { update } of lanes) update(scene);
    },
  };
}

/** The instances of a set in rows: where there is one for each pair of others, a row for each of the first of the pair. */
function rowsOf(system: System, set: string): readonly (readonly Instance[])[] {
  const members = [...instancesOf(system).values()].filter((each) => each.set === set);
  const rows = new Map<string, Instance[]>();
  for (const each of members) {
    const [first = '', second] = each.per ?? [];
    const row = second === undefined ? '' : first;
    rows.set(row, [...(rows.get(row) ?? []), each]);
  }
  return [...rows.values()];
}

/** The lane of an instance. Its diagram is made when the lane is opened: by its reader, or as the instance first moves. */
function laneOf(name: string, source: Element, words: Words, mayOpen: () => boolean): Lane {
  const state = h('span', { class: 'sim-lane-state' });
  const moved = h('span', { class: 'sim-badge', hidden: true }, words.movedLast);
  const element = h(
    'details',
    { class: 'sim-lane', 'data-lane': name },
    h('summary', { 'data-key': `lane ${name}` }, h('span', {}, said(name)), ' ', state, ' ', moved),
  );
  let diagram: HTMLElement | undefined;
  let wasOpened = false;
  let last: Scene | undefined;
  const follow = (): void => {
    if (!element.open || last === undefined) return;
    if (diagram === undefined) {
      diagram = copied(source, name);
      element.append(diagram);
    }
    markAll(diagram, marksOf(last, name));
  };
  element.addEventListener('toggle', follow);
  return {
    element,
    update(scene) {
      last = scene;
      const { state: at } = (scene.place.configuration as SystemConfiguration).instances[name] ?? {};
      state.replaceChildren(...(at === undefined ? [] : named(scene, scene.called.state(at, name))));
      const isMoved = scene.last?.rows.some(({ instance }) => instance === name) === true;
      moved.hidden = !isMoved;
      element.classList.toggle('is-moved', isMoved);
      // What its reader folded stays folded.
      if (!wasOpened && hasMoved(scene, name)) {
        wasOpened = true;
        element.open = mayOpen();
      }
      follow();
    },
  };
}

const marksOf = ({ place, last }: Scene, name: string) => {
  const { configuration } = place;
  const state = isSystemConfiguration(configuration) ? configuration.instances[name]?.state : undefined;
  const rows = (last?.rows ?? []).filter(({ instance }) => instance === name).map(({ row }) => row);
  return { states: state === undefined ? [] : [state], rows };
};

/** Whether an instance took part in any step that is done. */
const hasMoved = ({ run }: Scene, name: string): boolean =>
  run.entries
    .slice(0, run.at)
    .some((entry) => 'step' in entry && entry.step.rows.some(({ instance }) => instance === name));
