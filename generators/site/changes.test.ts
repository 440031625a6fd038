import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import { finish } from '../../model/explore/work.ts';
import type { Table } from '../../model/table/types.ts';
import { differing } from '../../properties/difference/index.ts';
import { judge } from '../../properties/judge/index.ts';
import { made, markdownOf, pageAt } from './testing.ts';

const door: Table = {
  name: 'door',
  states: { open: { initial: true, label: { en: 'Open', fr: 'Ouverte' } }, shut: {} },
  events: { push: {} },
  transitions: [{ from: 'open', on: 'push', to: 'shut' }],
  properties: {
    'it can be shut': { reachable: { state: 'shut' }, label: { fr: 'on peut la fermer' } },
    'it can be open': { reachable: { state: 'open' } },
  },
};
const old: Table = {
  ...door,
  transitions: [{ from: 'shut', on: 'push', to: 'open' }],
  properties: {
    'it can be shut': { reachable: { state: 'shut' } },
    'it <b>stays</b> open': { invariant: { state: 'open' } },
  },
};

const version = (model: Table) => {
  const graph = exploreModel(model);
  return { model, graph, judgement: judge(model, graph) };
};

/** The lines on verdicts of the page of changes from the old door to the new one. */
function verdicts(language: string): readonly string[] {
  const difference = finish(differing(version(old), version(door)));
  const source = (model: Table) => ({ model, file: 'door.yaml', places: () => undefined });
  const compared = { old: source(old), new: source(door), difference };
  const page = pageAt(made(door, language, { changes: [{ from: { name: 'v1' }, compared }] }), 'door/changes');
  return markdownOf(page).split('**verdicts**')[1]?.trim().split('\n') ?? [];
}

test('names of properties are in the language of the page where any version has them in it, and marked elsewhere', () => {
  expect(verdicts('en')).toEqual([
    '- **~** “it can be shut”: violated → holds',
    '- **−** “it &#60;b&#62;stays&#60;/b&#62; open”: holds',
    '- **+** “it can be open”: holds',
  ]);
  const untranslated = (name: string): string =>
    `«\u00a0<span lang="en">${name}</span> <small>(non traduit)</small>\u00a0»`;
  expect(verdicts('fr')).toEqual([
    '- **~** «\u00a0on peut la fermer\u00a0»\u00a0: violée → vérifiée',
    `- **−** ${untranslated('it &#60;b&#62;stays&#60;/b&#62; open')}\u00a0: vérifiée`,
    `- **+** ${untranslated('it can be open')}\u00a0: vérifiée`,
  ]);
});
