/** When what a site shows was made: never the clock, so that the same project gives the same site. */
import { spawnSync } from 'node:child_process';

/** The date of a file as ISO 8601: that of `SOURCE_DATE_EPOCH`, else that of its last commit; none outside of a repository. */
export function dateOf(file: string): string | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%cs', '--', file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}
