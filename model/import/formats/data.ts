/**
 * JSON and YAML as content. A list of records is a grid whose headings are the keys; so is a mapping from names to records that are alike, with the names in
 * its first column; so is a state machine; a list of lists is a grid as it is. Everything else is headings and lists.
 */
import type { Block, Content, ListItem } from '../content.ts';
import { machineIn } from './data-machine.ts';
import { type Datum, dataIn, type Mapping, type Text } from './data-tree.ts';
import { gridOf, type Placing, type RowOfCells, tooLarge } from './grid.ts';
import { MOST } from './limits.ts';
import { cellOf, itemOf, linesOn, wholeOf } from './pieces.ts';
import type { Places } from './places.ts';
import { Tape } from './tape.ts';

/** The heading of the first column of a mapping from names to records, where no key stands over the mapping. */
const NAMES = 'state';

/** The content of a JSON or YAML document. @throws {Refusal} where it is broken or beyond a limit. */
export function contentOfData(text: string, places: Places): Content {
  const blocks: Block[] = [];
  for (const datum of dataIn(text, places)) read({ places, blocks }, datum, 1);
  return { format: 'data', blocks };
}

type Reader = { readonly places: Places; readonly blocks: Block[] };

function read(reader: Reader, datum: Datum, level: number, over?: Text): void {
  const { places, blocks } = reader;
  if (datum.kind === 'text') {
    for (const line of linesOn(datum.tape, places)) blocks.push({ kind: 'paragraph', ...line });
    return;
  }
  const rows =
    datum.kind === 'list'
      ? rowsOfList(reader, datum.items)
      : (rowsOfMachine(reader, datum) ?? rowsOfMapping(reader, datum, over));
  if (rows !== undefined) {
    const grid = gridOf(places(datum.at), [rows]);
    if (grid !== undefined) blocks.push(grid);
  } else if (datum.kind === 'list') {
    const items = itemsOf(reader, datum);
    if (items.length > 0) blocks.push({ kind: 'list', ...places(datum.at), items });
  } else sections(reader, datum, level);
}

/** A mapping that is no grid: simple values are items, everything else a section under its key. */
function sections(reader: Reader, { pairs, at }: Mapping, level: number): void {
  const { places, blocks } = reader;
  let simple: Mapping['pairs'] = [];
  const flush = (): void => {
    const items = itemsOf(reader, { kind: 'mapping', at, pairs: simple });
    const [first] = simple;
    if (first !== undefined && items.length > 0) blocks.push({ kind: 'list', ...places(first.key.at), items });
    simple = [];
  };
  for (const pair of pairs) {
    if (isFlat(pair.value)) {
      simple = [...simple, pair];
      continue;
    }
    flush();
    const heading = wholeOf(pair.key.tape, places);
    if (heading !== undefined) blocks.push({ kind: 'heading', level: Math.min(level, 6), ...heading });
    read(reader, pair.value, level + 1, pair.key);
  }
  flush();
}

/** A text, or a list of texts. */
const isFlat = (datum: Datum): boolean =>
  datum.kind === 'text' || (datum.kind === 'list' && datum.items.every(({ kind }) => kind === 'text'));

function itemsOf(reader: Reader, datum: Datum): readonly ListItem[] {
  const { places } = reader;
  if (datum.kind === 'list') return datum.items.flatMap((item) => itemsOf(reader, item));
  if (datum.kind === 'text') return [itemOf(datum.tape, places, [])].filter((item) => item !== undefined);
  return datum.pairs.flatMap(({ key, value }): readonly ListItem[] => {
    const term = wholeOf(key.tape, places);
    if (term === undefined) return [];
    if (value.kind !== 'text') return [{ ...term, text: '', term, items: itemsOf(reader, value) }];
    const text = wholeOf(value.tape, places) ?? { ...term, text: '' };
    return [{ ...text, term, items: [] }];
  });
}

/** The rows of a list of records or of a list of lists; nothing where it is neither. */
function rowsOfList(reader: Reader, items: readonly Datum[]): readonly RowOfCells[] | undefined {
  const records = items.filter((item) => item.kind === 'mapping');
  if (records.length > 0 && records.length === items.length) return rowsOf(reader, records);
  const lists = items.filter((item) => item.kind === 'list');
  if (lists.length < 2 || lists.length < items.length || !lists.some((list) => list.items.length > 1)) return undefined;
  return lists.map(({ at, items: cells }) => ({
    spot: reader.places(at),
    cells: cells.map((cell) => placing(reader, cell, false)),
  }));
}

/** The rows of a state machine. @throws {Refusal} where they are too many. */
function rowsOfMachine(reader: Reader, datum: Mapping): readonly RowOfCells[] | undefined {
  const rows = machineIn(datum);
  if (rows === undefined) return undefined;
  const spot = reader.places(datum.at);
  const inside = rows.reduce((sum, [from]) => sum + (from?.kind === 'list' ? from.items.length : 1), 0);
  if (inside > MOST.places) throw tooLarge(spot);
  return rows.map((cells, index) => ({
    spot: reader.places(cells[0]?.at ?? datum.at),
    cells: cells.map((cell) => placing(reader, cell, index === 0)),
  }));
}

/** The rows of a mapping from names to records that are alike. */
function rowsOfMapping(
  reader: Reader,
  { pairs, at }: Mapping,
  over: Text | undefined,
): readonly RowOfCells[] | undefined {
  const records = pairs.flatMap(({ key, value }): readonly (Mapping & { readonly name: Text })[] => {
    if (value.kind === 'mapping') return [{ ...value, at: key.at, name: key }];
    return isBlank(value) ? [{ kind: 'mapping', at: key.at, pairs: [], name: key }] : [];
  });
  if (records.length === 0 || records.length < pairs.length || !areAlike(records)) return undefined;
  const names = new Tape();
  names.putAt(NAMES, at);
  return rowsOf(reader, records, over ?? { kind: 'text', at, tape: names });
}

const isBlank = (datum: Datum): boolean =>
  (datum.kind === 'text' && datum.tape.isBlank) || (datum.kind === 'list' && datum.items.length === 0);

/** Whether records are alike: at least one has values, none of which is a mapping; or two of them share a key. */
function areAlike(records: readonly Mapping[]): boolean {
  const all = records.flatMap(({ pairs }) => pairs);
  if (all.length === 0) return false;
  if (!all.some(({ value }) => value.kind === 'mapping')) return true;
  return new Set(all.map(({ key }) => key.tape.text)).size < all.length;
}

/** Records as rows under a row of their keys; their names, where they have some, in the first column. */
function rowsOf(
  reader: Reader,
  records: readonly (Mapping & { readonly name?: Text })[],
  names?: Text,
): readonly RowOfCells[] {
  const keys = new Map<string, Text>();
  for (const { pairs } of records)
    for (const { key } of pairs) if (!keys.has(key.tape.text)) keys.set(key.tape.text, key);
  const headings = [...(names === undefined ? [] : [names]), ...keys.values()];
  const [first] = headings;
  if (headings.length * records.length > MOST.places) throw tooLarge(reader.places(first?.at ?? 0));
  const rows = records.map(({ at, pairs, name }): RowOfCells => {
    const values = new Map(pairs.map(({ key, value }) => [key.tape.text, value]));
    const cells = [...keys.keys()].map((key) =>
      placing(reader, values.get(key) ?? { kind: 'list', at, items: [] }, false),
    );
    return { spot: reader.places(at), cells: name === undefined ? cells : [placing(reader, name, true), ...cells] };
  });
  const spot = reader.places(first?.at ?? 0);
  return [{ spot, cells: headings.map((heading) => placing(reader, heading, true)) }, ...rows];
}

function placing({ places }: Reader, datum: Datum, heading: boolean): Placing {
  const tape = new Tape();
  write(datum, tape);
  return { columns: 1, rows: 1, make: (cell) => cellOf(tape, places, { at: datum.at, heading, cell }) };
}

/** Writes a value into a cell: a line for every item, and for every key of a mapping with its value after a colon. */
function write(datum: Datum, tape: Tape): void {
  if (datum.kind === 'text') tape.put(datum.tape.text, datum.tape.offsets);
  else if (datum.kind === 'list') {
    for (const item of datum.items) {
      write(item, tape);
      tape.newline(item.at);
    }
  } else {
    for (const { key, value } of datum.pairs) {
      write(key, tape);
      tape.putAt(': ', key.at);
      write(value, tape);
      tape.newline(value.at);
    }
  }
}
