/** How many small tables are checked in a second by one process: read as a program would give them, explored, judged. */
import { order } from '../model/gallery/order.atlas.ts';
import { session } from '../model/rescue/session.atlas.ts';
import { parseModel } from '../model/system/parse.ts';
import type { Model } from '../model/system/types.ts';
import type { Table } from '../model/table/types.ts';
import { check } from '../properties/judge/index.ts';
import { type Rows, whole } from './lines.ts';
import type { Options } from './options.ts';
import { twenty } from './starts.ts';

const door: Table = {
  name: 'door',
  states: { closed: { initial: true, final: true }, open: {} },
  events: { push: {}, pull: {} },
  transitions: [
    { from: 'closed', on: 'push', to: 'open' },
    { from: 'open', on: 'pull', to: 'closed' },
  ],
  properties: { 'the door can be open': { reachable: { state: 'open' } } },
};

const light: Table = {
  name: 'light',
  states: { red: { initial: true }, green: {}, yellow: {}, off: { final: true } },
  events: { change: { after: 'PT30S' }, stop: {} },
  transitions: [
    { from: 'red', on: 'change', to: 'green' },
    { from: 'green', on: 'change', to: 'yellow' },
    { from: 'yellow', on: 'change', to: 'red' },
    { from: ['red', 'green', 'yellow'], on: 'stop', to: 'off' },
  ],
  properties: {
    'it can be green': { reachable: { state: 'green' } },
    'it can always be turned off': { alwaysCanReach: { final: true } },
  },
};

function checked(given: unknown): ReturnType<typeof check> {
  const parsed = parseModel(given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return check(parsed.model);
}

/** Milliseconds of processors that this process has used: other programs do not change them as they change the clock. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How often something is done in a second of processors, once it has been done for a while. */
function rate(work: () => unknown, milliseconds: number): number {
  const during = (time: number): number => {
    const started = used();
    let count = 0;
    while (used() - started < time) {
      work();
      count++;
    }
    return (count * 1000) / (used() - started);
  };
  during(milliseconds);
  return during(milliseconds);
}

/** Measures tables of growing size. */
export async function small({ quick }: Options): Promise<Rows> {
  return [door, light, order, twenty, session].map((model: Model) => {
    const { exploration } = checked(model);
    const per = rate(() => checked(model), quick ? 300 : 2000);
    return {
      table: model.name,
      configurations: whole(exploration.configurations),
      transitions: whole(exploration.transitions),
      'checks per processor second': whole(per),
      microseconds: whole(1e6 / per),
    };
  });
}
