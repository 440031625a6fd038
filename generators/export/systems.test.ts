/** Systems in other languages: XState's machines do what the system does, and no text of a system becomes syntax. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnyMachineSnapshot } from 'xstate';
import {
  type Action,
  labelOf,
  type MessageValue,
  type Step,
  type SystemConfiguration,
} from '../../model/explore/machine.ts';
import { systemMachine } from '../../model/explore/naive-system.ts';
import { alternatingBitFifo } from '../../model/gallery/alternatingBit-fifo.atlas.ts';
import { alternatingBitWithoutOrder } from '../../model/gallery/alternatingBit-unordered.atlas.ts';
import { dining3 } from '../../model/gallery/dining-3.atlas.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { readSystem } from '../../model/system/read.ts';
import type { System } from '../../model/system/types.ts';
import type { Value } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { smallSystem } from '../../properties/laws/systems.ts';
import { NASTY, nastySystem } from '../testing.ts';
import { EXPORTS, exportModel } from './index.ts';
import { generatedModules } from './testing.ts';

const imported = generatedModules();

type Memory = { readonly [variable: string]: Value };

/** A configuration of a generated module. */
type Theirs = {
  readonly instances: { readonly [instance: string]: AnyMachineSnapshot };
  readonly added: { readonly [instance: string]: Memory };
  readonly memory: Memory;
  readonly channels: { readonly [channel: string]: readonly MessageValue[] };
};

type Taken = Pick<Action, 'event' | 'binding'>;

type Module = {
  readonly initial: Theirs | undefined;
  readonly enabled: (at: Theirs) => readonly Taken[];
  readonly fire: (at: Theirs, step: Taken) => Theirs;
};

const sorted = (messages: readonly MessageValue[]): readonly MessageValue[] =>
  messages.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

/** The configuration of a module as one of the system. Unordered messages are put in order, on both sides. */
function shown(system: System, { instances, added, memory, channels }: Theirs): SystemConfiguration {
  const locals = [...instancesOf(system).keys()].map((name) => {
    const snapshot = instances[name];
    const held = { ...(snapshot?.context as Memory | undefined), ...added[name] };
    return [name, { ...(snapshot && { state: snapshot.value as string }), memory: held }] as const;
  });
  return inOrder(system, { instances: Object.fromEntries(locals), memory, channels });
}

const inOrder = (system: System, at: SystemConfiguration): SystemConfiguration => ({
  ...at,
  channels: Object.fromEntries(
    Object.entries(at.channels).map(([name, held]) => [
      name,
      system.channels?.[name]?.ordered === false ? sorted(held) : held,
    ]),
  ),
});

/** What tells steps of a module apart. */
const fields = (step: Taken): string => JSON.stringify([step.event, step.binding ?? null]);

/** The steps of which XState has one each: the first among those that differ in their rows only. */
const firstOfEach = (steps: readonly Step[]): ReadonlyMap<string, Step> =>
  new Map(steps.toReversed().map((step) => [fields(step), step]));

/** Walks both through the first configurations. Returns how many steps were compared. */
async function sameSteps(system: System, most = 200): Promise<number> {
  const ours = systemMachine(system);
  const { initial, enabled, fire } = (await imported(system)) as Module;
  const first = ours.initial[0] as SystemConfiguration | undefined;
  if (first === undefined || initial === undefined) {
    expect(initial).toBe(first);
    return 0;
  }
  expect(shown(system, initial)).toEqual(inOrder(system, first));
  const seen = new Set([ours.key(first)]);
  const queue = [{ at: first, theirs: initial }];
  let compared = 0;
  for (const { at, theirs } of queue) {
    const steps = firstOfEach(ours.moves(at).steps);
    const possible = enabled(theirs);
    expect(possible.map(fields).sort(), ours.describe(at)).toEqual([...steps.keys()].sort());
    for (const taken of possible) {
      const to = steps.get(fields(taken))?.to as SystemConfiguration;
      const next = fire(theirs, taken);
      expect(shown(system, next), `${labelOf(taken)} in ${ours.describe(at)}`).toEqual(inOrder(system, to));
      compared++;
      if (!seen.has(ours.key(to)) && seen.size < most) {
        seen.add(ours.key(to));
        queue.push({ at: to, theirs: next });
      }
    }
  }
  return compared;
}

/** The system that the page about systems begins with. */
function deskOfThePage(): System {
  const page = readFileSync(new URL('../../docs/systems.md', import.meta.url), 'utf8');
  const text = /```yaml\n(.*?)```/s.exec(page)?.[1] as string;
  const read = readSystem(text, { file: 'desk.atlas.yaml', format: 'yaml' });
  if (!read.ok) throw new Error('the example cannot be read');
  return read.system;
}

const desk = deskOfThePage();

describe('XState', () => {
  test.each([
    ['desk', desk],
    ['dining-3', dining3],
    ['alternatingBit-fifo', alternatingBitFifo],
    ['alternatingBit-unordered', alternatingBitWithoutOrder],
    ['nasty', nastySystem],
  ] as const)('does what the system %s does', async (_, system) => {
    expect(await sameSteps(system)).toBeGreaterThan(10);
  });

  law.prop([smallSystem], { numRuns: 20 })('does what random systems do', async (system) => {
    await sameSteps(system);
  });

  test('takes no step that is not enabled', async () => {
    const { initial, enabled, fire } = (await imported(desk)) as Module;
    const at = initial as Theirs;
    const [pickUp] = enabled(at) as readonly [Taken];
    const busy = fire(at, pickUp);
    expect(() => fire(busy, pickUp)).toThrow('pickUp is not enabled');
  });

  test('lists what it leaves out', () => {
    expect(exportModel(desk, 'xstate').leavesOut).toEqual([
      'the property “nobody works on two sessions at once”: a machine makes its steps and asks nothing',
      'the property “every session can still end”: a machine makes its steps and asks nothing',
    ]);
    const lamp: System = {
      name: 'lamps',
      tables: [
        {
          name: 'lamp',
          states: { on: { initial: true }, off: { initial: true, final: { when: { worn: true } } } },
          events: { press: {}, tire: { after: 'PT1H' } },
          memory: { worn: { flag: true } },
          transitions: [
            { from: 'on', on: ['press', 'tire'], to: 'off' },
            { from: 'on', on: 'press', to: 'stay', set: { worn: true } },
          ],
        },
      ],
      instances: { lamp: { table: 'lamp', count: 2 } },
      rulings: [{ finding: 'deadlock', because: 'it is dark' }],
    };
    expect(exportModel(lamp, 'xstate').leavesOut).toEqual([
      '3 other initial configurations; a machine starts in one',
      'lamp: rows on press in on after the first that is enabled, which is the one that XState takes',
      'lamp.off is final only while a guard holds; here it is not final',
      'the duration PT1H of lamp.tire; take the step yourself',
      'rulings: they are about findings, and a machine has none',
    ]);
  });
});

test.each(EXPORTS)('%s is written for systems with nasty labels, the same every time', (language) => {
  for (const system of [desk, nastySystem]) {
    const { text } = exportModel(system, language);
    expect(text.endsWith('\n')).toBe(true);
    expect(exportModel(system, language).text).toBe(text);
  }
});

describe('DOT', () => {
  /** A graph without what is in quotes. */
  const bareOf = (system: System): string => exportModel(system, 'dot').text.replace(/"(?:[^"\\]|\\.)*"/gs, '""');

  test('holds every state, every event and every set once, and text only in quotes', () => {
    const bare = bareOf(nastySystem);
    const lines = (form: RegExp): number => bare.match(form)?.length ?? 0;
    expect(lines(/^ +subgraph cluster_t\d+ \{$/gm)).toBe(nastySystem.tables.length);
    expect(lines(/^ +t0_s\d+ \[label=""( peripheries=2)?\];$/gm)).toBe(NASTY.length);
    expect(lines(/^ +t1_s\d+ \[label=""( peripheries=2)?\];$/gm)).toBe(2);
    expect(lines(/^ {2}e\d+ \[label="" shape=ellipse style=solid\];$/gm)).toBe(NASTY.length);
    expect(lines(/^ {2}i\d+ \[label=""\];$/gm)).toBe(2);
    expect(lines(/^ {2}e\d+ -> i0 \[label=""\];$/gm)).toBe(NASTY.length);
    expect(lines(/^ {2}e\d+ -> i1 \[label=""\];$/gm)).toBe(NASTY.length);
    expect(bare.match(/\{/g)).toHaveLength(bare.match(/\}/g)?.length ?? 0);
    expect(bare).toMatch(/^[\w\s{}[\]="">,;-]*$/);
  });

  test('says who moves together, when, and what is set', () => {
    const { text } = exportModel(desk, 'dot');
    const guard = 'fewer than 1 session other with (other in active and other.owner = t)';
    const event = `technician: pickUp (session s, technician t)\\n[${guard}]`;
    expect(text).toContain(`e0 [label="${event}" shape=ellipse style=solid];`);
    expect(text).toContain('i0 [label="2 × session\\nsession"];');
    expect(text).toContain('i1 [label="1 × technician"];');
    expect(text).toContain('e0 -> i0 [label="s: pickUp\\ns.owner := t"];');
    expect(exportModel(nastySystem, 'dot').text).toContain(': # 50%% of [x] {y} |z|"];');
  });

  test('says what is sent, received and shared', () => {
    const { text } = exportModel(alternatingBitFifo, 'dot');
    expect(text).toContain('  c0 [label="data\\n2 at most, in order, lossy" shape=cds style=solid];');
    expect(text).toContain('  e0 -> c0 [label="bit = sender.bit, number = sender.number"];');
    expect(text).toContain('  c0 -> e1 [label="bit = receiver.bit, number = n"];');
    const counted: System = {
      name: 'counted',
      tables: [],
      instances: {},
      memory: { total: { range: [0, 9], initial: 0 } },
      events: { more: { set: { total: { add: 1 } } } },
    };
    expect(exportModel(counted, 'dot').text).toContain('  e0 -> m [label="total + 1"];');
  });

  test('lists that rows set memory, which its arrows do not say', () => {
    expect(exportModel(alternatingBitFifo, 'dot').leavesOut.slice(0, 2)).toEqual([
      'what the rows of sender set: an arrow says its event and its guard',
      'what the rows of receiver set: an arrow says its event and its guard',
    ]);
    expect(exportModel(desk, 'dot').leavesOut).not.toContainEqual(expect.stringMatching(/^what the rows/));
  });
});
