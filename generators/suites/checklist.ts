/** A suite as a checklist in Markdown, to be printed and ticked off by people who test by hand. */
import type { Model } from '../../model/system/types.ts';
import type { Suite } from '../../properties/suites/index.ts';
import { md, mdTable } from '../markdown/escape.ts';
import { outcomeOf } from './gherkin.ts';
import { labelsOf } from './labels.ts';
import { phrasesIn } from './phrases.ts';

export function checklist(model: Model, suite: Suite, language: string): string {
  const labels = labelsOf(model, language, suite.observation);
  const phrases = phrasesIn(language);
  const tests = suite.tests.map(({ name, initial, steps }) =>
    [
      `## ${phrases.test} ${name}`,
      `- [ ] ${md(`${phrases.startsIn} ${labels.configuration(initial)}`)}`,
      ...(steps.length === 0
        ? []
        : [
            mdTable(
              [phrases.step, phrases.doThis, phrases.mustSee, phrases.done],
              steps.map((step, index) => {
                const actor = labels.actor(step.event);
                return [
                  `${index + 1}`,
                  md(
                    `${labels.event(step.event, step.binding)}${actor === undefined ? '' : ` (${phrases.by} ${actor})`}`,
                  ),
                  md(outcomeOf(step, labels, phrases, suite.observation !== 'nothing')),
                  '☐',
                ];
              }),
            ),
          ]),
    ].join('\n\n'),
  );
  return `# ${md(labels.title)}\n\n${tests.join('\n\n')}\n`;
}
