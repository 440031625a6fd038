/** The flagship reviewed: what its article says against itself and against the table, in both forms, and that all of it is decided. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../model/import/index.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import { article } from '../../model/rescue/source.ts';
import type { Table } from '../../model/table/types.ts';
import { type Review, reviewOf, undecided } from './index.ts';

const table: Table = session;
const file = join(import.meta.dirname, '../../../shared/rescue/session-statuses.fr.txt');
const there = existsSync(file);

const keysOf = ({ findings }: Review, code: string): readonly string[] =>
  findings.filter((finding) => finding.code === code).map(({ states, labels }) => [...states, ...labels].join(' '));

/** The contradictions between the columns, counted over the hand reading without any of the review's code. */
const bySets = (column: 'next' | 'previous'): readonly string[] => {
  const arrows = (wanted: string): readonly (readonly [string, string])[] =>
    (article.claims ?? []).flatMap(({ of, names, ...claim }) =>
      claim.column !== wanted || typeof names !== 'string' ? [] : [wanted === 'next' ? [of, names] : [names, of]],
    );
  const rows = new Set((article.claims ?? []).map(({ of }) => of));
  const other = new Set(arrows(column === 'next' ? 'previous' : 'next').map((arrow) => arrow.join(' ')));
  return arrows(column)
    .filter((arrow) => rows.has(arrow[column === 'next' ? 1 : 0]) && !other.has(arrow.join(' ')))
    .map((arrow) => arrow.join(' '));
};

function imported(): Review {
  const text = readFileSync(file, 'utf8');
  const reading = readDocument({ name: 'article.txt', text });
  if ('problem' in reading) throw new Error(reading.problem);
  return reviewOf({ table, documents: [{ name: 'article.txt', text, reading }] });
}

test('the article is there where tests are run continuously', () => {
  expect(there || process.env.CI === undefined, `${file} is missing; put it beside the repository`).toBe(true);
});

describe('the article as the table restates it', () => holds(reviewOf({ table })));

describe.skipIf(!there)(`the article as it is imported (${file})`, () => {
  if (there) holds(imported());
});

/** What holds of both forms. */
function holds(review: Review): void {
  test('has every contradiction between the columns, and no other', () => {
    const [next, previous] = [bySets('next'), bySets('previous')];
    expect([next.length, previous.length]).toEqual([30, 2]);
    expect(keysOf(review, 'SA320').toSorted()).toEqual(next.toSorted());
    expect(keysOf(review, 'SA321').toSorted()).toEqual(previous.toSorted());
  });

  test('has the status without a row, the two meanings of one label, and the other wordings', () => {
    expect(keysOf(review, 'SA323')).toEqual(['aborted', 'removed']);
    expect(keysOf(review, 'SA324')).toEqual(['invitation']);
    expect(keysOf(review, 'SA325')).toEqual(['onHold waiting']);
    expect(keysOf(review, 'SA326')).toEqual(['closedByCustomer', 'removed']);
    expect(keysOf(review, 'SA327').toSorted()).toEqual([
      'incoming Incoming',
      'none',
      'onHold On Hold',
      'outgoing Outgoing',
    ]);
    expect(keysOf(review, 'SA328')).toEqual(['outgoing']);
  });

  test('tells the two meanings of one label apart mention by mention, with the reason', () => {
    const { quotes } = review.findings.find(({ code }) => code === 'SA325') as Review['findings'][number];
    const mentions = quotes.filter(({ says }) => says.startsWith('taken as '));
    const hand = (article.claims ?? [])
      .filter(({ names }) => names === 'waiting' || names === 'onHold')
      .map(({ line, names }) => `${line} ${names}`);
    expect(mentions.map(({ line, says }) => `${line} ${/^taken as (\w+): ./.exec(says)?.[1]}`)).toEqual(hand);
  });

  test('has what the table does not bear out, and what the article does not say', () => {
    expect(keysOf(review, 'SA340')).toEqual([
      'active incoming',
      'active closedByWaitingCustomer',
      'active aborted',
      'active offline',
      'waiting incoming',
    ]);
    expect(keysOf(review, 'SA341')).toEqual(['closedByTechnician']);
    expect(keysOf(review, 'SA342')).toEqual(['outgoing removed']);
    for (const code of ['SA332', 'SA343', 'SA344', 'SA345', 'SA346', 'SA347', 'SA348'])
      expect(keysOf(review, code), code).toEqual([]);
  });

  test('asks about the descriptions that speak against a list, and says where a session is stuck', () => {
    expect(keysOf(review, 'SA329')).toEqual(
      expect.arrayContaining(['active incoming', 'active outgoing', 'active closedByWaitingCustomer']),
    );
    expect(keysOf(review, 'SA330')).toEqual(['timedOut']);
    expect(keysOf(review, 'SA331')).toEqual([]);
  });

  test('shows by a run what follows if the claim about the status without a row is believed', () => {
    const finding = review.findings.find(({ code, states }) => code === 'SA340' && states.includes('aborted'));
    expect(
      finding?.consequences.map(({ if: belief, sentence, trace }) => [
        belief,
        sentence,
        trace?.steps.map(({ to }) => 'state' in to && to.state),
      ]),
    ).toEqual([
      ['believed', '“Aborted” can then be reached, which nothing else leads to', ['active', 'aborted']],
      ['believed', '“Aborted” can then be stuck', ['active', 'aborted']],
    ]);
  });

  test('leaves nothing undecided', () => {
    expect(undecided(review).map(({ code, line, message }) => `${code} ${line} ${message}`)).toEqual([]);
    expect(review.documents[0]?.agreement.filter((each) => each !== 'agrees' && each !== 'decided')).toEqual([]);
    expect(review.documents[0]?.agreement).toHaveLength(119);
  });

  test('quotes labels and cells, and no description', () => {
    for (const { quotes } of review.findings)
      for (const { text } of quotes) expect(text.length, text).toBeLessThan(160);
  });
}
