/** A suite as Gherkin: one scenario for each test, with the keywords of the language. */
import type { Model } from '../../model/system/types.ts';
import type { Suite, SuiteStep } from '../../properties/suites/index.ts';
import { type Labels, labelsOf } from './labels.ts';
import { type Phrases, phraseLanguage, phrasesIn } from './phrases.ts';

/** Text on one line. A scenario has no syntax inside a line. */
const line = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** What must be seen after a step, in the words of the language. */
export function outcomeOf(
  { expect, to, or = [] }: SuiteStep,
  labels: Labels,
  phrases: Phrases,
  observes: boolean,
): string {
  if (expect === 'refused') return `${phrases.isRefused}, ${phrases.nothingChanges}`;
  if (!observes) return '';
  const others = or.map((other) => labels.configuration(other));
  return [
    `${phrases.isIn} ${labels.configuration(to)}`,
    ...(others.length === 0 ? [] : [`${phrases.either} ${others.join(', ')}`]),
  ].join(', ');
}

export function gherkin(model: Model, suite: Suite, language: string): string {
  const labels = labelsOf(model, language, suite.observation);
  const phrases = phrasesIn(language);
  const observes = suite.observation !== 'nothing';
  const scenario = ({ name, initial, steps }: Suite['tests'][number]): string =>
    [
      `  ${phrases.scenario}: ${phrases.test} ${name}`,
      `    ${phrases.given} ${line(`${phrases.startsIn} ${labels.configuration(initial)}`)}`,
      ...steps.flatMap((step) => {
        const outcome = outcomeOf(step, labels, phrases, observes);
        return [
          `    ${phrases.when} ${line(`${phrases.happens} ${labels.event(step.event, step.binding)}`)}`,
          ...(outcome === '' ? [] : [`    ${phrases.outcome} ${line(outcome)}`]),
        ];
      }),
    ].join('\n');
  return `# language: ${phraseLanguage(language)}\n${phrases.feature}: ${line(labels.title)}\n\n${suite.tests.map(scenario).join('\n\n')}\n`;
}
