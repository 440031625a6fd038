/** A suite as CSV (RFC 4180): one line for each step, names as they are in the table. */
import type { Configuration } from '../../model/explore/machine.ts';
import type { Suite } from '../../properties/suites/index.ts';

/** A cell. One that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv({ tests }: Suite): string {
  const shown = (configuration: Configuration): string =>
    'state' in configuration && Object.keys(configuration.memory).length === 0
      ? configuration.state
      : JSON.stringify(configuration);
  const lines = [
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
  ];
  return `${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
