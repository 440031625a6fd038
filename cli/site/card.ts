/** What the home of a site says of a table or system. */
import type { Card } from '../../docs/site/home.ts';
import { wordsOf } from '../../docs/site/words.ts';
import type { Input } from '../../generators/artefact.ts';
import { type Worded, worded } from '../../generators/site/text.ts';
import { plainLanguage } from '../../generators/site/translation.ts';
import { instancesOf } from '../../model/system/instances.ts';
import type { Model } from '../../model/system/types.ts';
import { isSystem } from '../../model/system/types.ts';
import { calledIn } from '../../model/table/called.ts';
import type { Text } from '../../model/table/types.ts';

export function cardOf({ model, judgement, language }: Input): Card {
  const { verdicts, findings } = judgement;
  const count = (wanted: string): number =>
    verdicts.filter(({ result, ruling }) => result === wanted && ruling === undefined).length;
  const plain = plainLanguage(model);
  const said = (text: Text | undefined): Worded | undefined => worded(text, language, plain);
  return {
    name: model.name,
    title: said(model.title) ?? { text: model.name, language },
    description: said(model.description) ?? { text: sentenceOf(model, language), language },
    ...(isSystem(model)
      ? { kind: 'system', size: instancesOf(model).size }
      : { kind: 'table', size: Object.keys(model.states).length }),
    properties: {
      holds: count('holds'),
      violated: count('violated'),
      undecided: count('undecided'),
      decided: verdicts.filter(({ ruling }) => ruling !== undefined).length,
    },
    open: findings.filter(({ ruling }) => ruling === undefined).length,
  };
}

/** What can be said of a model that nobody described: how large it is, where it begins and where it ends. */
function sentenceOf(model: Model, language: string): string {
  const words = wordsOf(language);
  if (isSystem(model)) return words.systemOf(instancesOf(model).size, model.tables.length);
  const { states, events } = model;
  const those = (mark: 'initial' | 'final'): readonly string[] =>
    Object.keys(states)
      .filter((name) => states[name]?.[mark] !== undefined)
      .map((name) => calledIn(states, name, language));
  return words.lifecycleOf(Object.keys(states).length, Object.keys(events).length, those('initial'), those('final'));
}
