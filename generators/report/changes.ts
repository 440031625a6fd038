/** What a step changes, in words: of a table its memory, of a system one lane for each instance, shared variable or channel. */
import {
  type Configuration,
  isSystemConfiguration,
  type MessageValue,
  type RowTaken,
  type Step,
  type SystemConfiguration,
} from '../../model/explore/machine.ts';
import type { Value } from '../../model/table/types.ts';
import { valueText } from '../words.ts';
import { messageText } from '../words-system.ts';

/** What became of one part of a system: an instance by its name, the shared memory (no name), or a channel. */
export type Lane = {
  readonly name?: string;
  /** The state that an instance came to. */
  readonly state?: string;
  /** What is new beside it. */
  readonly values: readonly string[];
};

/** How what changes is told: a variable of an instance, or a shared one, with its new value; a channel without messages; nothing. */
export type LaneWords = ChangeWords & { readonly unchanged: string };

type ChangeWords = {
  readonly held: (instance: string | undefined, variable: string, value: Value) => string;
  readonly empty: string;
};

const BY_NAME: LaneWords = {
  held: (_, variable, value) => `${variable} ${valueText(value)}`,
  empty: 'empty',
  unchanged: 'unchanged',
};

type Memory = { readonly [variable: string]: Value };

const changed = (before: Memory, after: Memory): readonly string[] =>
  Object.keys(after).filter((name) => (before[name] ?? null) !== after[name]);

/** What a step of a table changed, beside the state: `attempts 0 → 1`. */
export const changes = (before: { readonly memory: Memory }, after: { readonly memory: Memory }): string =>
  changed(before.memory, after.memory)
    .map((name) => `${name} ${valueText(before.memory[name] ?? null)} → ${valueText(after.memory[name] ?? null)}`)
    .join(', ');

const messages = (all: readonly MessageValue[], { empty }: ChangeWords): string =>
  all.length === 0 ? empty : all.map((each) => `[${messageText(each)}]`).join(' ');

/** The lanes in which a step of a system changed something, with what is new there: `session1`, `active, owner technician1`. */
export function lanes(
  before: SystemConfiguration,
  after: SystemConfiguration,
  words: ChangeWords = BY_NAME,
): readonly Lane[] {
  const newValues = (instance: string | undefined, old: Memory, memory: Memory): readonly string[] =>
    changed(old, memory).map((name) => words.held(instance, name, memory[name] ?? null));
  const instances = Object.entries(after.instances).flatMap(([name, { state, memory }]) => {
    const old = before.instances[name];
    const moved = state !== undefined && state !== old?.state;
    const values = newValues(name, old?.memory ?? {}, memory);
    return moved || values.length > 0 ? [{ name, ...(moved && { state }), values }] : [];
  });
  const shared = newValues(undefined, before.memory, after.memory);
  const channels = Object.entries(after.channels).flatMap(([name, held]) => {
    const text = messages(held, words);
    const old = Object.hasOwn(before.channels, name) ? before.channels[name] : undefined;
    return text === messages(old ?? [], words) ? [] : [{ name, values: [text] }];
  });
  return [...instances, ...(shared.length === 0 ? [] : [{ values: shared }]), ...channels];
}

/** A lane of a step, with the row that the instance takes, if it moves. */
export type StepLane = Lane & { readonly row?: RowTaken };

/** The lanes of a step of a system: what changed, with the rows of those that moved; and whoever moved without a change. */
export function lanesOfStep(
  before: SystemConfiguration,
  { rows, to }: Step,
  words: LaneWords = BY_NAME,
): readonly StepLane[] {
  const taken = new Map(rows.map((row) => [row.instance, row]));
  const changed = lanes(before, to as SystemConfiguration, words).map((lane): StepLane => {
    const row = taken.get(lane.name);
    return row === undefined ? lane : { ...lane, row };
  });
  const unchanged = rows
    .filter(({ instance }) => !changed.some(({ name }) => name === instance))
    .map(
      (row): StepLane => ({
        ...(row.instance !== undefined && { name: row.instance }),
        values: [words.unchanged],
        row,
      }),
    );
  return [...changed, ...unchanged];
}

/** A lane as one phrase: `session1 active, owner technician1`. */
export const laneText = ({ name, state, values }: Lane): string =>
  `${name === undefined ? '' : `${name} `}${[...(state === undefined ? [] : [state]), ...values].join(', ')}`;

/** Where a step leads, in one phrase: the state and what changed beside it; of a system what changed in each lane. */
export function arrivalText(before: Configuration, after: Configuration): string {
  if (isSystemConfiguration(before) || isSystemConfiguration(after))
    return (
      lanes(before as SystemConfiguration, after as SystemConfiguration)
        .map(laneText)
        .join('; ') || 'nothing changes'
    );
  const beside = changes(before, after);
  return beside === '' ? after.state : `${after.state}; ${beside}`;
}
