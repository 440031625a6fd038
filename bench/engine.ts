/**
 * How fast the compiled engine explores, and how much memory that takes: fleets of sessions, the help desk, and a table of counters, each in a process
 * of its own, so that nothing is warm; the naive explorer beside it on the smallest fleet. Prints a table; nothing here passes or fails.
 */
import { spawnSync } from 'node:child_process';
import { compile } from '../model/compile/index.ts';
import { exploringCompiled } from '../model/explore/compiled.ts';
import { exploring } from '../model/explore/explorer.ts';
import type { Progress, StateGraph } from '../model/explore/graph.ts';
import { machineOf } from '../model/explore/of.ts';
import { fleetL } from '../model/gallery/fleet-l.atlas.ts';
import { fleetM } from '../model/gallery/fleet-m.atlas.ts';
import { fleetS } from '../model/gallery/fleet-s.atlas.ts';
import { fleetX } from '../model/gallery/fleet-x.atlas.ts';
import { helpDesk } from '../model/rescue/helpDesk.atlas.ts';
import type { Model } from '../model/system/types.ts';
import { grid } from './grid.ts';

const MODELS: { readonly [name: string]: Model } = {
  'fleet s': fleetS,
  'fleet m': fleetM,
  'fleet x': fleetX,
  'fleet l': fleetL,
  'help desk': helpDesk,
  'grid of 160³': grid(160),
};

/** What is measured, in the order in which it is shown. */
const WORK = [['naive', 'fleet s'], ...Object.keys(MODELS).map((name) => ['compiled', name])] as const;

type Measured = { readonly [column: string]: string | number };

/** Explores to the end, and counts the bytes that the explorer says it holds. */
function explored(run: Generator<Progress, StateGraph, string | undefined>): { graph: StateGraph; bytes: number } {
  let bytes = 0;
  for (let at = run.next(); ; at = run.next()) {
    if (at.done) return { graph: at.value, bytes };
    bytes = at.value.bytes ?? 0;
  }
}

function measure(engine: string, name: string): Measured {
  const model = MODELS[name] as Model;
  const start = performance.now();
  const compiled = engine === 'naive' ? undefined : compile(model);
  const ready = performance.now();
  const { graph, bytes } = explored(compiled === undefined ? exploring(machineOf(model)) : exploringCompiled(compiled));
  const seconds = (performance.now() - ready) / 1000;
  const cpu = process.cpuUsage();
  return {
    engine,
    configurations: graph.size,
    transitions: graph.transitions,
    'compile s': ((ready - start) / 1000).toFixed(3),
    'explore s': seconds.toFixed(2),
    'process CPU s': ((cpu.user + cpu.system) / 1e6).toFixed(2),
    'configurations/s': Math.round(graph.size / seconds),
    'bytes/configuration': bytes === 0 ? '' : Math.round(bytes / graph.size),
    'peak MB': Math.round(process.resourceUsage().maxRSS / 1000),
  };
}

const [, file = '', engine, name] = process.argv;
if (engine !== undefined && name !== undefined) console.log(JSON.stringify(measure(engine, name)));
else {
  const rows: Record<string, Measured> = {};
  for (const [by, of] of WORK) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [file, by, of], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    rows[`${of}, ${by}`] = JSON.parse(stdout);
  }
  console.log(`each in a process of its own, Node ${process.version}`);
  console.table(rows);
}
