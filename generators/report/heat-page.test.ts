/** The page of how often everything was taken, along one run whose steps are counted by hand. */
import { expect, test } from 'vitest';
import type { Model } from '../../model/system/types.ts';
import { defineTable } from '../../model/table/define.ts';
import { replaying, type Walk } from '../../properties/random/walk.ts';
import { heatPage } from './heat-page.ts';

const door = defineTable({
  name: 'door',
  states: { closed: { initial: true, final: true }, open: {}, broken: {} },
  events: { push: {}, pull: {}, kick: { label: { en: 'kick', fr: 'coup de pied' } } },
  transitions: [
    { from: 'closed', on: 'push', to: 'open' },
    { from: 'open', on: 'pull', to: 'closed' },
    { from: 'open', on: 'kick', to: 'broken' },
  ],
});

function along(model: Model, token: string): Walk {
  const run = replaying(model, token);
  let at = run.next();
  while (!at.done) at = run.next();
  return at.value;
}

const pageOf = (model: Model, token: string, language = 'en'): string =>
  heatPage({ file: 'door.atlas.yaml', model, places: () => undefined }, along(model, token), language);

test('says of each state, row and pair of rows how often it was taken', () => {
  const page = pageOf(door, '0:push,pull,push');
  // Pairs that can follow each other: push then pull, push then kick, pull then push. The run has the first and the last.
  expect(page.replace(/```mermaid[^`]*```\n\n/, '')).toBe(`# How often everything of door was taken

| what | covered | there are |
|---|---|---|
| rows | 2 | 3 |
| states | 2 | 3 |
| configurations | 2 | 3 |
| transitions | 2 | 3 |
| pairs of rows | 2 | 3 |

| state | visited |
|---|---|
| closed | 2 |
| open | 2 |
| broken | never |

| row | from | event | to | fired | different transitions |
|---|---|---|---|---|---|
| \`transitions[0]\` | closed | push | open | 2 | 1 |
| \`transitions[1]\` | open | pull | closed | 1 | 1 |
| \`transitions[2]\` | open | kick | broken | never | 0 |

## Pairs of rows

1 pair of rows can follow each other, and never did:

- row 1 \\[transitions\\[0\\]\\] then row 3 \\[transitions\\[2\\]\\]
`);
  expect(page).toContain('s1 -.->|"kick<br/>never"| s2');
  expect(page).toContain('s0 -->|"push<br/>#215;2"| s1');
});

test('speaks the language of the labels', () => {
  const page = pageOf(door, '0:push,pull,push', 'fr');
  expect(page).toContain('| open | coup de pied | broken | jamais | 0 |');
  expect(page).toContain('s1 -.->|"coup de pied<br/>jamais"| s2');
});

test('has a part for each table of a system, over all its instances', () => {
  const doors: Model = {
    name: 'doors',
    tables: [door, { ...door, name: 'gate' }],
    instances: { front: { table: 'door', count: 2 }, gate: { table: 'gate' } },
  };
  const page = pageOf(doors, '0:front.push@front1,front.push@front2,front.pull@front1,gate.push@gate');
  const [, ofDoor = '', ofGate = ''] = page.split(/^## /m);
  expect(ofDoor).toContain('door\n\n```mermaid\n');
  expect(ofDoor).toContain('| `tables[0].transitions[0]` | closed | push | open | 2 | 2 |');
  expect(ofDoor).toContain('| `tables[0].transitions[1]` | open | pull | closed | 1 | 1 |');
  expect(ofGate).toContain('| `tables[1].transitions[0]` | closed | push | open | 1 | 1 |');
  expect(ofDoor).toContain('| broken | never |');
});
