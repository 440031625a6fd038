/** `play`: steps through a table in the terminal. */
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { at, changes } from '../../generators/report/text.ts';
import { textDiagram } from '../../generators/text/diagram.ts';
import type { Configuration, Machine, Step } from '../../model/explore/machine.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { decodeTrace, encodeTrace, TokenError } from '../../model/explore/token.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { textIn } from '../../model/table/text.ts';
import { EXIT, Stop, strongest } from '../exit.ts';
import { chosen } from '../load/chosen.ts';
import type { Loaded } from '../load/loaded.ts';
import { type PlayReport, toolOf } from '../reports.ts';
import { emphasis, out, outJson } from '../terminal.ts';
import { type Common, common, ends, loadNamed } from './common.ts';

type Options = Common & { readonly table?: string; readonly token?: string; readonly language: string };

const HELP =
  'a number takes that event · u undo · r restart · t the trace as a token · d the table as a diagram · q quit';

export const playCommand = (version: string): Command =>
  common(new Command('play'), 'print what each key does, without the events to choose from')
    .description('step through a table: enabled events, state, memory, undo, the trace as a token')
    .argument('[files...]', 'tables, folders or globs; the project’s tables unless given')
    .option('--table <name>', 'the table to play, where there are several')
    .option('--token <token>', 'start with this trace, as printed by check or by t')
    .option('--language <tag>', 'language of the labels', 'en')
    .addHelpText(
      'after',
      "\nExample:\n  $ stateatlas play order.atlas.yaml --token '0:place,decline'\n\nKeys: a number, u, r, t, d, q; lines may also be piped in.",
    )
    .action(async (files: string[], options: Options, command: Command) => {
      const { loaded, codes } = await loadNamed(files);
      if (loaded.length > 0) {
        const one = chosen(loaded, options.table);
        if (options.format === 'json') outJson(reportOf(version, one, options.token));
        else await session(one, options);
      }
      ends(command, strongest(codes));
    });

/** The run that a token describes; the first initial configuration without one. */
function runOf(
  machine: Machine,
  token: string | undefined,
): { readonly initial: Configuration; readonly steps: Step[] } {
  if (token === undefined) return { initial: machine.initial[0] as Configuration, steps: [] };
  try {
    const { initial, steps } = decodeTrace(machine, token);
    return { initial, steps: [...steps] };
  } catch (thrown) {
    if (thrown instanceof TokenError) throw new Stop(EXIT.usage, `--token: ${thrown.message}`);
    throw thrown;
  }
}

/** Where a token leads, and what can happen there. */
function reportOf(version: string, { file, table, places }: Loaded, token: string | undefined): PlayReport {
  const machine = tableMachine(table);
  const { initial, steps } = runOf(machine, token);
  const configuration = (each: Configuration) => ({ ...each, final: machine.isFinal(each) });
  const row = (index: number) => {
    const place = places(['transitions', index]);
    return { index, file: place?.file ?? file, line: place?.line ?? 1 };
  };
  const step = (each: Step) => ({ event: each.event, row: row(each.row), configuration: configuration(each.to) });
  const moves = machine.moves(steps.at(-1)?.to ?? initial);
  return {
    tool: toolOf(version),
    file,
    table: table.name,
    token: encodeTrace(machine, { initial, steps }),
    initial: configuration(initial),
    steps: steps.map(step),
    enabled: moves.steps.map((each) => ({
      ...step(each),
      token: encodeTrace(machine, { initial, steps: [...steps, each] }),
    })),
    blocked: moves.blocked.map((each) => ({ ...each, row: row(each.row) })),
  };
}

async function session({ table, places }: Loaded, { token, language, quiet }: Options): Promise<void> {
  const machine = tableMachine(table);
  const style = emphasis();
  const label = (state: string): string => visible(textIn(table.states[state]?.label, language, state));
  let { initial, steps } = runOf(machine, token);
  const here = (): Configuration => steps.at(-1)?.to ?? initial;
  const show = (configuration: Configuration): string => {
    const name = label(configuration.state);
    const words = visible(machine.describe(configuration));
    return `${style.strong(words)}${name === configuration.state ? '' : `  ${name}`}${machine.isFinal(configuration) ? '  (final)' : ''}`;
  };
  const moved = (before: Configuration, step: Step): string => {
    const changed = changes(before, step.to);
    return `${step.event} → ${show(step.to)}${changed === '' ? '' : `; ${changed}`}   ${style.dim(`[${at(places, ['transitions', step.row])}]`)}`;
  };
  const menu = (): void => {
    if (quiet) return;
    const { steps: enabled, blocked } = machine.moves(here());
    out(`\n${show(here())}`);
    enabled.forEach((step, index) => {
      const { by, after, label: text } = table.events[step.event] as { by?: string; after?: string; label?: string };
      const words = visible(textIn(text, language));
      const who = [by, after].filter((part) => part !== undefined).join(', ');
      out(
        `  ${index + 1}  ${step.event}${words === '' ? '' : `  ${words}`}${who === '' ? '' : ` (${who})`} → ${step.to.state}`,
      );
    });
    for (const { event, reason, variable } of blocked)
      out(
        style.dim(
          `  -  ${event} is blocked: ${variable} ${reason === 'unset' ? 'is unset' : 'would leave its domain'}`,
        ),
      );
    if (enabled.length === 0) out(machine.isFinal(here()) ? '  the end' : '  nothing can happen: a deadlock');
    out(style.dim(HELP));
  };

  if (token !== undefined) {
    out(`start  ${show(initial)}`);
    for (const [index, step] of steps.entries()) out(moved(steps[index - 1]?.to ?? initial, step));
    if (process.stdin.isTTY !== true) return;
  } else if (machine.initial.length > 1) {
    out('initial configurations: i1, i2, … starts from another one');
    machine.initial.forEach((each, index) => out(`  i${index + 1}  ${show(each)}`));
  }
  menu();
  for await (const line of createInterface({ input: process.stdin })) {
    const word = line.trim();
    const start = /^i(\d+)$/.exec(word)?.[1];
    const step = machine.moves(here()).steps[Number(word) - 1];
    if (word === 'q') break;
    if (word === 't') {
      out(encodeTrace(machine, { initial, steps }));
      continue;
    }
    if (word === 'd') {
      out(textDiagram(table, language, here().state));
      continue;
    }
    if (word === 'u') steps.pop();
    else if (word === 'r') steps = [];
    else if (start !== undefined && machine.initial[Number(start) - 1] !== undefined) {
      initial = machine.initial[Number(start) - 1] as Configuration;
      steps = [];
    } else if (step !== undefined) {
      out(moved(here(), step));
      steps.push(step);
    } else if (word !== '') {
      out(`${visible(word)} is none of these: ${HELP}`);
      continue;
    }
    menu();
  }
}
