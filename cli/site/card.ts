/** What the home of a site says of a table or system. */
import type { Card } from '../../docs/site/home.ts';
import type { Input } from '../../generators/artefact.ts';
import { plainLanguage } from '../../generators/site/context.ts';
import { type Worded, worded } from '../../generators/site/text.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem } from '../../model/system/types.ts';
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
    description: said(model.description) ?? { text: '', language },
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
