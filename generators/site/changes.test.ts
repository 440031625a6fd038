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

/** The page of changes from one version of the door to another. */
function changes(before: Table, after: Table, language: string): string {
  const difference = finish(differing(version(before), version(after)));
  const source = (model: Table) => ({ model, file: 'door.yaml', places: () => undefined });
  const compared = { old: source(before), new: source(after), difference };
  return markdownOf(pageAt(made(after, language, { changes: [{ from: { name: 'v1' }, compared }] }), 'door/changes'));
}

/** The lines on verdicts of the page of changes from the old door to the new one. */
const verdicts = (language: string): readonly string[] =>
  changes(old, door, language).split('**verdicts**')[1]?.trim().split('\n') ?? [];

test('of many changes the first are shown and all others are there, folded away', () => {
  const events = Object.fromEntries(Array.from({ length: 47 }, (_, index) => [`knock${index}`, {}]));
  const transitions = Object.keys(events).map((on) => ({ from: 'open', on, to: 'shut' }));
  const after = { ...door, events: { ...door.events, ...events }, transitions: [...door.transitions, ...transitions] };
  const [shown = '', folded = ''] = changes(door, after, 'en').split('<details><summary>And 7 more.</summary>\n\n');
  const rest = folded.split('\n\n</details>')[0]?.split('\n');
  expect(rest).toHaveLength(7);
  for (const name of Object.keys(events)) expect(`${shown}\n${folded}`).toMatch(new RegExp(`\\b${name}\\b`));
  expect(rest?.at(-1)).toContain('knock46');
});

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
