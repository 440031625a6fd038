/** The states of a draft: those of its documents, joined where they are the same, with names that the table language takes. */
import { RESERVED_VARIABLES, STAY } from '../table/types.ts';
import { plain } from './text.ts';
import type { Reading } from './types.ts';

/** A state of a draft: its name, and what each language says of it. */
export type DraftState = {
  readonly name: string;
  readonly label: Map<string, string>;
  readonly description: Map<string, string>;
};

/** The states of all documents, and for each document the name of each of its states. */
export type JoinedStates = {
  readonly states: readonly DraftState[];
  readonly names: readonly ReadonlyMap<string, string>[];
};

/** Documents that have less of their labels in common do not describe one lifecycle. */
const COMMON = 0.5;

const RESERVED: ReadonlySet<string> = new Set([STAY, ...RESERVED_VARIABLES]);

/** A name that is not taken yet: the wanted one, or the same with a number. Remembers it as taken. */
export function uniqueName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name) || RESERVED.has(name); count++) name = `${wanted}-${count}`;
  taken.add(name);
  return name;
}

/** How many labels two documents have in common, of those of the shorter one. */
function inCommon(labels: ReadonlySet<string>, { states }: Reading): readonly [common: number, of: number] {
  const own = new Set(states.map(({ label }) => plain(label)));
  return [[...own].filter((label) => labels.has(label)).length, Math.min(own.size, labels.size)];
}

/** Joins the states of documents that describe one lifecycle. Gives the document that does not, with what it shares, where there is one. */
export function joinedStates(
  readings: readonly Reading[],
): JoinedStates | { readonly stranger: Reading; readonly common: number; readonly of: number } {
  const states: DraftState[] = [];
  const names: Map<string, string>[] = [];
  const taken = new Set<string>();
  const known = new Set<string>();
  /** States by the identifier that a document gives them, and those that are the only one with their label. */
  const byId = new Map<string, DraftState>();
  for (const reading of readings) {
    if (names.length > 0) {
      const [common, of] = inCommon(known, reading);
      if (common < COMMON * of) return { stranger: reading, common, of };
    }
    const byLabel = Map.groupBy(states, ({ label }) => plain([...label.values()][0] as string));
    const own = Map.groupBy(reading.states, ({ label }) => plain(label));
    const used = new Set<DraftState>();
    const mine = new Map<string, string>();
    for (const { id, label, descriptions } of reading.states) {
      const same = byLabel.get(plain(label)) ?? [];
      const only = same.length === 1 && own.get(plain(label))?.length === 1 ? same[0] : undefined;
      const found = names.length === 0 ? undefined : (only ?? byId.get(id));
      const state =
        found !== undefined && !used.has(found)
          ? found
          : { name: uniqueName(id, taken), label: new Map<string, string>(), description: new Map<string, string>() };
      if (state !== found) states.push(state);
      used.add(state);
      if (!state.label.has(reading.language)) state.label.set(reading.language, label);
      const words = descriptions.join(' ');
      if (words !== '' && !state.description.has(reading.language)) state.description.set(reading.language, words);
      mine.set(id, state.name);
    }
    const byName = new Map(states.map((state) => [state.name, state]));
    for (const { id, label } of reading.states) {
      known.add(plain(label));
      if (!byId.has(id)) byId.set(id, byName.get(mine.get(id) as string) as DraftState);
    }
    names.push(mine);
  }
  return { states, names };
}
