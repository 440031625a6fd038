/** The machine's reading of the flagship's article against the hand reading, which was made before any program read it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, rows } from '../rescue/source.ts';
import { foundInText } from './flat.ts';
import { reading } from './reading.ts';
import { plain } from './text.ts';
import type { Found, Reading } from './types.ts';

const file = join(import.meta.dirname, '../../../shared/rescue/session-statuses.fr.txt');
const there = existsSync(file);

test('the article is there where tests are run continuously', () => {
  expect(there || process.env.CI === undefined, `${file} is missing; put it beside the repository`).toBe(true);
});

describe.skipIf(!there)(`the article (${file})`, () => {
  const text = there ? readFileSync(file, 'utf8') : '';
  const found = foundInText(text) as Found;
  const read: Reading | undefined = there ? reading({ name: 'article', text }, found, 'text') : undefined;

  test('has the rows that the hand reading has, at their lines', () => {
    expect(found.entries.map(({ label }) => [label.line, label.text])).toEqual(
      rows.map(({ line, label }) => [line, label]),
    );
  });

  test('claims what the hand reading claims, but for three mentions that could be either row of one label', () => {
    const rowless = new Map([
      ['Avorté', 'aborted'],
      ["Supprimé de la file d'attente TC", 'removed'],
      ['Supprimé de la file d’attente de la CA', 'removed'],
    ]);
    const nameOf = new Map(
      read?.states.map(({ id, label }, index) => [id, rows[index]?.state ?? rowless.get(label) ?? label]),
    );
    const said = (line: number, column: string, of: string, names: string | null): string =>
      `${line} ${column} of ${of}: ${names ?? 'none'}`;
    const machine = (read?.claims ?? []).map(({ line, column_kind, from, to }) => {
      const [of, names] = column_kind === 'previous' ? [to, from] : [from, to];
      return said(line, column_kind, nameOf.get(of ?? '') ?? '?', names === null ? null : (nameOf.get(names) ?? '?'));
    });
    const hand = (article.claims ?? []).flatMap(({ line, column, of, names }) =>
      column === 'description' || names === undefined ? [] : [said(line, column, of, names)],
    );
    const apart = (one: readonly string[], other: readonly string[]): readonly string[] =>
      one.filter((each) => !other.includes(each));
    expect(machine).toHaveLength(119);
    expect(apart(machine, hand)).toEqual([
      '99 previous of rebooting: waiting',
      '100 previous of rebooting: onHold',
      '122 previous of timedOut: onHold',
    ]);
  });

  test('says where it could be read otherwise, and what it did not read', () => {
    const doubted = new Set(read?.ambiguities.map(({ line }) => line));
    for (const line of [11, 14, 99, 100, 122]) expect(doubted).toContain(line);
    expect(read?.findings.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'SA302 135',
      'SA303 21',
      'SA303 54',
      'SA303 68',
      'SA304 94',
      'SA305 127',
    ]);
  });

  test('is read by rules alone: none of its bullets stands in the importer', () => {
    const bullets = text.split('\n').flatMap((line) => /•\s*(.{6,})/.exec(line)?.[1] ?? []);
    expect(bullets.length).toBeGreaterThan(50);
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !/\.(test|prop)\.ts$|testing\.ts$/.test(name),
    );
    expect(sources).toContain('flat.ts');
    const code = plain(sources.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n'));
    for (const bullet of bullets) expect(code).not.toContain(plain(bullet));
  });
});
