/** The laws of judging, on random small tables with a fresh seed in every run. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { explore } from '../../model/explore/explorer.ts';
import { traceTo } from '../../model/explore/graph.ts';
import type { Configuration, TableConfiguration } from '../../model/explore/machine.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { replay } from '../../model/explore/replay.ts';
import type { Fairness, Predicate, Property, StateSet, Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { check } from '../judge/checking.ts';
import { judge } from '../judge/judge.ts';
import { doubtAbout } from '../judge/validate.ts';
import type { Finding, Verdict } from '../judge/verdict.ts';
import { behaviour, reference } from './reference.ts';
import { fairness, predicate, property, smallTable, tangle, withProperties } from './tables.ts';

/** Subsets of configurations are enumerated: two to the power of this many at most. */
const MAX_FOR_SUBSETS = 9;

const verdictOf = (table: Table, one: Property): Verdict => check(withProperties(table, [one])).verdicts[0] as Verdict;
const resultOf = (table: Table, one: Property): string => verdictOf(table, one).result;

describe('against the definition', () => {
  const small = smallTable.filter((table) => behaviour(tableMachine(table)).all.length <= MAX_FOR_SUBSETS);

  law.prop([small, property], { numRuns: 1500 })('verdicts are those of a brute-force reference', (table, one) => {
    const expected = reference(behaviour(tableMachine(table)), one) ? 'holds' : 'violated';
    expect(resultOf(table, one)).toBe(expected);
  });

  law.prop([small, predicate, predicate, fairness], { numRuns: 1500 })(
    'so are verdicts on what leads to what under fairness',
    (table, when, leadsTo, fair) => {
      const one = { when, leadsTo, fair };
      expect(resultOf(table, one)).toBe(reference(behaviour(tableMachine(table)), one) ? 'holds' : 'violated');
    },
  );
});

describe('where cycles cross', () => {
  const settles = (fair: Fairness): Property => ({ eventually: { state: 'goal' }, fair });

  law.prop([tangle, fairness], { numRuns: 5000 })('fair verdicts are those of the reference', (table, fair) => {
    const expected = reference(behaviour(tableMachine(table)), settles(fair)) ? 'holds' : 'violated';
    expect(resultOf(table, settles(fair))).toBe(expected);
  });

  law.prop([tangle, fairness, fc.nat({ max: 4 })], { numRuns: 1000 })(
    'a bound never contradicts them',
    (table, fair, maxConfigurations) => {
      const original = withProperties(table, [settles(fair)]);
      const whole = check(original).verdicts[0]?.result;
      expect([whole, 'undecided']).toContain(check(original, { maxConfigurations }).verdicts[0]?.result);
    },
  );
});

describe('exploring', () => {
  law.prop([smallTable])('finds the configurations and counts the steps of a depth-first walk', (table) => {
    const graph = explore(tableMachine(table));
    const other = behaviour(graph.machine);
    const keys = Array.from({ length: graph.size }, (_, id) => graph.machine.key(graph.configuration(id)));
    expect(new Set(keys)).toEqual(new Set(other.all.map(graph.machine.key)));
    expect(graph.transitions).toBe(other.edges.length);
  });

  law.prop([smallTable])('gives shortest traces that replay', (table) => {
    const graph = explore(tableMachine(table));
    const { machine } = graph;
    const lengths = shortestLengths(table);
    for (let id = 0; id < graph.size; id++) {
      const at = graph.configuration(id);
      const trace = traceTo(graph, id);
      expect(replay(machine, trace)).toBeUndefined();
      expect(trace.steps.at(-1)?.to ?? trace.initial).toEqual(at);
      expect(trace.steps.length).toBe(lengths.get(machine.key(at)));
    }
    expect(graph.depth).toBe(Math.max(...lengths.values()));
  });
});

/** Distances by rounds of relaxation until nothing changes (Bellman and Ford), by key. */
function shortestLengths(table: Table): ReadonlyMap<string, number> {
  const { machine, all, edges, initial } = behaviour(tableMachine(table));
  const lengths = all.map((_, id) => (initial.includes(id) ? 0 : Number.POSITIVE_INFINITY));
  all.forEach(() => {
    for (const { from, to } of edges) lengths[to] = Math.min(lengths[to] as number, (lengths[from] as number) + 1);
  });
  return new Map(all.map((at, id) => [machine.key(at), lengths[id] as number]));
}

describe('traces', () => {
  law.prop([smallTable, fc.array(property, { maxLength: 6 })])(
    'replay, and show what they claim',
    (table, properties) => {
      const { verdicts, findings } = check(withProperties(table, properties));
      const machine = tableMachine(table);
      verdicts.forEach(({ trace, result, kind }, index) => {
        expect(trace !== undefined).toBe(kind === 'reachable' ? result === 'holds' : result === 'violated');
        if (trace === undefined) return;
        expect(replay(machine, trace)).toBeUndefined();
        expect(doubtAbout(machine, properties[index] as Property, trace)).toBeUndefined();
      });
      for (const { trace } of findings) if (trace) expect(replay(machine, trace)).toBeUndefined();
    },
  );

  law.prop([smallTable, predicate])('to a goal or a broken invariant are shortest', (table, goal) => {
    const machine = tableMachine(table);
    const lengths = shortestLengths(table);
    const near = behaviour(machine)
      .all.filter((at) => machine.holds(goal, at))
      .map((at) => lengths.get(machine.key(at)) as number);
    const nearest = near.length === 0 ? undefined : Math.min(...near);
    expect(verdictOf(table, { reachable: goal }).trace?.steps.length).toBe(nearest);
    expect(verdictOf(table, { never: goal }).trace?.steps.length).toBe(nearest);
  });
});

describe('relations between properties', () => {
  law.prop([smallTable, predicate])('never p is the invariant not p, and the opposite of reachable p', (table, p) => {
    const never = verdictOf(table, { never: p });
    const invariant = verdictOf(table, { invariant: { not: p } });
    expect([invariant.result, invariant.trace]).toEqual([never.result, never.trace]);
    expect(resultOf(table, { reachable: p })).toBe(never.result === 'violated' ? 'holds' : 'violated');
  });

  law.prop([smallTable, predicate, predicate, fairness])(
    'eventually p after q is q leads to p',
    (table, p, q, fair) => {
      const { kind: _, ...eventually } = verdictOf(table, { eventually: p, after: q, fair });
      expect(verdictOf(table, { when: q, leadsTo: p, fair })).toMatchObject(eventually);
    },
  );

  law.prop([smallTable, predicate, fairness, fairness])(
    'more fairness, or strong for weak, never turns holds into violated',
    (table, eventually, fair, more) => {
      const join = (one: Fairness, other: Fairness): Fairness => ({
        weak: [...(one.weak ?? []), ...(other.weak ?? [])],
        strong: [...(one.strong ?? []), ...(other.strong ?? [])],
      });
      const strengthened = { strong: [...(fair.weak ?? []), ...(fair.strong ?? [])] };
      fc.pre(resultOf(table, { eventually, fair }) === 'holds');
      expect(resultOf(table, { eventually, fair: join(fair, more) })).toBe('holds');
      expect(resultOf(table, { eventually, fair: strengthened })).toBe('holds');
    },
  );
});

describe('what does not matter', () => {
  const rename = (name: string): string => `${name}.new`;
  const renamedStates = (set: StateSet): StateSet =>
    typeof set === 'string' ? rename(set) : (set as string[]).map(rename);
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return ['a', 'b', 'c', 'd'].includes(value) ? rename(value) : value;
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each)]));
  };
  const renamed = (table: Table): Table => ({
    ...(deep(table) as Table),
    states: Object.fromEntries(Object.entries(table.states).map(([name, state]) => [rename(name), state])),
  });

  law.prop([smallTable, fc.array(property, { maxLength: 4 })])('the names of states', (table, properties) => {
    const original = withProperties(table, properties);
    const one = check(original);
    const other = check(renamed(original));
    expect(other.exploration).toEqual(one.exploration);
    expect(other.verdicts).toEqual(one.verdicts.map((verdict) => ({ ...verdict, ...renamedTrace(verdict) })));
    expect(other.findings.map(({ code, states }) => [code, states])).toEqual(
      one.findings.map(({ code, states }) => [code, states && renamedStates(states)]),
    );
  });

  const renamedAt = (at: Configuration): Configuration => {
    const { state, memory } = at as TableConfiguration;
    return { state: rename(state), memory: deep(memory) as TableConfiguration['memory'] };
  };
  const renamedTrace = ({ trace }: Verdict): Pick<Verdict, 'trace'> | undefined =>
    trace && {
      trace: {
        ...trace,
        initial: renamedAt(trace.initial),
        steps: trace.steps.map((step) => ({ ...step, to: renamedAt(step.to) })),
      },
    };

  law.prop([smallTable, fc.array(property, { maxLength: 4 }), fc.infiniteStream(fc.nat())])(
    'the order of the rows',
    (table, properties, keys) => {
      const original = withProperties(table, properties);
      const shuffled = original.transitions
        .map((row) => ({ row, key: keys.next().value as number }))
        .sort((one, other) => one.key - other.key)
        .map(({ row }) => row);
      const one = check(original);
      const other = check({ ...original, transitions: shuffled });
      expect(other.exploration).toEqual(one.exploration);
      const outline = ({ result, trace }: Verdict) => [result, trace && (trace.loop ?? trace.steps.length)];
      expect(other.verdicts.map(outline)).toEqual(one.verdicts.map(outline));
      expect(subjects(other.findings)).toEqual(subjects(one.findings));
    },
  );

  law.prop([smallTable, fc.array(property, { maxLength: 4 })])(
    'when it is judged: the same twice',
    (table, properties) => {
      const original = withProperties(table, properties);
      expect(check(structuredClone(original))).toEqual(check(original));
    },
  );
});

const subjects = (findings: readonly Finding[]): readonly string[] =>
  findings
    .map(({ code, states, events, memory }) => JSON.stringify([code, states, [...(events ?? [])].sort(), memory]))
    .sort();

describe('a bound', () => {
  law.prop([smallTable, fc.array(property, { maxLength: 6 }), fc.nat({ max: 12 })])(
    'never contradicts the whole exploration',
    (table, properties, maxConfigurations) => {
      const original = withProperties(table, properties);
      const whole = check(original);
      const graph = explore(tableMachine(original), { maxConfigurations });
      const part = judge(original, graph);
      if (graph.stopped === undefined) {
        expect(part).toEqual(whole);
        return;
      }
      expect(part.exploration).toMatchObject({ scope: 'bounded', ...graph.stopped });
      part.verdicts.forEach((verdict, index) => {
        const { result, kind } = whole.verdicts[index] as Verdict;
        expect(verdict.scope).toBe('bounded');
        expect([result, 'undecided']).toContain(verdict.result);
        if (verdict.result === 'holds') expect(kind).toBe('reachable');
      });
      const blocked = ({ code }: Finding): boolean => code === 'SA211' || code === 'SA212';
      const others = (findings: readonly Finding[]) => subjects(findings.filter((each) => !blocked(each)));
      for (const subject of others(part.findings)) expect(others(whole.findings)).toContain(subject);
      for (const { code, row, memory, states = [] } of part.findings.filter(blocked)) {
        const same = whole.findings.find(
          (each) => each.code === code && each.row === row && each.memory?.[0] === memory?.[0],
        );
        expect(same?.states).toEqual(expect.arrayContaining([...states]));
      }
    },
  );

  law.prop([smallTable, predicate])('that is raised never takes a decision back', (table, p: Predicate) => {
    const original = withProperties(table, [{ never: p }, { alwaysCanReach: p }, { eventually: p }]);
    const size = check(original).exploration.configurations;
    let before: readonly string[] = [];
    for (let maxConfigurations = 0; maxConfigurations <= size; maxConfigurations++) {
      const results = check(original, { maxConfigurations }).verdicts.map(({ result }) => result);
      before.forEach((result, index) => {
        if (result !== 'undecided') expect(results[index]).toBe(result);
      });
      before = results;
    }
  });
});
