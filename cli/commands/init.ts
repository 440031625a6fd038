/** `init`: a first table, a script line and a continuous-integration line in an existing project. Overwrites nothing. */
import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { EXIT, Stop } from '../exit.ts';
import { textOf, write } from '../files.ts';
import { type InitReport, toolOf } from '../reports.ts';
import { out, outJson } from '../terminal.ts';
import { type Common, common, ends } from './common.ts';

const YAML = `# yaml-language-server: $schema=./node_modules/stateatlas/schemas/table.schema.json
name: ticket
title: A support ticket
states:
  open: { initial: true }
  answered: {}
  closed: { final: true }
events:
  answer: { by: agent }
  ask: { by: customer }
  close: { by: customer }
  silence: { after: P14D }
transitions:
  - { from: open, on: answer, to: answered }
  - { from: answered, on: ask, to: open }
  - { from: answered, on: [close, silence], to: closed }
properties:
  a ticket can always be closed: { alwaysCanReach: { state: closed } }
  an answered ticket settles: { when: { state: answered }, leadsTo: { not: { state: answered } }, fair: { weak: [silence] } }
`;

const TYPESCRIPT = `import { defineTable } from 'stateatlas';

export const ticket = defineTable({
  name: 'ticket',
  title: 'A support ticket',
  states: { open: { initial: true }, answered: {}, closed: { final: true } },
  events: {
    answer: { by: 'agent' },
    ask: { by: 'customer' },
    close: { by: 'customer' },
    silence: { after: 'P14D' },
  },
  transitions: [
    { from: 'open', on: 'answer', to: 'answered' },
    { from: 'answered', on: 'ask', to: 'open' },
    { from: 'answered', on: ['close', 'silence'], to: 'closed' },
  ],
  properties: {
    'a ticket can always be closed': { alwaysCanReach: { state: 'closed' } },
    'an answered ticket settles': {
      when: { state: 'answered' },
      leadsTo: { not: { state: 'answered' } },
      fair: { weak: ['silence'] },
    },
  },
});
`;

const WORKFLOW = `name: lifecycle
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - run: npm ci
      - run: npx stateatlas check
`;

const WORKFLOW_FILE = '.github/workflows/lifecycle.yml';
const SCRIPT = 'stateatlas check';

type Options = Common & { readonly yaml?: true; readonly typescript?: true; readonly dryRun?: true };

const TABLES = { yaml: 'ticket.atlas.yaml', typescript: 'ticket.atlas.ts' } as const;

export const initCommand = (version: string): Command =>
  common(new Command('init'), 'print nothing but problems')
    .description('write a first table, a script line and a CI line into this project')
    .option('--yaml', 'write the table in YAML')
    .addOption(
      new Option('--typescript', 'write the table in TypeScript; the default where there is a tsconfig.json').conflicts(
        'yaml',
      ),
    )
    .option('--dry-run', 'say what would be written and write nothing')
    .addHelpText('after', '\nExample:\n  $ npm install --save-dev stateatlas\n  $ npx stateatlas init')
    .action((options: Options, command: Command) => {
      const dryRun = options.dryRun === true;
      const steps = [firstTable(options), script(), file(WORKFLOW_FILE, WORKFLOW)];
      if (!dryRun) for (const { content, path } of steps) if (content !== undefined) write(path, content);
      if (options.format === 'json') outJson(reportOf(version, dryRun, steps));
      else if (!options.quiet) {
        for (const { content, path, about } of steps) {
          const did = content === undefined ? 'kept' : dryRun ? 'would write' : 'wrote';
          const why = content === undefined ? 'it is there already' : undefined;
          out(`${did} ${path}${about === undefined ? '' : `: ${about}`}${why === undefined ? '' : ` (${why})`}`);
        }
        out(`next: npx stateatlas check ${steps[0]?.path}`);
      }
      ends(command, EXIT.well);
    });

/** What becomes of one file: its new content, or none where what is wanted is there already. */
type Planned = { readonly path: string; readonly content?: string; readonly about?: string };

const reportOf = (version: string, dryRun: boolean, steps: readonly Planned[]): InitReport => ({
  tool: toolOf(version),
  dryRun,
  files: steps.map(({ path, content, about }) => ({
    file: path,
    state: content === undefined ? 'kept' : 'written',
    ...(about === undefined ? {} : { about }),
  })),
});

const file = (path: string, content: string): Planned => (existsSync(path) ? { path } : { path, content });

/** The first table in the wanted language; none where it is there in another, since two would have one name. */
function firstTable({ yaml, typescript }: Options): Planned {
  const there = Object.values(TABLES).find((path) => existsSync(path));
  if (there !== undefined) return { path: there };
  return (typescript ?? (!yaml && existsSync('tsconfig.json')))
    ? { path: TABLES.typescript, content: TYPESCRIPT }
    : { path: TABLES.yaml, content: YAML };
}

/** The script line in package.json, in the file's own indentation. */
function script(): Planned {
  const path = 'package.json';
  const text = textOf(path);
  if (text === undefined)
    throw new Stop(EXIT.usage, 'there is no package.json here; run npm init first, or go to your project’s folder');
  const project = projectIn(text);
  const name = 'check:lifecycle';
  const about = `the script ${name}`;
  if (project.scripts?.[name] !== undefined) return { path, about };
  project.scripts = { ...project.scripts, [name]: SCRIPT };
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const end = text.endsWith('\n') ? '\n' : '';
  return { path, content: `${JSON.stringify(project, null, indent)}${end}`, about };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function projectIn(text: string): { scripts?: { [name: string]: string } } {
  let project: unknown;
  try {
    project = JSON.parse(text);
  } catch (thrown) {
    throw new Stop(EXIT.usage, `package.json cannot be read: ${(thrown as Error).message}; mend its JSON`);
  }
  if (!isObject(project)) throw new Stop(EXIT.usage, 'package.json holds no object; npm init writes one that does');
  const { scripts } = project as { scripts?: { [name: string]: string } };
  if (scripts !== undefined && !isObject(scripts))
    throw new Stop(EXIT.usage, 'package.json: scripts is no object; write "scripts": {}');
  return project;
}
