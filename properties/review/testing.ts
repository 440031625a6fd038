/** Small documents for tests of reviews: tables of states in Markdown, read without the readers of formats and layouts. For tests only. */
import type { Reading } from '../../model/import/index.ts';
import { reading } from '../../model/import/reading.ts';
import type { Entry, Written } from '../../model/import/types.ts';
import { readModel } from '../../model/system/read.ts';
import type { Table } from '../../model/table/types.ts';
import { type Review, type ReviewRequest, reviewOf } from './index.ts';

/** A cell of a line of a Markdown table: its items, separated by `<br>`, each at its place. */
function itemsOf(line: string, number: number, cell: number): readonly Written[] {
  const cells = line.split('|');
  const text = cells[cell] ?? '';
  let column = cells.slice(0, cell).join('|').length + 2;
  return text.split('<br>').flatMap((item) => {
    const at = column + item.length - item.trimStart().length;
    column += item.length + '<br>'.length;
    return item.trim() === '' ? [] : [{ line: number, column: at, text: item.trim() }];
  });
}

/** Reads a Markdown table whose columns are: state, description, previous, next. */
export function readingOf(text: string, name = 'document.md'): Reading {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }));
  const rows = lines.filter(({ line }) => line.startsWith('|')).slice(2);
  const entries = rows.map(({ line, number }): Entry => {
    const [label, description, previous, next] = [1, 2, 3, 4].map((cell) => itemsOf(line, number, cell));
    const deal = { description: description ?? [], previous: previous ?? [], next: next ?? [], cost: 0 };
    return { label: label?.[0] as Written, deals: [deal] };
  });
  return reading(
    { name, text },
    { layout: 'columns', declares: true, entries, arrows: [], named: [], unread: [] },
    'markdown',
  );
}

/** A table in YAML. */
export function tableOf(text: string): Table {
  const parsed = readModel(text, { file: 'table.atlas.yaml', format: 'yaml' });
  if (!parsed.ok || 'tables' in parsed.model) throw new Error(JSON.stringify(parsed));
  return parsed.model;
}

/** The review of one document in Markdown. */
export const reviewOfText = (text: string, request: ReviewRequest = {}): Review =>
  reviewOf({ ...request, documents: [{ name: 'document.md', text, reading: readingOf(text) }] });

/** What findings say that they are about: code, states, labels, events. */
export const subjectsOf = ({ findings }: Pick<Review, 'findings'>): readonly string[] =>
  findings.map(({ code, states, labels, events }) => [code, ...states, ...labels, ...events].join(' '));
