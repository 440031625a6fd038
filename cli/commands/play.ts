/** `play`: steps through a table or system in the terminal. */
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { actionsAsData } from '../../generators/report/shapes.ts';
import type { Configuration, Machine, Step } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { decodeTrace, encodeTrace, TokenError } from '../../model/explore/token.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { EXIT, Stop, strongest } from '../exit.ts';
import { chosen } from '../load/chosen.ts';
import type { Loaded } from '../load/loaded.ts';
import { type PlayReport, toolOf } from '../reports.ts';
import { emphasis, out, outJson } from '../terminal.ts';
import { viewOf } from '../views.ts';
import { type Common, common, ends, loadNamed } from './common.ts';

type Options = Common & { readonly table?: string; readonly token?: string; readonly language: string };

/** What each key does. */
const helpOf = (model: Model): string =>
  `a number takes that event · u undo · r restart · t the trace as a token · d the ${isSystem(model) ? 'system' : 'table'} as a diagram · q quit`;

export const playCommand = (version: string): Command =>
  common(new Command('play'), 'print what each key does, without the events to choose from')
    .description('step through a table or system: enabled events, state, memory, undo, the trace as a token')
    .argument('[files...]', 'tables, systems, folders or globs; those of the project unless given')
    .option('--table <name>', 'the table or system to play, where there are several')
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
function reportOf(version: string, loaded: Loaded, token: string | undefined): PlayReport {
  const { file, model } = loaded;
  const machine = machineOf(model);
  const { action, row } = actionsAsData(loaded);
  const { initial, steps } = runOf(machine, token);
  const configuration = (each: Configuration) => ({ ...each, final: machine.isFinal(each) });
  const step = (each: Step) => ({ ...action(each), configuration: configuration(each.to) });
  const moves = machine.moves(steps.at(-1)?.to ?? initial);
  return {
    tool: toolOf(version),
    file,
    ...(isSystem(model) ? { system: model.name } : { table: model.name }),
    token: encodeTrace(machine, { initial, steps }),
    initial: configuration(initial),
    steps: steps.map(step),
    enabled: moves.steps.map((each) => ({
      ...step(each),
      token: encodeTrace(machine, { initial, steps: [...steps, each] }),
    })),
    blocked: moves.blocked.map(({ event, binding, rows, at, ...blame }) => ({
      ...action({ event, rows, ...(binding && { binding }) }),
      ...(isSystem(model) && at && { at: row(at) }),
      ...blame,
    })),
  } as PlayReport;
}

async function session(loaded: Loaded, { token, language, quiet }: Options): Promise<void> {
  const { model } = loaded;
  const machine = machineOf(model);
  const style = emphasis();
  const view = viewOf(loaded, { machine, language, style });
  const help = helpOf(model);
  let { initial, steps } = runOf(machine, token);
  const here = (): Configuration => steps.at(-1)?.to ?? initial;

  const menu = (): void => {
    if (quiet) return;
    const { steps: enabled, blocked } = machine.moves(here());
    out(`\n${view.configuration(here())}`);
    enabled.forEach((step, index) => void out(`  ${index + 1}  ${view.choice(here(), step)}`));
    for (const each of blocked) out(style.dim(`  -  ${view.blocked(each)}`));
    if (enabled.length === 0) out(machine.isFinal(here()) ? '  the end' : '  nothing can happen: a deadlock');
    out(style.dim(help));
  };
  if (token !== undefined) {
    out(`start  ${view.configuration(initial)}`);
    for (const [index, step] of steps.entries()) out(view.moved(steps[index - 1]?.to ?? initial, step));
    if (process.stdin.isTTY !== true) return;
  } else if (machine.initial.length > 1) {
    out('initial configurations: i1, i2, … starts from another one');
    machine.initial.forEach((each, index) => void out(`  i${index + 1}  ${view.configuration(each)}`));
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
      out(view.diagram(here()));
      continue;
    }
    if (word === 'u') steps.pop();
    else if (word === 'r') steps = [];
    else if (start !== undefined && machine.initial[Number(start) - 1] !== undefined) {
      initial = machine.initial[Number(start) - 1] as Configuration;
      steps = [];
    } else if (step !== undefined) {
      out(view.moved(here(), step));
      steps.push(step);
    } else if (word !== '') {
      out(`${visible(word)} is none of these: ${help}`);
      continue;
    }
    menu();
  }
}
