/** Small random systems and properties of them for laws: every part of the language, and few configurations. */
import fc from 'fast-check';
import { eventsOf } from '../../model/system/events.ts';
import type {
  Channel,
  InstanceSet,
  Parameters,
  Participants,
  System,
  SystemEvent,
  SystemPredicate,
  SystemProperty,
} from '../../model/system/types.ts';
import type { Assignment, Fairness, Guard, Row, Table, Value } from '../../model/table/types.ts';

/** Draws values one after the other, so that what is drawn later can depend on what was drawn before. */
type Draw = {
  readonly chance: (parts: number) => boolean;
  readonly pick: <T>(...among: readonly T[]) => T;
  readonly upTo: (most: number) => number;
};

/** What is built from a sequence of numbers: each is one choice, and zeros are the simplest. */
const drawn = <T>(build: (draw: Draw) => T): fc.Arbitrary<T> =>
  fc.noBias(fc.array(fc.nat({ max: 0xffff }), { minLength: CHOICES, maxLength: CHOICES })).map((numbers) => {
    let next = 0;
    const upTo = (most: number): number => (numbers[next++ % CHOICES] as number) % (most + 1);
    return build({
      upTo,
      chance: (parts) => upTo(parts) === parts,
      pick: (...among) => among[upTo(among.length - 1)] as (typeof among)[number],
    });
  });

/** Enough for nearly all that is built; more are drawn from the beginning again. */
const CHOICES = 500;

const times = <T>(number: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: number }, (_, at) => make(at));

const STATES = ['a', 'b', 'c'] as const;
const EVENTS = ['x', 'y'] as const;

/** A table of three states and two events, mostly with a variable and sometimes with a saved state. */
function tableOf({ pick, chance, upTo }: Draw, name: string): Table {
  const saves = chance(3);
  const guard = (): Guard => (saves && chance(2) ? { saved: pick<Value>(null, 'a') } : { n: pick<Value>(0, 1) });
  const row = (): Row => ({
    from: chance(3) ? [pick(...STATES), pick(...STATES)] : pick(...STATES),
    on: chance(4) ? [...EVENTS] : pick(...EVENTS),
    to: saves && chance(4) ? { recall: 'saved' } : pick(...STATES, 'stay'),
    ...(chance(3) && { when: guard() }),
    ...(chance(2) && { set: { n: pick<Assignment>(0, 1, { add: 1 }, { add: -1 }) } }),
    ...(saves && chance(2) && { set: { saved: { save: 'state' as const } } }),
  });
  return {
    name,
    states: {
      a: { initial: true },
      b: { ...(chance(3) && { final: true as const }), tags: ['odd'] },
      c: {
        ...(chance(2) && { final: chance(3) ? { when: { n: 1 } } : (true as const) }),
        ...(chance(5) && { initial: true as const }),
      },
    },
    events: { x: {}, y: {} },
    memory: {
      n: { range: [0, 1], initial: chance(4) ? [0, 1] : 0 },
      ...(saves && { saved: { states: ['a', 'b'] } }),
    },
    transitions: times(3 + upTo(6), row),
  };
}

/** Where a condition, an assignment or a message is written: the names that can be used there. */
type Scope = {
  /** References to instances of `p`, which follow a table and have `v` and `ref`, and to instances of `q`. */
  readonly p: readonly string[];
  readonly q: readonly string[];
  /** Parameters that are numbers 0 or 1. */
  readonly n: readonly string[];
  readonly hasChannel: boolean;
  readonly events: readonly string[];
};

type Draft = { readonly draw: Draw; readonly scope: Scope };

/** A number 0 or 1, said somehow; `owner` where it stands in the memory of an instance of `p`. */
function number({ draw: { pick, chance }, scope }: Draft, owner: boolean): Value | object {
  if (scope.n.length > 0 && chance(2)) return { parameter: pick(...scope.n) };
  if (chance(4))
    return pick(
      { memory: 's', of: 'shared' },
      { memory: 'v', of: pick(...scope.p) },
      owner ? { memory: 'v' } : { memory: 's' },
    );
  return pick(0, 1);
}

const comparison = (draft: Draft, owner: boolean): Value | object =>
  draft.draw.chance(2)
    ? { [draft.draw.pick('eq', 'ne', 'lt', 'le', 'gt', 'ge')]: number(draft, owner) }
    : number(draft, owner);

/** A condition on an instance of `p`. */
function instanceCondition(draft: Draft, depth = 1): object {
  const { pick, chance } = draft.draw;
  if (depth > 0 && chance(5)) return { not: instanceCondition(draft, depth - 1) };
  if (depth > 0 && chance(6))
    return { [pick('all', 'any')]: [instanceCondition(draft, depth - 1), instanceCondition(draft, depth - 1)] };
  return pick<() => object>(
    () => ({ state: pick<string | string[]>('a', 'b', 'c', ['a', 'c']) }),
    () => ({ v: comparison(draft, true) }),
    () => ({ n: pick<Value>(0, 1) }),
    () => ({ ref: pick<Value>(null, ...draft.scope.q) }),
    () => ({ state: pick('a', 'b'), v: number(draft, true) }),
    () => ({ tag: 'odd' }),
    () => ({ final: chance(1) }),
  )();
}

/** A condition on the system; one of a property may ask what is enabled. */
function condition(draft: Draft, kind: 'guard' | 'property', depth = 2): SystemPredicate {
  const { draw, scope } = draft;
  const { pick, chance, upTo } = draw;
  const inner = (more: Partial<Scope> = {}): SystemPredicate =>
    condition({ draw, scope: { ...scope, ...more } }, kind, depth - 1);
  const quantified = () => {
    const [of, more] = pick<[Parameters, Partial<Scope>]>(
      [{ u: 'p' }, { p: [...scope.p, 'u'] }],
      [{ u: 'p', w: 'p' }, { p: [...scope.p, 'u', 'w'] }],
      [{ u: 'q' }, { q: [...scope.q, 'u'] }],
      [{ u: 'p', w: { next: 'u' } }, { p: [...scope.p, 'u', 'w'] }],
      [{ u: { range: [0, 1] } }, { n: [...scope.n, 'u'] }],
    );
    const distinct = Object.keys(of).length > 1 && chance(1) ? { distinct: Object.keys(of) } : {};
    return { of, ...distinct, is: inner(more) };
  };
  const some: readonly (() => object)[] = [
    () => ({ [pick(...scope.p)]: instanceCondition(draft) }),
    () => ({ [pick(...scope.p)]: instanceCondition(draft) }),
    () => ({ s: comparison(draft, false) }),
    () => ({
      turn: pick<Value | object>(null, pick(...scope.p), { ne: pick(...scope.p) }, { in: [null, pick(...scope.p)] }),
    }),
    () => ({ final: chance(1) }),
    ...(scope.hasChannel ? [() => ({ c: { [pick('lt', 'ge', 'eq')]: upTo(1) } })] : []),
    ...(kind === 'property' ? [() => ({ enabled: pick<string | string[]>(...scope.events) })] : []),
    ...(depth > 0 && !scope.p.includes('u') && !scope.q.includes('u') && !scope.n.includes('u')
      ? [
          () => ({ [pick('forAll', 'exists')]: quantified() }),
          () => ({
            count: { ...quantified(), [pick('eq', 'lt', 'ge', 'ne')]: pick<Value | object>(upTo(2), { memory: 's' }) },
          }),
        ]
      : []),
    ...(depth > 0
      ? [
          () => ({ not: inner() }),
          () => ({ [pick('all', 'any')]: [inner(), inner()] }),
          () => ({ ...inner(), s: number(draft, false) }),
        ]
      : []),
  ];
  return pick(...some)() as SystemPredicate;
}

/**
 * A system event: some parameters, some who move, what is set, received and sent, and perhaps others that take part.
 */
function event(draft: Draft, sets: { readonly [set: string]: InstanceSet }, own: boolean): SystemEvent {
  const { draw, scope } = draft;
  const { pick, chance } = draw;
  const parameters: { [parameter: string]: Parameters[string] } = { i: 'p' };
  const p = ['i'];
  const q: string[] = [];
  const n: string[] = [];
  if (chance(3)) p.push('j');
  if (p.includes('j')) parameters.j = pick<Parameters[string]>('p', 'p', { next: 'i' });
  if (chance(3)) {
    parameters.k = 'q';
    q.push('k');
  }
  if (sets.link !== undefined && q.length > 0 && chance(1)) parameters.l = { link: ['i', 'k'] };
  if (chance(3) || scope.hasChannel) {
    parameters.m = { range: [0, 1] };
    n.push('m');
  }
  const inside: Draft = { draw, scope: { ...scope, p: [...scope.p, ...p], q: [...scope.q, ...q], n } };
  const movers = ['i', ...(p.length > 1 && chance(1) ? ['j'] : []), ...('l' in parameters ? ['l'] : [])];
  const moves = Object.fromEntries(
    movers.filter((each) => own || each !== 'i' || chance(1)).map((each) => [each, pick(...EVENTS)]),
  );
  const message = (): object => ({ c: { m: number(inside, false) } });
  const set = {
    ...(chance(2) && { s: pick<Value | object>(0, 1, { add: 1 }, number(inside, false)) }),
    ...(chance(3) && { turn: pick<Value>(null, ...p) }),
    ...(chance(2) && {
      [pick(...p)]: pick<object>({ v: number(inside, true) }, { v: { add: 1 } }, { ref: q.length > 0 ? 'k' : null }),
    }),
  };
  const each = (): readonly Participants[] => [
    {
      with: { z: 'p' },
      ...(chance(1) && { is: { z: instanceCondition(inside) } as SystemPredicate }),
      ...(chance(1) && { moves: { z: pick(...EVENTS) } }),
      set: { z: { v: pick<Value | { add: number }>(0, 1) } },
    },
  ];
  const hasEffect = Object.keys({ ...moves, ...set }).length > 0;
  return {
    with: parameters,
    ...(!hasEffect && { set: { s: pick(0, 1) } }),
    ...(p.length > 1 && chance(1) && { distinct: p }),
    ...(chance(3) && { when: condition(inside, 'guard') }),
    ...(Object.keys(moves).length > 0 && { moves }),
    ...(Object.keys(set).length > 0 && { set: set as NonNullable<SystemEvent['set']> }),
    ...(scope.hasChannel && chance(2) && { send: message() as NonNullable<SystemEvent['send']> }),
    ...(scope.hasChannel && chance(2) && { receive: message() as NonNullable<SystemEvent['receive']> }),
    ...(chance(3) && { each: each() }),
  };
}

function system(draw: Draw): System {
  const { pick, chance, upTo } = draw;
  const links = chance(4);
  const counted = chance(1);
  const q: InstanceSet = { count: 1 + upTo(1) };
  const sets: { readonly [set: string]: InstanceSet } = {
    p: {
      table: 't',
      ...(counted && { count: links ? 1 : 2 }),
      memory: { v: { range: [0, 1], initial: 0 }, ref: { instance: 'q' } },
      ...(chance(5) && { initial: pick<string | string[]>('a', ['a']) }),
    },
    q,
    ...(links && { link: { table: 'u', per: ['p', 'q'] } }),
  };
  const channel: Channel = {
    message: { m: { range: [0, 1] } },
    capacity: 1 + upTo(1),
    ...(chance(1) && { ordered: false }),
    ...(chance(2) && { lossy: true }),
  };
  const hasChannel = chance(2);
  const own = chance(3);
  const names = times(1 + upTo(3), (index) => `e${index}`);
  const p = counted ? times(links ? 1 : 2, (index) => `p${index + 1}`) : ['p'];
  const scope: Scope = { p, q: times(q.count as number, (index) => `q${index + 1}`), n: [], hasChannel, events: names };
  return {
    name: 'small',
    tables: [tableOf(draw, 't'), ...(links ? [tableOf(draw, 'u')] : [])],
    instances: sets,
    memory: {
      s: { range: [0, 1], initial: 0 },
      turn: { instance: 'p', ...(chance(3) && { initial: [null, pick(...p)] }) },
    },
    ...(hasChannel && { channels: { c: channel } }),
    events: Object.fromEntries(names.map((name) => [name, event({ draw, scope }, sets, own)])),
  };
}

/** Systems of two or three instances, two shared variables and perhaps a channel. */
export const smallSystem: fc.Arbitrary<System> = drawn(system);

/** The names of all that can happen in a system, to be treated fairly. */
const happenings = (of: System): readonly string[] => [
  ...eventsOf(of).map(({ name }) => name),
  ...Object.entries(of.channels ?? {}).flatMap(([name, { lossy }]) => (lossy ? [`${name}.lose`] : [])),
];

/** A property of any kind, or of one that is about infinite runs. */
function property(draw: Draw, of: System, isInfinite: boolean): SystemProperty {
  const { pick, chance } = draw;
  const forAll = pick<Parameters | undefined>(
    undefined,
    { f: 'p' },
    { f: 'p', h: 'p' },
    { f: 'p', h: { range: [0, 1] } },
  );
  const p = Object.keys(of.instances.p?.count === undefined ? { p: 0 } : {});
  const names = p.length > 0 ? p : times(of.instances.p?.count as number, (index) => `p${index + 1}`);
  const scope: Scope = {
    p: [...names, ...(forAll === undefined ? [] : ['f']), ...(forAll?.h === 'p' ? ['h'] : [])],
    q: times(of.instances.q?.count as number, (index) => `q${index + 1}`),
    n: typeof forAll?.h === 'object' ? ['h'] : [],
    hasChannel: of.channels !== undefined,
    events: happenings(of),
  };
  const is = (): SystemPredicate => condition({ draw, scope }, 'property');
  const after = chance(1) ? { after: is() } : {};
  const some = (): readonly string[] => scope.events.filter(() => chance(2));
  const fair: Fairness = { weak: some(), strong: some() };
  const infinite: readonly (() => SystemProperty)[] = [
    () => ({ eventually: is(), ...after, fair }),
    () => ({ when: is(), leadsTo: is(), fair }),
  ];
  const finite: readonly (() => SystemProperty)[] = [
    () => ({ invariant: is() }),
    () => ({ never: is(), ...after }),
    () => ({ reachable: is() }),
    () => ({ alwaysCanReach: is(), ...after }),
  ];
  return {
    ...(forAll && { forAll }),
    ...(forAll?.h === 'p' && chance(1) && { distinct: ['f', 'h'] }),
    ...pick(...(isInfinite ? infinite : finite))(),
  };
}

/** A system with properties, named by their index: the first ones of finite runs, as many others of infinite ones. */
export const systemWithProperties = (each: number): fc.Arbitrary<System> =>
  drawn((draw) => {
    const of = system(draw);
    const properties = times(2 * each, (index) => property(draw, of, index >= each));
    return { ...of, properties: Object.fromEntries(properties.map((one, index) => [`p${index}`, one])) };
  });

/** The conditions that a property of a system puts together. */
export function conditionsOf({
  label: _____,
  description: _,
  forAll: __,
  distinct: ___,
  ...property
}: SystemProperty): readonly SystemPredicate[] {
  const { fair: ____, ...conditions } = { fair: undefined, ...property };
  return Object.values(conditions);
}
