/** `import`: reads documents that describe a lifecycle, and says what they claim. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { readingReport } from '../../generators/report/reading.ts';
import { type Reading, readDocument } from '../../model/import/index.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { EXIT, type ExitCode, Stop, strongest } from '../exit.ts';
import { reasonOf } from '../files.ts';
import { err, out, outJson } from '../terminal.ts';
import { type Common, common, ends } from './common.ts';

const STANDARD_INPUT = 0;

export const importCommand = (): Command =>
  common(new Command('import'), 'print only what could be read otherwise, and findings')
    .description('read documents with a table of states, and say what they claim')
    .argument('<documents...>', 'files, or - for standard input')
    .addHelpText(
      'after',
      '\nExample:\n  $ stateatlas import article.txt\n  $ stateatlas import --format json article.txt > claims.json',
    )
    .action((names: string[], { format, quiet }: Common, command: Command) => {
      const readings: Reading[] = [];
      const codes: ExitCode[] = [];
      for (const name of names) {
        const read = readDocument({ name, text: textIn(name) });
        if ('problem' in read) {
          err(visible(`${name}:${read.line}:${read.column} ${read.problem}`));
          err(`    ${read.remedy}`);
          codes.push(EXIT.unreadable);
        } else readings.push(read);
      }
      if (format === 'json') outJson(names.length === 1 ? (readings[0] ?? { results: [] }) : { results: readings });
      else if (readings.length > 0) out(readings.map((each) => readingReport(each, quiet === true)).join('\n\n'));
      ends(command, strongest(codes));
    });

/** The text of a document: UTF-8, or UTF-16 where it begins with its mark. */
function textIn(name: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(name === '-' ? STANDARD_INPUT : name);
  } catch (thrown) {
    throw new Stop(EXIT.usage, `${name} cannot be read: ${reasonOf(thrown)}`);
  }
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Stop(EXIT.unreadable, `${name}:1:1 is not ${encoding.toUpperCase()} text\n    Save it as UTF-8.`);
  }
}
