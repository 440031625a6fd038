import { expect, test } from 'vitest';
import type { System } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import { edgesOf, edgeText } from './edges.ts';
import { laneDiagram } from './lanes.ts';
import { heldText } from './names.ts';
import { sequence } from './sequence-diagram.ts';

const phone: Table = {
  name: 'phone',
  states: {
    idle: { initial: true, label: { fr: 'Libre' } },
    free: { label: { fr: 'Libre' } },
    busy: { label: { fr: 'Occupé' } },
  },
  events: { ring: { label: { fr: 'sonne' } } },
  memory: {
    kind: { values: ['none', 'own'], initial: 'none', labels: { own: { fr: 'propre' } }, label: { fr: 'sorte' } },
    before: { states: ['idle', 'busy'], label: { fr: 'avant' } },
    taken: { flag: true, label: { fr: 'pris' } },
  },
  transitions: [
    { from: 'idle', on: 'ring', to: 'busy', when: { kind: { ne: 'own' }, before: 'idle', taken: false } },
    { from: 'busy', on: 'ring', to: 'idle', when: { before: null } },
  ],
};

const start = { state: 'idle', memory: { kind: 'none', before: null, taken: false } };
const rung = { state: 'busy', memory: { kind: 'own', before: 'idle', taken: true } };

const plain = (text: string): string =>
  text.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll('\u00a0', ' ');

const notesIn = (source: string): readonly string[] =>
  plain(source)
    .split('\n')
    .filter((line) => /Note over/.test(line))
    .map((line) => line.trim());

test('a guard calls variables, values and states by their labels, in the language of the diagram or the one that there is', () => {
  const guards = (language: string): readonly string[] =>
    edgesOf(phone).map((edge) => plain(edgeText(phone, edge, language)));
  expect(guards('fr')).toEqual([
    'sonne [sorte ≠ propre et avant = Libre (idle) et pris : non]',
    'sonne [avant = vide]',
  ]);
  expect(guards('en')).toEqual([
    'sonne [sorte ≠ propre and avant = Libre (idle) and not pris]',
    'sonne [avant = unset]',
  ]);
});

test('a variable without a declaration, and a value with an empty label, are told as they are', () => {
  const table: Table = {
    ...phone,
    memory: { kind: { values: ['own'], initial: 'own', labels: { own: { fr: ' ' } } } },
  };
  expect([heldText(table, 'kind', 'own', 'fr'), heldText(table, 'toString', 2, 'fr')]).toEqual([
    'kind = own',
    'toString = 2',
  ]);
});

test('the notes of a trace give each variable a line, by its label', () => {
  const step = { event: 'ring', rows: [{ index: 0 }], to: rung };
  const trace = { initial: start, steps: [step] } as unknown as Parameters<typeof sequence>[3];
  const { source } = sequence({ model: phone, language: 'fr', places: () => undefined }, 'trace', 'une', trace);
  expect(notesIn(source)).toEqual([
    'Note over t: Libre (idle)<br/>sorte = none<br/>avant = vide<br/>pris : non',
    'Note over t: Occupé<br/>sorte = propre<br/>avant = Libre (idle)<br/>pris : oui',
  ]);
});

test('the lanes of a system call by labels what its tables, its sets and the system itself remember', () => {
  const system: System = {
    name: 'line',
    tables: [phone],
    instances: {
      phone: {
        table: 'phone',
        count: 2,
        memory: { held: { flag: true, label: { fr: 'retenu' } } },
        label: { fr: 'Poste' },
      },
    },
    memory: { calls: { range: [0, 1], initial: 0, label: { fr: 'nombre' } } },
    events: {},
  };
  const local = (memory: object) => ({ state: 'idle', memory: { ...start.memory, held: false, ...memory } });
  const at = (memory: object, calls: number) => ({
    instances: { phone1: local(memory), phone2: local({}) },
    memory: { calls },
    channels: {},
  });
  const to = at({ kind: 'own', held: true }, 1);
  const step = {
    event: 'phone.ring',
    rows: [
      { index: 0, instance: 'phone1' },
      { index: 0, instance: 'phone2' },
    ],
    to,
  };
  const trace = { initial: at({}, 0), steps: [step] } as unknown as Parameters<typeof laneDiagram>[3];
  const { source } = laneDiagram({ model: system, language: 'fr', places: () => undefined }, 'trace', 'une', trace);
  expect(notesIn(source)).toEqual([
    'Note over i0,i1: chaque Poste: Libre (idle), sorte = none<br/>nombre = 0',
    'Note over i0: sorte = propre<br/>retenu : oui',
    'Note over i0,i1: nombre = 1',
  ]);
});
