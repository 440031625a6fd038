/** How time and memory grow with the number of configurations: fleets of more and more sessions, explored and checked. */
import { inFolder } from '../cli/engines/tool.ts';
import { fleet } from '../model/gallery/fleet.ts';
import { insideCommand, written } from './engines/ours.ts';
import type { Inside } from './inside.ts';
import { median, type Rows, seconds, whole } from './lines.ts';
import type { Options } from './options.ts';
import { timed } from './timed.ts';

/** Measures reachability alone and the check of fleets, dense ones and sparse ones, each in a process of its own and warm. */
export const growth = ({ limit, quick }: Options): Promise<Rows> =>
  inFolder(async (folder) => {
    const rows: { [column: string]: string }[] = [];
    const sizes = quick ? [2, 3] : [1, 2, 3, 4, 5];
    const sparse = quick ? [4] : [4, 6, 8];
    const asked = [
      ...sizes.map((sessions) => ({ sessions, technicians: 2, capacity: 1 })),
      ...sparse.map((sessions) => ({ sessions, technicians: 2, capacity: 1, mostOpen: 2 })),
    ];
    for (const size of asked) {
      const isSparse = 'mostOpen' in size;
      const file = written(fleet({ name: `fleet-${size.sessions}${isSparse ? '-sparse' : ''}`, ...size }), folder);
      const take = async (what: 'check' | 'reach') => {
        const ran = await timed(folder, insideCommand(file, what, 2), limit);
        const { seconds: all, ...told } = JSON.parse(ran.out || '{"seconds":[0]}') as Inside;
        return { ...told, megabytes: ran.megabytes, seconds: median(all.slice(-1)) };
      };
      const [reached, checked] = [await take('reach'), await take('check')];
      const per = (of: number, unit: number): string => ((of * unit) / reached.configurations).toPrecision(3);
      rows.push({
        fleet: `${size.sessions} sessions${isSparse ? ', 2 of them open' : ''}`,
        configurations: whole(reached.configurations),
        transitions: whole(reached.transitions),
        'reach s': seconds(reached.seconds),
        'ns per configuration': per(reached.seconds, 1e9),
        'bytes per configuration': per(reached.bytes, 1),
        'check s': seconds(checked.seconds),
        'peak MB of the check': whole(checked.megabytes ?? 0),
      });
    }
    return rows;
  });
