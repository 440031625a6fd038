/** The verbs, their common options, and how every ending becomes an exit code. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { Defect } from '../properties/judge/index.ts';
import { EXIT, EXIT_MEANINGS, type ExitCode, Stop } from './exit.ts';
import { reasonOf } from './files.ts';
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

/** The verbs in the order of the help. Each is loaded when it is needed: no verb starts later for what another one uses. */
const VERBS: { readonly [verb: string]: () => Promise<Command> } = {
  check: async () => (await import('./commands/check.ts')).checkCommand(version()),
  generate: async () => (await import('./commands/generate.ts')).generateCommand(version()),
  site: async () => (await import('./commands/site.ts')).siteCommand(version()),
  export: async () => (await import('./commands/export.ts')).exportCommand(version()),
  walk: async () => (await import('./commands/walk.ts')).walkCommand(version()),
  suite: async () => (await import('./commands/suite.ts')).suiteCommand(version()),
  diff: async () => (await import('./commands/diff.ts')).diffCommand(version()),
  import: async () => (await import('./commands/import.ts')).importCommand(),
  review: async () => (await import('./commands/review.ts')).reviewCommand(version()),
  init: async () => (await import('./commands/init.ts')).initCommand(version()),
  play: async () => (await import('./commands/play.ts')).playCommand(version()),
};

/** The command line as commander sees it, with the verb that is asked for; with all of them where none is. */
export async function program(argv: readonly string[] = []): Promise<Command> {
  const codes = Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `  ${code.padStart(2)}  ${meaning}`);
  const root = new Command('stateatlas')
    .description('One declarative transition table in; diagrams, typed docs and exhaustive verdicts out.')
    .version(version())
    .option('--debug', 'show the stack of an unexpected error')
    .addHelpText('after', `\nExit codes:\n${codes.join('\n')}\n\nExample:\n  $ stateatlas check order.atlas.yaml`);
  const asked = argv.find((word) => !word.startsWith('-')) ?? '';
  const loading = Object.hasOwn(VERBS, asked) ? [VERBS[asked]] : Object.values(VERBS);
  for (const load of loading) root.addCommand(await (load as () => Promise<Command>)());
  for (const command of [root, ...root.commands])
    command.exitOverride().showSuggestionAfterError().showHelpAfterError('(add --help for usage and an example)');
  return root;
}

/** What the user is told where a command ends by an error, and its exit code. */
export function ending(
  thrown: unknown,
  debug: boolean,
): { readonly code: ExitCode; readonly lines: readonly string[] } {
  if (thrown instanceof CommanderError) return { code: thrown.exitCode === 0 ? EXIT.well : EXIT.usage, lines: [] };
  if (thrown instanceof Stop) return { code: thrown.code, lines: [thrown.message] };
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const kind = error instanceof Defect ? 'a claim of ours does not stand' : error.name;
  return {
    code: EXIT.defect,
    lines: [
      `A defect of State Atlas, not of your table: ${kind}: ${error.message}`,
      ...(debug
        ? ['Please report it with the table, the command and this stack.', error.stack ?? 'no stack']
        : ['Please report it with the table and the command. Run again with --debug for the stack.']),
    ],
  };
}

/** Runs the command line and gives its exit code, whatever becomes of the process around it. */
export async function perform(argv: readonly string[], given?: Command): Promise<ExitCode> {
  const root = given ?? (await program(argv));
  const codes: ExitCode[] = [];
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
    return end(root, thrown);
  }
}

/** Says why a command ends, and gives its exit code. */
function end(root: Command, thrown: unknown): ExitCode {
  const { code, lines } = ending(thrown, root.opts().debug === true);
  for (const line of lines) err(line);
  return code;
}

/** Runs the command line as the process: what happens to its streams and what nobody caught ends with a code of the table, too. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  const root = await program(argv);
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever reads the output may stop early; the exit code is still that of the whole command.
      if (error.code === 'EPIPE') return;
      process.exit(end(root, new Stop(EXIT.usage, `the output cannot be written: ${reasonOf(error)}`)));
    });
  process.on('uncaughtException', (thrown) => {
    if (process.listenerCount('uncaughtException') === 1) process.exit(end(root, thrown));
  });
  process.removeAllListeners('warning');
  return perform(argv, root);
}
