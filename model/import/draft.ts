/** From readings to the draft of a table: what the documents say, with every open question at its place. Nothing in it is more than they say. */
import type { Path } from '../table/diagnostic.ts';
import type { Claim, Event, Row, Source, State, Table, Text } from '../table/types.ts';
import { type DraftArrow, draftArrows } from './draft-arrows.ts';
import { type DraftState, type JoinedStates, joinedStates, uniqueName } from './draft-states.ts';
import { plain, slug } from './text.ts';
import type { DocumentClaim, Reading } from './types.ts';

/** Something that the owner of the table should decide, and where in the table. */
export type Question = { readonly path: Path; readonly text: string };

/** A table that can be checked, and what is open in it. */
export type Draft = { readonly table: Table; readonly questions: readonly Question[] };

/** Why documents give no table. */
export type NoDraft = { readonly problem: string; readonly remedy: string };

/** The draft of a table from one document, or from several that describe one lifecycle. */
export function draftOf(readings: readonly Reading[]): Draft | NoDraft {
  const [first] = readings;
  if (first === undefined || readings.every(({ states }) => states.length === 0))
    return { problem: 'no state is named', remedy: 'Give a document with a table, a list or a diagram of states.' };
  const joined = joinedStates(readings);
  if ('stranger' in joined) {
    const { stranger, common, of } = joined;
    return {
      problem: `${stranger.document} has ${common} of ${of} labels in common with the documents before it, so it describes another lifecycle or is in another language`,
      remedy: 'Write a draft of each by itself.',
    };
  }
  const questions: Question[] = [];
  const sourceNames = namesOfSources(readings);
  const arrows = draftArrows(readings, joined.names, sourceNames);
  const { events, rows } = rowsOf(readings, arrows, questions);
  const table: Table = {
    name: slug(baseOf(first.document)),
    title: { [first.language]: baseOf(first.document) },
    states: statesIn(readings, joined, arrows, questions),
    events,
    transitions: rows,
    sources: Object.fromEntries(
      readings.map((reading, at) => [
        sourceNames[at] as string,
        sourceOf(reading, sourceNames[at] as string, joined.names[at] as ReadonlyMap<string, string>, questions),
      ]),
    ),
  };
  if (rows.length === 0)
    questions.push({
      path: ['transitions'],
      text: 'no document says how one state becomes another, so there is no row',
    });
  return { table, questions };
}

/** The file name of a document, without its folder and its ending. */
function baseOf(document: string): string {
  const name = (document.split(/[\\/]/).at(-1) as string).replace(/(?<=.)\.\w+$/, '');
  return name === '-' || name.trim() === '' ? 'lifecycle' : name;
}

function namesOfSources(readings: readonly Reading[]): readonly string[] {
  const taken = new Set<string>();
  return readings.map(({ document }) => uniqueName(slug(baseOf(document)), taken));
}

const textOf = (words: ReadonlyMap<string, string>): Text => Object.fromEntries(words);

/** What is said of how a state begins or ends. */
type End = {
  readonly key: 'initial' | 'final';
  /** States of which a document says that there is none before, or after. */
  readonly said: ReadonlySet<string>;
  /** States that an arrow leads to, or leaves. */
  readonly contradicting: ReadonlySet<string>;
  readonly words: readonly [said: string, contradicted: string, guessed: string];
};

function statesIn(
  readings: readonly Reading[],
  { states, names }: JoinedStates,
  arrows: readonly DraftArrow[],
  questions: Question[],
): Table['states'] {
  const none = (end: 'from' | 'to'): ReadonlySet<string> =>
    new Set(
      readings.flatMap(({ claims }, at) =>
        claims.flatMap((claim) => {
          const other = claim[end === 'from' ? 'to' : 'from'];
          return claim[end] === null && other !== null ? [names[at]?.get(other) as string] : [];
        }),
      ),
    );
  const ends: readonly End[] = [
    {
      key: 'initial',
      said: none('from'),
      contradicting: new Set(arrows.flatMap(({ from, to }) => (from === to ? [] : [to]))),
      words: ['nothing comes before this state', 'arrows lead to it', 'nothing leads to this state'],
    },
    {
      key: 'final',
      said: none('to'),
      contradicting: new Set(arrows.flatMap(({ from, to }) => (from === to ? [] : [from]))),
      words: ['nothing follows this state', 'arrows leave it', 'nothing leaves this state'],
    },
  ];
  const marked = ends.map(({ key, said, contradicting }): ReadonlySet<string> => {
    if (said.size > 0) return said;
    const all = arrows.length === 0 ? [] : states.filter(({ name }) => !contradicting.has(name));
    return new Set(
      all.length === 0 && key === 'initial' ? [(states[0] as DraftState).name] : all.map(({ name }) => name),
    );
  });
  for (const { name } of states)
    ends.forEach(({ key, said, contradicting, words }, index) => {
      if (!marked[index]?.has(name)) {
        if (!contradicting.has(name) && arrows.length > 0)
          questions.push({ path: ['states', name], text: `${words[2]}: is it ${key}?` });
        return;
      }
      if (said.has(name) && contradicting.has(name))
        questions.push({ path: ['states', name], text: `a document says that ${words[0]}, and ${words[1]}` });
      else if (!said.has(name))
        questions.push({
          path: ['states', name],
          text:
            contradicting.has(name) || arrows.length === 0
              ? `${key} is a guess: it is the first state of the document`
              : `${key} is a guess: ${words[2]}`,
        });
    });
  readings.forEach((reading, at) => {
    const onLine = Map.groupBy(reading.states, ({ line }) => line);
    for (const { code, message, line } of reading.findings) {
      const there = onLine.get(line) ?? [];
      const named = there.find(({ label }) => message.includes(label)) ?? there[0];
      const path = named === undefined ? ['states'] : ['states', names[at]?.get(named.id) as string];
      questions.push({ path, text: `${code} ${message} (${reading.document}:${line})` });
    }
  });
  return Object.fromEntries(
    states.map(({ name, label, description }): [string, State] => [
      name,
      {
        label: textOf(label),
        ...(description.size > 0 && { description: textOf(description) }),
        ...(marked[0]?.has(name) && { initial: true as const }),
        ...(marked[1]?.has(name) && { final: true as const }),
      },
    ]),
  );
}

/** One row for each arrow and event. An arrow without an event gets one named after the state it leads to. */
function rowsOf(
  readings: readonly Reading[],
  arrows: readonly DraftArrow[],
  questions: Question[],
): { readonly events: Table['events']; readonly rows: readonly Row[] } {
  const taken = new Set<string>();
  const events = new Map<string, Event>();
  const named = new Map<string, string>();
  for (const { language, claims } of readings)
    for (const { event } of claims) {
      if (event === undefined || named.has(plain(event))) continue;
      const name = uniqueName(slug(event), taken);
      named.set(plain(event), name);
      events.set(name, { label: { [language]: event } });
    }
  const invented = new Map<string, string>();
  const inventedFor = (to: string): string => {
    const name = invented.get(to) ?? uniqueName(`to-${to}`, taken);
    if (!invented.has(to)) {
      invented.set(to, name);
      events.set(name, {});
      questions.push({
        path: ['events', name],
        text: `no document names what leads to ${to}: give the event its name`,
      });
    }
    return name;
  };
  const rows: Row[] = [];
  for (const { from, to, events: words, cites, doubts } of arrows)
    for (const on of words.length === 0 ? [inventedFor(to)] : words.map((event) => named.get(plain(event)) as string)) {
      for (const text of doubts) questions.push({ path: ['transitions', rows.length], text });
      rows.push({ from, on, to, cites });
    }
  return { events: Object.fromEntries(events), rows };
}

/** A claim as the table restates it; nothing where it names no state at all. */
function claimOf(
  { line, column_kind, from, to, text, condition }: DocumentClaim,
  names: ReadonlyMap<string, string>,
  language: string,
): Claim | undefined {
  const isPrevious = column_kind === 'previous' || from === null;
  const [of, other] = isPrevious && to !== null ? [to, from] : [from, to];
  if (of === null) return undefined;
  return {
    line,
    column: isPrevious && to !== null ? 'previous' : 'next',
    of: names.get(of) as string,
    names: other === null ? null : (names.get(other) as string),
    text,
    ...(condition !== undefined && { condition: { [language]: condition } }),
  };
}

function sourceOf(
  { document, language, claims, ambiguities }: Reading,
  source: string,
  names: ReadonlyMap<string, string>,
  questions: Question[],
): Source {
  const restated: Claim[] = [];
  const placeOf = ({ line, column }: { readonly line: number; readonly column: number }): string => `${line} ${column}`;
  const open = Map.groupBy(ambiguities, placeOf);
  const told = new Set<string>();
  for (const claim of claims) {
    const made = claimOf(claim, names, language);
    if (made === undefined) continue;
    const place = placeOf(claim);
    const path = ['sources', source, 'claims', restated.length];
    if (!told.has(place)) for (const each of open.get(place) ?? []) questions.push({ path, text: wordsOf(each) });
    if (claim.confidence < 1 && !open.has(place))
      questions.push({ path, text: `sure to ${claim.confidence} only: is this the state that is meant?` });
    told.add(place);
    restated.push(made);
  }
  for (const each of ambiguities)
    if (!told.has(placeOf(each)))
      questions.push({ path: ['sources', source], text: `line ${each.line}: ${wordsOf(each)}` });
  return {
    title: baseOf(document),
    ...(document !== '-' && { location: document }),
    language,
    claims: restated,
  };
}

const wordsOf = ({ text, chosen, instead }: Reading['ambiguities'][number]): string =>
  `“${text}”: ${chosen}; ${instead.map(({ reading, consequence }) => `or ${reading} (${consequence})`).join('; ')}`;
