/** Language editions of one document against each other: labels that collapse, and labels that were left in the other language. */
import { plain, wordsOf } from '../../model/import/text.ts';
import { type Draft, grouped } from './draft.ts';
import { claimQuote, type Held, placeOf, rowPlace, subjectOf } from './held.ts';
import { areEditions, type Common } from './pair-states.ts';
import { say } from './words/index.ts';

const rowsOf = (held: Held) => [...held.states.values()].filter(({ id }) => held.rows.has(id));

/** The rows of one edition by the keys of their states. */
const rowsByKey = (held: Held, { keys }: Common) =>
  new Map(rowsOf(held).map((row) => [keys.get(held)?.get(row.id) ?? '', row]));

/** What is found in pairs of documents in different languages. Untranslated labels are asked for without a table only: with one they are SA327. */
export function editionsOf(all: readonly Held[], common: Common, hasTable: boolean): readonly Draft[] {
  return all.flatMap((held) => {
    const others = all.filter((each) => areEditions(each, held));
    return others.flatMap((other) => [
      ...collapsed(held, other, common),
      ...(hasTable ? [] : untranslated(held, other, common)),
    ]);
  });
}

/** SA370. Rows of one label here that the other edition calls differently. */
function collapsed(held: Held, other: Held, common: Common): readonly Draft[] {
  const theirs = rowsByKey(other, common);
  const own = common.keys.get(held);
  return grouped(rowsOf(held), ({ label }) => plain(label)).flatMap((same): readonly Draft[] => {
    const pairs = same.flatMap((row) => theirs.get(own?.get(row.id) ?? '') ?? []);
    const labels = [...new Map(pairs.map(({ label }) => [plain(label), label])).values()];
    if (same.length < 2 || labels.length < 2) return [];
    const [{ id, label }] = same;
    const { document, line, column } = rowPlace(held, id);
    return [
      {
        code: 'SA370',
        ...{ document, line, column },
        ...subjectOf(
          held,
          same.map((row) => row.id),
        ),
        events: [],
        message: say('collapsed', label, same.length, held.name, other.name, labels),
        quotes: [...same.map((row) => rowPlace(held, row.id)), ...pairs.map((row) => rowPlace(other, row.id))],
        consequences: [],
        remedies: [say('ownLabelsIn', held.language)],
        claims: [],
      },
    ];
  });
}

/** SA371. Cells here that name a state as the other edition does, where this edition has a label of its own for its row. */
function untranslated(held: Held, other: Held, { keys }: Common): readonly Draft[] {
  const own = new Set(rowsOf(held).map(({ label }) => plain(label)));
  const theirs = new Map(rowsOf(other).map((row) => [plain(row.label), row]));
  const rows = new Map(rowsOf(held).map((row) => [keys.get(held)?.get(row.id), row]));
  return [...held.states.values()].flatMap((state): readonly Draft[] => {
    const row = held.rows.has(state.id) ? undefined : theirs.get(plain(state.label));
    const claims = held.naming(state.id);
    const [claim] = claims;
    if (row === undefined || claim === undefined || own.has(plain(state.label))) return [];
    if (wordsOf(state.label).length === 0) return [];
    const meant = rows.get(keys.get(other)?.get(row.id));
    return [
      {
        code: 'SA371',
        ...placeOf(claim),
        ...subjectOf(held, [state.id, ...(meant === undefined ? [] : [meant.id])]),
        events: [],
        message: say('untranslated', state.label, other.language, meant?.label),
        quotes: [...claims.map((each) => claimQuote(held, each)), rowPlace(other, row.id)],
        consequences: [],
        remedies: [say('sayInLanguage', held.language, meant?.label)],
        claims,
      },
    ];
  });
}

const ONE_SIDED: readonly string[] = ['SA320', 'SA321'];

/** Whether what one document alone shows has a cause that its editions together tell better. */
export const toldByEditions = (drafts: readonly Draft[], { code, document, line, labels, claims }: Draft): boolean =>
  drafts.some((draft) => {
    if (draft.document !== document) return false;
    if (draft.code === 'SA370') return code === 'SA325' && draft.line === line;
    if (draft.code !== 'SA371') return false;
    const [foreign = '', meant = ''] = draft.labels;
    if (code === 'SA323') return labels.includes(foreign);
    if (!labels.includes(meant)) return false;
    const rows = new Set(draft.claims.map(({ of }) => of));
    return code === 'SA324' || (ONE_SIDED.includes(code) && claims.some(({ names }) => rows.has(names ?? undefined)));
  });
