/** A run as something to take away: a command, a test. */
import { playCommand } from '../../../generators/report/trace.ts';
import { vitestFile } from '../../../generators/suites/vitest.ts';
import { type Configuration, labelOf, type Step } from '../../../model/explore/machine.ts';
import type { SuiteStep } from '../../../properties/suites/tests.ts';
import { waiting } from '../../../properties/suites/timed.ts';
import { type Run, traceOf, type World } from './run.ts';

/** The command that shows the run in a terminal. */
export const commandOf = (world: World, run: Run): string => playCommand({ model: world.model }, traceOf(world, run));

/** The run as a vitest file, which takes a driver of an implementation through it. */
export function testOf(world: World, run: Run): string {
  const { initial, steps } = traceOf(world, run);
  const name = world.model.name;
  const about = [
    'Written by the simulator of a site of State Atlas: one run, for a driver of an implementation.',
    `Again: ${commandOf(world, run)}`,
  ];
  let at = initial;
  const all = steps.map((step) => {
    const taken = stepOf(world, at, step);
    at = step.to;
    return taken;
  });
  const tests = waiting(world.model, world.machine, [{ name: '1', initial, steps: all }]);
  return vitestFile(about, `${name}: a run of the simulator`, tests, './driver.ts');
}

/** A step of a test. Where the model leaves a choice, its other outcomes are as right. */
function stepOf({ machine }: World, at: Configuration, { event, binding, rows, to }: Step): SuiteStep {
  const label = labelOf({ event, ...(binding && { binding }) });
  const others = new Map(
    machine
      .moves(at)
      .steps.filter((each) => labelOf(each) === label)
      .map((each) => [machine.key(each.to), each.to]),
  );
  others.delete(machine.key(to));
  return {
    event,
    ...(binding && { binding }),
    expect: 'accepted',
    rows,
    to,
    ...(others.size > 0 && { or: [...others.values()] }),
  };
}
