/** Judging a table: every property, every default finding, every ruling. */
import { explore, type Limits, type StateGraph } from '../../model/explore/graph.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import type { Table } from '../../model/table/types.ts';
import { defaultFindings } from './findings.ts';
import { judgeProperty } from './properties.ts';
import { applyRulings } from './rulings.ts';
import { declaresEnds } from './states.ts';
import { insistOnRun } from './validate.ts';
import type { Exploration, Judgement } from './verdict.ts';

/** Explores a table and judges it. @throws {Defect} as {@link judge} does. */
export function check(table: Table, limits?: Limits): Judgement {
  return judge(table, explore(tableMachine(table), limits));
}

/**
 * Judges a table on a graph of its machine, which may be incomplete.
 *
 * @throws {Defect} when a trace does not replay through the machine, or does not show what it is claimed to show.
 */
export function judge(table: Table, graph: StateGraph): Judgement {
  const verdicts = Object.entries(table.properties ?? {}).map(([name, property]) =>
    judgeProperty(graph, name, property),
  );
  const findings = defaultFindings({ table, graph });
  for (const { code, trace } of findings) if (trace) insistOnRun(graph.machine, code, trace);
  const notes = notesOn(table);
  return {
    table: table.name,
    exploration: summary(graph),
    ...applyRulings(table, { verdicts, findings }, graph.stopped === undefined),
    ...(notes.length > 0 && { notes }),
  };
}

function summary({ stopped, initial, configurations, transitions, depth }: StateGraph): Exploration {
  return {
    scope: stopped === undefined ? 'exhaustive' : 'bounded',
    ...stopped,
    initial,
    configurations: configurations.length,
    transitions,
    depth: depth.reduce((greatest, each) => Math.max(greatest, each), 0),
  };
}

function notesOn(table: Table): readonly string[] {
  const timed = Object.values(table.events).some(({ after }) => after !== undefined);
  return [
    ...(declaresEnds(table) ? [] : ['nothing is declared final, so traps are not looked for']),
    ...(timed ? ['time is abstract: a timer may fire whenever its row is enabled, whatever its duration'] : []),
  ];
}

/** Whether something is left for the owner: a finding or a violated property without a ruling. */
export function isOpen({ verdicts, findings }: Judgement): boolean {
  const violated = verdicts.filter(({ result }) => result === 'violated');
  return [...findings, ...violated].some(({ ruling }) => ruling === undefined);
}

/** Whether something could not be decided: a bound was hit, so a verdict or a finding may be missing. */
export function isUndecided({ exploration, verdicts }: Judgement): boolean {
  return exploration.scope !== 'exhaustive' || verdicts.some(({ result }) => result === 'undecided');
}
