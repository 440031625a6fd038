/** The verbs, their common options, and how every ending becomes an exit code. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { Defect } from '../properties/judge/index.ts';
import { checkCommand } from './commands/check.ts';
import { generateCommand } from './commands/generate.ts';
import { initCommand } from './commands/init.ts';
import { playCommand } from './commands/play.ts';
import { EXIT, EXIT_MEANINGS, type ExitCode, Stop } from './exit.ts';
import { err } from './terminal.ts';

/** The version in the nearest package.json: beside the sources, or above the compiled files. */
export function version(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      return (JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as { version: string }).version;
    } catch {}
  }
  return 'unknown';
}

/** The whole command line, as commander sees it. */
export function program(): Command {
  const codes = Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `  ${code.padStart(2)}  ${meaning}`);
  const root = new Command('stateatlas')
    .description('One declarative transition table in; diagrams, typed docs and exhaustive verdicts out.')
    .version(version())
    .option('--debug', 'show the stack of an unexpected error')
    .addHelpText('after', `\nExit codes:\n${codes.join('\n')}`)
    .addCommand(checkCommand(version()))
    .addCommand(generateCommand(version()))
    .addCommand(initCommand())
    .addCommand(playCommand());
  for (const command of [root, ...root.commands])
    command.exitOverride().showSuggestionAfterError().showHelpAfterError('(add --help for usage and an example)');
  return root;
}

/** Runs the command line and gives its exit code. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.well);
  });
  process.removeAllListeners('warning');
  const codes: ExitCode[] = [];
  const root = program();
  for (const command of root.commands)
    command.hook('postAction', (_, action) => void codes.push(action.getOptionValue('exitCode') ?? EXIT.well));
  try {
    if (argv.length === 0) {
      root.outputHelp({ error: true });
      return EXIT.usage;
    }
    await root.parseAsync(argv, { from: 'user' });
    return codes[0] ?? EXIT.well;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.well : EXIT.usage;
    if (thrown instanceof Stop) {
      err(thrown.message);
      return thrown.code;
    }
    const { name, message, stack } = thrown as Error;
    const kind = thrown instanceof Defect ? 'a claim of ours does not stand' : `${name}`;
    err(`A defect of State Atlas, not of your table: ${kind}: ${message}`);
    err('Please report it with the table and the command. Run again with --debug for the stack.');
    if (root.opts().debug) err(stack ?? '');
    return EXIT.defect;
  }
}
