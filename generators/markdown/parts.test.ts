import { expect, test } from 'vitest';
import { session } from '../../model/rescue/session.atlas.ts';
import { stateLink } from './parts.ts';

test('states that are called alike in a language are told apart by their names', () => {
  const links = (language: string): readonly string[] =>
    ['waiting', 'onHold', 'active'].map((state) =>
      stateLink({ model: session, language, places: () => undefined }, state, ''),
    );
  expect(links('en')).toEqual([
    '[Waiting](states/waiting.md)',
    '[On hold](states/onHold.md)',
    '[Active](states/active.md)',
  ]);
  expect(links('fr')).toEqual([
    '[En attente (waiting)](states/waiting.md)',
    '[En attente (onHold)](states/onHold.md)',
    '[Actif](states/active.md)',
  ]);
});
