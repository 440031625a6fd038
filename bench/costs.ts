/** What a shortest trace and fair liveness cost over reachability alone: one fleet, with one property or another. */
import { inFolder } from '../cli/engines/tool.ts';
import { fleet } from '../model/gallery/fleet.ts';
import type { System } from '../model/system/types.ts';
import { insideCommand, written } from './engines/ours.ts';
import type { Inside } from './inside.ts';
import { median, type Rows, seconds, times, whole } from './lines.ts';
import type { Options } from './options.ts';
import { timed } from './timed.ts';

const each = { s: 'session' } as const;

/** Properties that take one kind of work each. */
const ASKED: readonly (readonly [what: string, properties: NonNullable<System['properties']>])[] = [
  ['no property, all default findings', {}],
  [
    'a trace to where all are removed',
    { removed: { reachable: { forAll: { of: each, is: { s: { state: 'removed' } } } } } },
  ],
  ['always can reach, for each session', { free: { forAll: each, alwaysCanReach: { s: { state: 'removed' } } } }],
  [
    'liveness, weakly fair, for each session',
    {
      gone: {
        forAll: each,
        when: { s: { state: 'timedOut' } },
        leadsTo: { s: { state: 'removed' } },
        fair: { weak: ['remove'] },
      },
    },
  ],
];

/** Measures checks with one property each, warm, in turns. */
export const costs = ({ repetitions, limit, quick }: Options): Promise<Rows> =>
  inFolder(async (folder) => {
    const name = quick ? 'fleet-s' : 'fleet-m';
    const model = fleet({ name, sessions: quick ? 3 : 4, technicians: 2, capacity: 1 });
    const works = [
      { what: 'reachability alone', command: insideCommand(written(model, folder), 'reach', 3) },
      ...ASKED.map(([what, properties], index) => {
        const { rulings: _, ...rest } = model;
        const file = written({ ...rest, name: `${name}-${index}`, properties }, folder);
        return { what, command: insideCommand(file, 'check', 3) };
      }),
    ].map((work) => ({ ...work, seconds: [] as number[], megabytes: [] as number[] }));
    for (let round = 0; round < (quick ? 1 : repetitions); round++)
      for (const work of works) {
        const { out, err, megabytes = 0, stopped } = await timed(folder, work.command, limit);
        if (stopped !== undefined) continue;
        if (out === '') throw new Error(err);
        work.seconds.push(median((JSON.parse(out) as Inside).seconds.slice(1)));
        work.megabytes.push(megabytes);
      }
    const [base] = works.map((work) => (work.seconds.length > 0 ? median(work.seconds) : Number.NaN));
    return works.map(({ what, seconds: taken, megabytes }) => ({
      [name]: what,
      seconds: taken.length === 0 ? `> ${limit}` : seconds(median(taken)),
      ratio: taken.length === 0 || base === undefined ? '' : times(median(taken) / base),
      'peak MB': taken.length === 0 ? '' : whole(median(megabytes)),
    }));
  });
