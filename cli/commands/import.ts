/** `import`: reads documents that describe a lifecycle, and says what they claim. */
import { Command } from 'commander';
import { readingReport } from '../../generators/report/reading.ts';
import { type LayoutOptions, layable } from '../columns.ts';
import { readAll } from '../documents.ts';
import { writeDraft, writtenReport } from '../drafts.ts';
import { strongest } from '../exit.ts';
import { err, out, outJson } from '../terminal.ts';
import { type Common, common, ends } from './common.ts';

type Options = Common & LayoutOptions & { readonly write?: string | true };

const EXAMPLES = `
Example:
  $ stateatlas import article.txt
  $ stateatlas import --format json article.txt > claims.json
  $ stateatlas import article.txt diagram.md --write order.atlas.yaml
  $ stateatlas import table.csv --columns previous,event,next,condition
  $ pbpaste | stateatlas import -`;

export const importCommand = (): Command =>
  layable(common(new Command('import'), 'print only what could be read otherwise, and findings'))
    .description('read documents with a table of states, and say what they claim')
    .argument('<documents...>', 'files, or - for standard input')
    .option(
      '--write [file]',
      'write the draft of a table, *.atlas.yaml, that cites the claims and marks open questions',
    )
    .addHelpText('after', EXAMPLES)
    .action((names: string[], { format, quiet, write, layout, columns }: Options, command: Command) => {
      const { documents, codes } = readAll(names, { ...(layout && { layout }), ...(columns && { columns }) });
      const readings = documents.map(({ reading }) => reading);
      const draft = write === undefined || codes.length > 0 ? undefined : writeDraft(readings, write);
      if (write !== undefined && draft === undefined) err('no draft was written');
      if (format === 'json') outJson(names.length === 1 ? (readings[0] ?? { results: [] }) : { results: readings });
      else if (draft !== undefined) out(writtenReport(draft));
      else if (readings.length > 0) out(readings.map((each) => readingReport(each, quiet === true)).join('\n\n'));
      ends(command, strongest(codes));
    });
