import { expect, test } from 'vitest';
import type { System } from '../../../model/system/types.ts';
import type { SystemInput } from '../../artefact.ts';
import { synchronisation } from '../../mermaid/synchronisation.ts';
import { demandOf } from '../../words-system.ts';
import { made, markdownOf, pageAt } from '../testing.ts';

const line: System = {
  name: 'line',
  tables: [
    {
      name: 'phone',
      states: {
        idle: { initial: true, label: { fr: 'Libre' } },
        busy: { label: { fr: 'Libre' } },
        held: { label: { fr: 'En attente' } },
      },
      events: { ring: {} },
      memory: {
        kind: { values: ['none', 'own'], initial: 'none', labels: { own: { fr: 'propre' } }, label: { fr: 'sorte' } },
      },
      transitions: [{ from: 'idle', on: 'ring', to: 'busy' }],
    },
  ],
  instances: {
    phone: { table: 'phone', count: 2, memory: { taken: { flag: true, label: { fr: 'pris' } } } },
  },
  memory: { calls: { range: [0, 1], initial: 0, label: { fr: 'nombre' } } },
  events: {},
  properties: {
    all: {
      forAll: { p: 'phone' },
      never: { all: [{ p: { state: ['busy', 'held'], kind: 'own', taken: true } }, { calls: { ge: 1 } }] },
    },
    some: {
      reachable: { exists: { of: { q: 'phone' }, is: { q: { kind: { ne: { memory: 'kind', of: 'phone1' } } } } } },
    },
  },
};

/** What the page of properties says that each demands. */
const demands = (language: string): readonly (string | undefined)[] =>
  [...markdownOf(pageAt(made(line, language), 'line/properties')).matchAll(/^\*\*.*\*\* · (.*) · `/gm)].map(
    ([, demand]) => demand,
  );

test('demands on a system call everything by its label but instances', () => {
  expect(demands('fr').map((demand) => demand?.replaceAll('\u00a0', ' '))).toEqual([
    'pour tout phone p : jamais : \\((p dans « Libre (busy\\) » ou « En attente ») et sorte de p = propre et pris de p : oui) et nombre ≥ 1',
    'une exécution parvient à : pour au moins un phone q : sorte de q ≠ sorte de phone1',
  ]);
});

test('elsewhere they call everything by its name', () => {
  expect([demandOf(line, 'all').words, demandOf(line, 'some').words]).toEqual([
    'for every phone p: never: ((p in busy or held) and p.kind = own and p.taken) and calls ≥ 1',
    'some run comes to: for some phone q: q.kind ≠ phone1.kind',
  ]);
});

test('the page of an event and the diagram call all but instances by labels in its guard, its parameters and what it sets', () => {
  const desk: System = {
    ...line,
    instances: { phone: { ...line.instances.phone, table: 'phone', label: { fr: 'Poste' } } },
    events: {
      answer: {
        with: { p: 'phone' },
        when: { p: { kind: 'own', state: 'held' }, calls: { lt: 1 } },
        moves: { p: 'ring' },
        set: { p: { taken: true }, calls: { add: 1 } },
        each: [{ with: { q: 'phone' }, is: { q: { taken: true } }, moves: { q: 'ring' } }],
      },
    },
    properties: {},
  };
  const all = made(desk, 'fr');
  const page = markdownOf(pageAt(all, 'line/events/answer')).replaceAll('\u00a0', ' ');
  expect(page.match(/(?<=· )pour .*|^- .*/gm)).toEqual([
    'pour Poste p',
    '- \\(sorte de p = propre et p dans « En attente ») et nombre &#60; 1',
    '- chaque Poste q tel que (pris de q : oui) prend part',
  ]);
  expect(page).toContain('pris de p \\:= oui');
  const [diagram] = synchronisation(all.input as SystemInput);
  expect(diagram?.source).toContain('h0["Poste"]');
  expect(diagram?.source).toContain('nombre + 1');
});
