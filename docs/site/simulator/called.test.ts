import { expect, test } from 'vitest';
import { session } from '../../../model/rescue/session.atlas.ts';
import type { System } from '../../../model/system/types.ts';
import { placeText } from './arrival.ts';
import { calledIn } from './called.ts';
import { placeOf, runOf, worldOf } from './run.ts';

const kind = { values: ['none', 'system'], initial: 'none', labels: { none: { fr: 'aucun' } } } as const;

const line: System = {
  name: 'line',
  tables: [
    {
      name: 'phone',
      states: { idle: { initial: true } },
      events: {},
      memory: { muted: { flag: true } },
      transitions: [],
    },
  ],
  instances: { one: { table: 'phone', memory: { kind } } },
  memory: { shared: kind },
  events: {},
};

test('of a table, flags and values are told in the language of the page', () => {
  const world = worldOf(session);
  const { configuration } = placeOf(world, runOf(world, '0:'));
  const place = (language: string): string => placeText(configuration, calledIn(session, language));
  expect(place('en')).toBe(
    'Connecting (status before the interruption = unset, kind of time-out = none, private session = false)',
  );
  expect(place('fr')).toBe(
    'Connexion (statut avant l’interruption = vide, sorte de délai = aucun, session privée = non)',
  );
});

test('of a system, variables are those of the tables, of the instances and of the system', () => {
  const called = calledIn(line, 'fr');
  expect(called.value(true, 'muted', 'one')).toBe('oui');
  expect([called.value('none', 'kind', 'one'), called.value('system', 'kind', 'one')]).toEqual(['aucun', 'system']);
  expect([called.value('none', 'shared'), called.value(null, 'shared')]).toEqual(['aucun', 'vide']);
});
