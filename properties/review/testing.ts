/** Small documents in Markdown for tests of reviews. For tests only. */
import { type Reading, readDocument } from '../../model/import/index.ts';
import { readModel } from '../../model/system/read.ts';
import type { Table } from '../../model/table/types.ts';
import { isAbout, type Review, type ReviewRequest, reviewOf } from './index.ts';

/** Reads a Markdown table. */
export function readingOf(text: string, name = 'document.md'): Reading {
  const read = readDocument({ name, text });
  if ('problem' in read) throw new Error(read.problem);
  return read;
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

/** The review of several documents in Markdown; the first is `document.md`, the others are numbered. */
export const reviewOfTexts = (texts: readonly string[], request: ReviewRequest = {}): Review =>
  reviewOf({
    ...request,
    documents: texts.map((text, index) => {
      const name = index === 0 ? 'document.md' : `document-${index + 1}.md`;
      return { name, text, reading: readingOf(text, name) };
    }),
  });

/** The review of Markdown as the command line does it: read where it is about the table, and prose always. */
export function reviewOfProse(text: string, table: Table, name = 'document.md'): Review {
  const reading = readDocument({ name, text });
  const documents = 'problem' in reading || !isAbout(table, { name, text }, reading) ? [] : [{ name, text, reading }];
  return reviewOf({ table, documents, prose: [{ name, text }] });
}

/** What findings say that they are about: code, states, labels, events. */
export const subjectsOf = ({ findings }: Pick<Review, 'findings'>): readonly string[] =>
  findings.map(({ code, states, labels, events }) => [code, ...states, ...labels, ...events].join(' '));
