/** The laws of judging systems, on random small ones with a fresh seed in every run. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { explore } from '../../model/explore/explorer.ts';
import type { Bound, SystemConfiguration } from '../../model/explore/machine.ts';
import { systemMachine } from '../../model/explore/naive-system.ts';
import { replay } from '../../model/explore/replay.ts';
import { decodeTrace, encodeTrace } from '../../model/explore/token.ts';
import { parseSystem } from '../../model/system/parse.ts';
import type { System, SystemProperty } from '../../model/system/types.ts';
import type { Value } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { check } from '../judge/checking.ts';
import { judge } from '../judge/judge.ts';
import { doubtAbout } from '../judge/validate.ts';
import type { Finding, Judgement, Verdict } from '../judge/verdict.ts';
import { type Behaviour, behaviour, closure, reference } from './reference.ts';
import { smallSystem, systemWithProperties } from './systems.ts';

/** Subsets of configurations are enumerated for infinite runs, and compared with each other for finite ones. */
const MAX_FOR_SUBSETS = 8;
const MAX_FOR_CLOSURE = 40;

/** How many properties of each kind a system is given. */
const EACH = 3;

const isAtMost = (most: number) => (system: System) =>
  explore(systemMachine(system), { maxConfigurations: most }).stopped === undefined;

/** All bindings of the parameters of a property, by plain nested loops. */
function bindings(system: System, { forAll = {}, distinct = [] }: SystemProperty): readonly Bound[] {
  const names = (set: string): readonly string[] => {
    const { count } = system.instances[set] ?? {};
    return count === undefined ? [set] : Array.from({ length: count }, (_, index) => `${set}${index + 1}`);
  };
  let all: Bound[] = [{}];
  for (const [parameter, ranging] of Object.entries(forAll)) {
    const values: readonly Value[] = typeof ranging === 'string' ? names(ranging) : [0, 1];
    all = all.flatMap((bound) => values.map((value) => ({ ...bound, [parameter]: value })));
  }
  return all.filter((bound) =>
    distinct.every((one, at) => distinct.slice(0, at).every((other) => bound[one] !== bound[other])),
  );
}

const propertiesOf = ({ properties = {} }: System): readonly SystemProperty[] => Object.values(properties);

law.prop([systemWithProperties(EACH)])('random systems are systems of the language', (system) => {
  expect(parseSystem(system)).toEqual({ ok: true, system });
});

describe('against the definition', () => {
  const expected = (whole: Behaviour, system: System, property: SystemProperty): string =>
    bindings(system, property).every((bound) => reference(whole, property, bound)) ? 'holds' : 'violated';
  const results = ({ verdicts }: Judgement): readonly string[] => verdicts.map(({ result }) => result);

  law.prop([systemWithProperties(EACH).filter(isAtMost(MAX_FOR_CLOSURE))], { numRuns: 300 })(
    'verdicts on finite runs are those of a brute-force reference, for all bindings',
    (system) => {
      const whole = behaviour(systemMachine(system));
      const finite = propertiesOf(system).slice(0, EACH);
      expect(results(check(system)).slice(0, EACH)).toEqual(finite.map((each) => expected(whole, system, each)));
    },
  );

  law.prop([systemWithProperties(EACH).filter(isAtMost(MAX_FOR_SUBSETS))], { numRuns: 800 })(
    'so are verdicts on infinite runs, under fairness for each event and binding',
    (system) => {
      const whole = behaviour(systemMachine(system));
      const infinite = propertiesOf(system).slice(EACH);
      expect(results(check(system)).slice(EACH)).toEqual(infinite.map((each) => expected(whole, system, each)));
    },
  );
});

describe('traces', () => {
  law.prop([systemWithProperties(EACH)])(
    'replay, show what they claim for their binding, and go through tokens',
    (system) => {
      const { verdicts, findings } = check(system, { maxConfigurations: 200 });
      const machine = systemMachine(system);
      verdicts.forEach(({ trace, result, kind, binding }, index) => {
        const property = propertiesOf(system)[index] as SystemProperty;
        if (result === 'violated') {
          expect(trace !== undefined).toBe(kind !== 'reachable');
          expect(Object.keys(binding ?? {})).toEqual(Object.keys(property.forAll ?? {}));
        }
        if (trace === undefined) return;
        expect(doubtAbout(machine, property, trace, binding)).toBeUndefined();
        expect(decodeTrace(machine, encodeTrace(machine, trace))).toEqual({
          initial: trace.initial,
          steps: trace.steps,
        });
      });
      for (const { trace } of [...verdicts, ...findings]) if (trace) expect(replay(machine, trace)).toBeUndefined();
    },
  );
});

describe('findings', () => {
  const found = (findings: readonly Finding[], code: string): readonly Finding[] =>
    findings.filter((each) => each.code === code);
  const small = smallSystem.filter(isAtMost(MAX_FOR_CLOSURE));
  const local = (at: Behaviour['all'][number] | undefined, name: string) => (at as SystemConfiguration).instances[name];

  law.prop([small])('are what a look at every configuration and every step finds', (system) => {
    const { findings } = check(system);
    const whole = behaviour(systemMachine(system));
    const { machine, all, edges } = whole;
    const tableOf = (name: string): string => system.instances[/^[a-z]+/.exec(name)?.[0] ?? '']?.table ?? '';
    const names = Object.keys((all[0] as SystemConfiguration).instances).filter((name) => tableOf(name) !== '');

    const seen = new Set(all.flatMap((at) => names.map((name) => `${tableOf(name)}.${local(at, name)?.state}`)));
    const states = system.tables.flatMap(({ name, states: own }) =>
      Object.keys(own).map((state) => `${name}.${state}`),
    );
    expect(found(findings, 'SA201').flatMap(({ states: told = [] }) => told)).toEqual(
      states.filter((state) => !seen.has(state)),
    );

    const stuck = all.filter((at, id) => !machine.isFinal(at) && edges.every(({ from }) => from !== id));
    const held = stuck.flatMap((at) =>
      names
        .filter((name) => !machine.holds({ [name]: { final: true } }, at))
        .map((name) => `${tableOf(name)}.${local(at, name)?.state}`),
    );
    expect(found(findings, 'SA204').flatMap(({ states: told = [] }) => told)).toEqual(
      states.filter((state) => held.includes(state)),
    );

    const groups = [...Map.groupBy(edges, ({ from, label }) => `${from} ${label}`).values()];
    const isDetermined = groups.every((same) => new Set(same.map(({ to }) => to)).size === 1);
    expect(found(findings, 'SA206').length === 0).toBe(isDetermined);

    const blocked = all.flatMap((at) => machine.moves(at).blocked);
    const blames = (reason: string): boolean => blocked.some((each) => each.reason === reason);
    expect([found(findings, 'SA211').length > 0, found(findings, 'SA212').length > 0]).toEqual([
      blames('unset'),
      blames('outside'),
    ]);

    const happens = new Set(edges.map(({ event }) => event));
    for (const code of ['SA210', 'SA214'])
      for (const { events = [], row } of found(findings, code))
        if (row === undefined) expect(events.filter((event) => happens.has(event))).toEqual([]);
  });

  law.prop([small])('of traps are where a run goes round for ever and can never end', (system) => {
    const { findings, notes = [] } = check(system);
    const whole = behaviour(systemMachine(system));
    const { machine, all } = whole;
    const leads = closure(
      whole,
      all.map(() => true),
    );
    const beyond = (id: number): readonly number[] => [...all.keys()].filter((to) => leads[id]?.[to]);
    const isTrapped = (id: number): boolean =>
      beyond(id).length > 0 &&
      beyond(id).every((to) => leads[to]?.[id] && !machine.isFinal(all[to] as SystemConfiguration));
    const traps = found(findings, 'SA205');
    if (notes.some((note) => note.includes('traps are not looked for'))) {
      expect([traps, all.some(machine.isFinal)]).toEqual([[], false]);
      return;
    }
    expect(traps.length > 0).toBe([...all.keys()].some(isTrapped));
    for (const { trace } of traps) {
      const end = machine.key(trace?.steps.at(-1)?.to ?? (trace?.initial as SystemConfiguration));
      expect(isTrapped(all.findIndex((at) => machine.key(at) === end))).toBe(true);
    }
  });

  law.prop([small])('of memory are about what no step changes', (system) => {
    const { findings } = check(system);
    const { all, edges } = behaviour(systemMachine(system));
    const values = (id: number): ReadonlyMap<string, Value> => {
      const { instances, memory } = all[id] as SystemConfiguration;
      const own = Object.entries(instances).flatMap(([name, at]) =>
        Object.entries(at.memory).map(([variable, value]) => [`${name}.${variable}`, value] as const),
      );
      return new Map([...own, ...Object.entries(memory)]);
    };
    const changed = new Set(
      edges.flatMap(({ from, to }) =>
        [...values(from)]
          .filter(([name, value]) => values(to).get(name) !== value)
          .map(([name]) => name.replace(/^.*\./, '')),
      ),
    );
    const constant = [...found(findings, 'SA208'), ...found(findings, 'SA207')].flatMap(({ memory = [] }) => memory);
    for (const name of ['v', 'ref']) if (!changed.has(name)) expect(constant).toContain(`p.${name}`);
    for (const name of ['s', 'turn']) if (!changed.has(name)) expect(constant).toContain(name);
    for (const { memory: [name = ''] = [] } of found(findings, 'SA208'))
      if (!name.startsWith('t.') && !name.startsWith('u.')) expect(changed.has(name.replace(/^.*\./, ''))).toBe(false);
  });
});

describe('a bound', () => {
  law.prop([systemWithProperties(EACH).filter(isAtMost(300)), fc.nat({ max: 30 })])(
    'never contradicts the whole exploration',
    (system, maxConfigurations) => {
      const whole = check(system);
      const graph = explore(systemMachine(system), { maxConfigurations });
      const part = judge(system, graph);
      if (graph.stopped === undefined) {
        expect(part).toEqual(whole);
        return;
      }
      part.verdicts.forEach(({ result, kind, binding }, index) => {
        const decided = whole.verdicts[index] as Verdict;
        expect([decided.result, 'undecided']).toContain(result);
        if (result === 'holds' && kind !== 'reachable')
          expect(bindings(system, propertiesOf(system)[index] as SystemProperty)).toEqual([]);
        if (result === 'violated') expect(Object.keys(binding ?? {})).toEqual(Object.keys(decided.binding ?? {}));
      });
      const told = new Set(whole.findings.map(({ code, message }) => [code, message].join()));
      const certain = part.findings.filter(({ code }) => ['SA205', 'SA207', 'SA203', 'SA208'].includes(code));
      for (const { code, message } of certain.filter((each) => each.code !== 'SA205'))
        expect(told).toContain([code, message].join());
      for (const { code } of certain) expect(whole.findings.map((each) => each.code)).toContain(code);
    },
  );
});

law.prop([smallSystem])('every configuration has the parts of the system, in order', (system) => {
  const graph = explore(systemMachine(system), { maxConfigurations: 50 });
  const start = graph.configuration(0) as SystemConfiguration;
  for (let id = 0; id < graph.size; id++) {
    const { instances, memory, channels } = graph.configuration(id) as SystemConfiguration;
    expect(Object.keys(instances)).toEqual(Object.keys(start.instances));
    for (const [name, one] of Object.entries(instances))
      expect(Object.keys(one.memory)).toEqual(Object.keys(start.instances[name]?.memory ?? {}));
    expect(Object.keys(memory)).toEqual(Object.keys(system.memory ?? {}));
    expect(Object.keys(channels)).toEqual(Object.keys(system.channels ?? {}));
  }
});
