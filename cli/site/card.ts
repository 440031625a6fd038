/** What the home of a site says of a table or system. */
import type { Card } from '../../docs/site/home.ts';
import type { Input } from '../../generators/artefact.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem } from '../../model/system/types.ts';
import { textIn } from '../../model/table/text.ts';

export function cardOf({ model, judgement, language }: Input): Card {
  const { verdicts, findings } = judgement;
  const count = (wanted: string): number =>
    verdicts.filter(({ result, ruling }) => result === wanted && ruling === undefined).length;
  return {
    name: model.name,
    title: textIn(model.title ?? model.name, language),
    description: textIn(model.description ?? '', language),
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
