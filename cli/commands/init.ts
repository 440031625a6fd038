/** `init`: a first table, a script line and a continuous-integration line in an existing project. Overwrites nothing. */
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { EXIT, Stop } from '../exit.ts';
import { textOf, write } from '../files.ts';
import { out } from '../terminal.ts';

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

type Options = { readonly yaml?: true; readonly typescript?: true; readonly dryRun?: true };

export const initCommand = (): Command =>
  new Command('init')
    .description('write a first table, a script line and a CI line into this project')
    .option('--yaml', 'write the table in YAML')
    .option('--typescript', 'write the table in TypeScript; the default where there is a tsconfig.json')
    .option('--dry-run', 'say what would be written and write nothing')
    .addHelpText('after', '\nExample:\n  $ npm install --save-dev stateatlas\n  $ npx stateatlas init')
    .action((options: Options) => {
      const typescript = options.typescript ?? (options.yaml ? false : existsSync('tsconfig.json'));
      const table = typescript ? 'ticket.atlas.ts' : 'ticket.atlas.yaml';
      const steps = [file(table, typescript ? TYPESCRIPT : YAML), script(), file(WORKFLOW_FILE, WORKFLOW)];
      for (const { content, path, said } of steps) {
        if (content !== undefined && !options.dryRun) write(path, content);
        out(
          content !== undefined && options.dryRun
            ? `would write ${said}`
            : `${content === undefined ? 'kept' : 'wrote'} ${said}`,
        );
      }
      out(`next: npx stateatlas check ${table}`);
    });

type Planned = { readonly path: string; readonly content?: string; readonly said: string };

const file = (path: string, content: string): Planned =>
  existsSync(path) ? { path, said: `${path} (it is there already)` } : { path, content, said: path };

/** The script line in package.json, in the file's own indentation. */
function script(): Planned {
  const path = 'package.json';
  const text = textOf(path);
  if (text === undefined)
    throw new Stop(EXIT.usage, 'there is no package.json here; run npm init first, or go to your project’s folder');
  let project: { scripts?: Record<string, string> };
  try {
    project = JSON.parse(text) as typeof project;
  } catch (thrown) {
    throw new Stop(EXIT.usage, `package.json cannot be read: ${(thrown as Error).message}`);
  }
  const name = 'check:lifecycle';
  if (project.scripts?.[name] !== undefined) return { path, said: `the script ${name} in package.json` };
  project.scripts = { ...project.scripts, [name]: SCRIPT };
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const end = text.endsWith('\n') ? '\n' : '';
  return {
    path,
    content: `${JSON.stringify(project, null, indent)}${end}`,
    said: `the script ${name} in package.json`,
  };
}
