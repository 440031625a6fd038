/// <reference lib="dom" />
/** Where the run stands: of a table its state and memory, of a system a lane for each instance. */
import { messageText } from '../../../../generators/words-system.ts';
import {
  isSystemConfiguration,
  type SystemConfiguration,
  type TableConfiguration,
} from '../../../../model/explore/machine.ts';
import { instancesOf } from '../../../../model/system/instances.ts';
import { isSystem, type System } from '../../../../model/system/types.ts';
import { textIn } from '../../../../model/table/text.ts';
import type { Value } from '../../../../model/table/types.ts';
import { changedIn } from '../arrival.ts';
import { h, said } from '../dom.ts';
import { named } from './named.ts';
import type { Scene } from './scene.ts';

type Memory = { readonly [variable: string]: Value };

/** Where the run stands. */
export function nowPart(scene: Scene, language: string): readonly HTMLElement[] {
  const { place, world } = scene;
  return isSystem(world.model)
    ? systemPart(scene, world.model, place.configuration as SystemConfiguration, language)
    : tablePart(scene, place.configuration as TableConfiguration);
}

function tablePart(scene: Scene, { state, memory }: TableConfiguration): readonly HTMLElement[] {
  const { world, called, words, before } = scene;
  const isEnd = world.machine.isFinal(scene.place.configuration);
  return [
    h(
      'p',
      { class: 'sim-state' },
      ...named(scene, called.state(state)),
      ...(isEnd ? [' ', h('span', { class: 'sim-badge' }, words.final)] : []),
    ),
    ...memoryPart(scene, memory, (before as TableConfiguration | undefined)?.memory),
  ];
}

/** Memory as a table, with what was there before the last step. */
function memoryPart(
  scene: Scene,
  memory: Memory,
  before: Memory | undefined,
  instance?: string,
): readonly HTMLElement[] {
  const { called, words } = scene;
  const names = Object.keys(memory);
  if (names.length === 0) return [];
  const changed = new Set(changedIn(before, memory));
  const shown = (value: Value | undefined, name: string): Node => said(called.value(value ?? null, name, instance));
  const head = [words.variable, words.value, words.was].map((text) => h('th', { scope: 'col' }, text));
  const rows = names.map((name) =>
    h(
      'tr',
      { class: changed.has(name) ? 'is-changed' : false },
      h('th', { scope: 'row' }, ...named(scene, called.variable(name, instance))),
      h('td', {}, shown(memory[name], name)),
      h(
        'td',
        {},
        ...(changed.has(name)
          ? [shown(before?.[name], name), ' ', h('span', { class: 'sim-badge' }, words.changed)]
          : []),
      ),
    ),
  );
  return [
    h(
      'table',
      { class: 'sim-memory' },
      h('caption', {}, instance === undefined && isShared(called) ? words.shared : words.memory),
      h('thead', {}, h('tr', {}, ...head)),
      h('tbody', {}, ...rows),
    ),
  ];
}

const isShared = (called: Scene['called']): boolean => called.table() === undefined;

function systemPart(scene: Scene, system: System, at: SystemConfiguration, language: string): readonly HTMLElement[] {
  const { words, before } = scene;
  const old = before !== undefined && isSystemConfiguration(before) ? before : undefined;
  const sets = Object.entries(system.instances).flatMap(([set, declared]): HTMLElement[] => {
    const members = [...instancesOf(system).values()].filter((each) => each.set === set);
    const isBare = members.every(({ name }) => {
      const { state, memory } = at.instances[name] ?? { memory: {} };
      return state === undefined && Object.keys(memory).length === 0;
    });
    if (isBare) return [];
    const title = textIn(declared.label, language, set);
    const lane = (name: string): readonly HTMLElement[] => laneParts(scene, name, at, old);
    const [rows, columns, ...others] = declared.per ?? [];
    if (rows === undefined || columns === undefined || others.length > 0)
      return [
        h('h3', {}, said(title)),
        h(
          'ul',
          { class: 'sim-lanes' },
          ...members.map(({ name }) =>
            h(
              'li',
              { class: laneClass(scene, name), 'data-instance': name },
              h('strong', {}, said(name)),
              ...lane(name),
            ),
          ),
        ),
      ];
    const along = (index: number): readonly string[] => [...new Set(members.map(({ per = [] }) => per[index] ?? ''))];
    const nameOf = (row: string, column: string): string =>
      members.find(({ per = [] }) => per[0] === row && per[1] === column)?.name ?? '';
    const head = along(1).map((column) => h('th', { scope: 'col' }, said(column)));
    const body = along(0).map((row) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, said(row)),
        ...along(1).map((column) => {
          const name = nameOf(row, column);
          return h('td', { class: laneClass(scene, name), 'data-instance': name }, ...lane(name));
        }),
      ),
    );
    return [
      h('h3', {}, said(title)),
      h(
        'div',
        {
          class: 'sim-scroll',
          tabindex: '0',
          role: 'region',
          'aria-label': words.lanesOf(title),
          'data-key': `grid ${set}`,
        },
        h('table', { class: 'sim-grid' }, h('thead', {}, h('tr', {}, h('td', {}), ...head)), h('tbody', {}, ...body)),
      ),
    ];
  });
  return [...sets, ...memoryPart(scene, at.memory, old?.memory), ...channelsPart(scene, at, old)];
}

const laneClass = ({ last }: Scene, instance: string): string =>
  last?.rows.some((row) => row.instance === instance) ? 'sim-lane is-moved' : 'sim-lane';

/** What stands in the lane of an instance: its state, what it remembers, and the states that it could be in. */
function laneParts(
  scene: Scene,
  name: string,
  at: SystemConfiguration,
  before: SystemConfiguration | undefined,
): readonly HTMLElement[] {
  const { called, words, last, drawn } = scene;
  const { state, memory } = at.instances[name] ?? { memory: {} };
  const table = called.table(name);
  const old = before?.instances[name]?.memory;
  const changed = new Set(changedIn(old, memory));
  const values = Object.entries(memory).map(([variable, value]) =>
    h(
      'div',
      { class: changed.has(variable) ? 'is-changed' : false },
      h('dt', {}, ...named(scene, called.variable(variable, name))),
      h(
        'dd',
        {},
        said(called.value(value, variable, name)),
        ...(changed.has(variable) ? [' ', h('span', { class: 'sim-badge' }, words.changed)] : []),
      ),
    ),
  );
  return [
    ...(state === undefined
      ? []
      : [
          h(
            'p',
            { class: 'sim-state' },
            ...named(scene, called.state(state, name)),
            ...(last?.rows.some((row) => row.instance === name)
              ? [' ', h('span', { class: 'sim-badge' }, words.movedLast)]
              : []),
          ),
        ]),
    ...(values.length === 0 ? [] : [h('dl', { class: 'sim-values' }, ...values)]),
    // Where there is a diagram, it shows the states.
    ...(table === undefined || drawn.has(table)
      ? []
      : [
          h(
            'details',
            { 'data-key': `states ${name}` },
            h('summary', { 'data-key': `states ${name} summary` }, words.states),
            statesPart(Object.keys(table.states), state, (each) => called.state(each, name)),
          ),
        ]),
  ];
}

/** All states in a list, with the one marked that the run stands in. */
export const statesPart = (
  states: readonly string[],
  current: string | undefined,
  called: (state: string) => string,
): HTMLElement =>
  h(
    'ul',
    { class: 'sim-states' },
    ...states.map((each) => h('li', each === current ? { 'aria-current': 'true' } : {}, said(called(each)))),
  );

function channelsPart(
  { called, words }: Scene,
  at: SystemConfiguration,
  before: SystemConfiguration | undefined,
): readonly HTMLElement[] {
  const names = Object.keys(at.channels);
  if (names.length === 0) return [];
  const rows = names.map((name) => {
    const held = at.channels[name] ?? [];
    const isChanged = before !== undefined && JSON.stringify(before.channels[name]) !== JSON.stringify(held);
    const texts = held.map((each) => h('li', {}, said(messageText(each, called.voice()))));
    return h(
      'tr',
      { class: isChanged ? 'is-changed' : false },
      h('th', { scope: 'row' }, said(name)),
      h(
        'td',
        {},
        texts.length === 0 ? words.empty : h('ol', {}, ...texts),
        ...(isChanged ? [' ', h('span', { class: 'sim-badge' }, words.changed)] : []),
      ),
    );
  });
  return [
    h(
      'table',
      { class: 'sim-memory' },
      h('caption', {}, words.channels),
      h('thead', {}, h('tr', {}, ...[words.channel, words.messages].map((text) => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, ...rows),
    ),
  ];
}
