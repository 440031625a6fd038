/** A suite as CSV (RFC 4180): one line for each step, names as they are in the table. */
import type { Configuration } from '../../model/explore/machine.ts';
import type { Suite } from '../../properties/suites/index.ts';
import { csvText } from '../csv.ts';

export function csv({ tests }: Suite): string {
  const shown = (configuration: Configuration): string =>
    'state' in configuration && Object.keys(configuration.memory).length === 0
      ? configuration.state
      : JSON.stringify(configuration);
  return csvText([
    ['test', 'step', 'event', 'binding', 'expect', 'after', 'or'],
    ...tests.flatMap(({ name, initial, steps }) => [
      [name, '0', '', '', '', shown(initial), ''],
      ...steps.map(({ event, binding, expect, to, or = [] }, index) => [
        name,
        `${index + 1}`,
        event,
        binding === undefined ? '' : JSON.stringify(binding),
        expect,
        shown(to),
        or.map(shown).join(' | '),
      ]),
    ]),
  ]);
}
