/** A suite in the formats in which people and runners take it. */
import type { Model } from '../../model/system/types.ts';
import type { Suite } from '../../properties/suites/index.ts';
import { checklist } from './checklist.ts';
import { csv } from './csv.ts';
import { gherkin } from './gherkin.ts';
import { languagesIn } from './labels.ts';
import { LANGUAGES } from './phrases.ts';
import { vitest } from './vitest.ts';

/** The languages for testers: those with words around a test, and those in which the model has labels. */
export const testerLanguages = (model: Model): readonly string[] =>
  [...new Set<string>([...LANGUAGES, ...languagesIn(model)])].sort();

export const SUITE_FORMATS = ['vitest', 'gherkin', 'csv', 'json', 'checklist'] as const;
export type SuiteFormat = (typeof SUITE_FORMATS)[number];

/** The suite as text: labels are in the language, and a vitest file imports its driver from where it is said to be. */
export function suiteAs(
  format: SuiteFormat,
  model: Model,
  suite: Suite,
  { language = 'en', driver = './driver.ts' }: { readonly language?: string; readonly driver?: string } = {},
): string {
  switch (format) {
    case 'vitest':
      return vitest(suite, driver);
    case 'gherkin':
      return gherkin(model, suite, language);
    case 'csv':
      return csv(suite);
    case 'json':
      return `${JSON.stringify(suite, undefined, 2)}\n`;
    case 'checklist':
      return checklist(model, suite, language);
  }
}
