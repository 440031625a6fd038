/**
 * State machines as programs keep them: `states: {a: {on: {EVENT: 'b'}}}`, with `after` and `always`, states inside states, and a target that is a name or a record
 * with `target` and `guard` (or `cond`). They become rows of a table of transitions.
 */
import type { Datum, Mapping, Pair, Text } from './data-tree.ts';
import { Tape } from './tape.ts';

/** The columns of the rows. */
const HEADINGS = ['from', 'event', 'to', 'condition'] as const;

/**
 * The rows of a mapping from names of states to what they do, with the row of headings first and a row without a target for every state that nothing follows; nothing
 * where it is no machine.
 */
export function machineIn(states: Mapping): readonly (readonly Datum[])[] | undefined {
  const isMachine = states.pairs.some(({ value }) => mappingAt(value, 'on') !== undefined);
  const areStates = states.pairs.every(({ value }) => value.kind === 'mapping' || isBlank(value));
  if (!isMachine || !areStates) return undefined;
  const within = new Map<string, Pair>();
  const collect = ({ pairs }: Mapping): void => {
    for (const pair of pairs) {
      within.set(pair.key.tape.text, pair);
      const inner = innerOf(pair);
      if (inner !== undefined) collect(inner);
    }
  };
  collect(states);
  const rows = [...within.values()].flatMap((pair) => rowsOf(pair, within));
  const leaving = new Set(rows.flatMap(([from]) => (from?.kind === 'list' ? from.items : [])));
  const ends = states.pairs.flatMap(leavesOf).filter((leaf) => !leaving.has(leaf));
  const ending = ends.map((leaf): readonly Datum[] => [leaf, ...HEADINGS.slice(1).map(() => textAt('', leaf.at))]);
  return [HEADINGS.map((heading) => textAt(heading, states.at)), ...rows, ...ending];
}

const textAt = (text: string, at: number): Text => {
  const tape = new Tape();
  tape.putAt(text, at);
  return { kind: 'text', at, tape };
};

const isBlank = (datum: Datum): boolean => datum.kind === 'text' && datum.tape.isBlank;

const valueAt = (datum: Datum | undefined, key: string): Datum | undefined =>
  datum?.kind === 'mapping' ? datum.pairs.find((pair) => pair.key.tape.text === key)?.value : undefined;

const mappingAt = (datum: Datum | undefined, key: string): Mapping | undefined => {
  const value = valueAt(datum, key);
  return value?.kind === 'mapping' ? value : undefined;
};

/** The states inside a state. Regions beside each other stay one state. */
const innerOf = ({ value }: Pair): Mapping | undefined => {
  const type = valueAt(value, 'type');
  return type?.kind === 'text' && type.tape.text === 'parallel' ? undefined : mappingAt(value, 'states');
};

const leavesOf = (pair: Pair): readonly Text[] => {
  const inner = innerOf(pair);
  return inner === undefined ? [pair.key] : inner.pairs.flatMap(leavesOf);
};

/** What is entered with a state: the initial one of those inside it. */
function entered(target: Text, within: ReadonlyMap<string, Pair>, seen: ReadonlySet<string> = new Set()): Text {
  const pair = within.get(target.tape.text);
  const first = pair && innerOf(pair) && valueAt(pair.value, 'initial');
  if (first?.kind !== 'text' || seen.has(target.tape.text)) return target;
  return entered(first, within, new Set([...seen, target.tape.text]));
}

/** The rows of one state, one for each target. */
function rowsOf(pair: Pair, within: ReadonlyMap<string, Pair>): readonly (readonly Datum[])[] {
  const { key, value } = pair;
  const none = textAt('', key.at);
  const from: Datum = { kind: 'list', at: key.at, items: leavesOf(pair) };
  const goes = (targets: Datum, event: Text, told: Text): readonly (readonly Datum[])[] => {
    const all = targets.kind === 'list' ? targets.items : [targets];
    return all.flatMap((each) => {
      const to = each.kind === 'text' ? each : valueAt(each, 'target');
      const guard = valueAt(each, 'guard') ?? valueAt(each, 'cond');
      if (to?.kind !== 'text' || to.tape.isBlank) return [];
      const conditions = [told, ...(guard === undefined ? [] : [guard])].filter((condition) => !isBlank(condition));
      return [[from, event, entered(to, within), { kind: 'list', at: each.at, items: conditions } as const]];
    });
  };
  return [
    ...(mappingAt(value, 'on')?.pairs ?? []).flatMap((on) => goes(on.value, on.key, none)),
    ...(mappingAt(value, 'after')?.pairs ?? []).flatMap((on) =>
      goes(on.value, none, textAt(`after ${on.key.tape.text}`, on.key.at)),
    ),
    ...goes(valueAt(value, 'always') ?? none, none, none),
  ];
}
