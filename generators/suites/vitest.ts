/** A suite as a vitest file. It holds the tests as data, which a driver of the implementation is taken through. */
import { plural } from '../../model/table/text.ts';
import type { Suite, SuiteStep, SuiteTest } from '../../properties/suites/index.ts';

/** A value as a JavaScript literal on one line; nothing in it can end a string, a comment or a line. */
const literal = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);

/** A test as data: of a step only what is needed to take it. */
function test({ name, initial, steps }: SuiteTest): string {
  const step = (each: SuiteStep): string => `      ${literal(each)},\n`;
  const events = steps.slice(0, 6).map(({ event, expect }) => (expect === 'refused' ? `${event} (refused)` : event));
  const title = `${name} ${events.join(', ')}${steps.length > events.length ? `, … (${steps.length} events)` : ''}`;
  const taken = steps.length === 0 ? '[]' : `[\n${steps.map(step).join('')}    ]`;
  return `  {\n    name: ${literal(title)},\n    initial: ${literal(initial)},\n    steps: ${taken},\n  },\n`;
}

/** The file; `driver` is where it imports the driver from. */
export function vitest(suite: Suite, driver: string): string {
  const { model, kind, guarantee, tests } = suite;
  const about = [
    `Written by \`stateatlas suite\`: ${plural(tests.length, 'test')} of the lifecycle ${model} (${kind}). Do not edit: write it again.`,
    guarantee,
  ];
  return vitestFile(about, `${model}: ${kind}`, tests, driver);
}

/** Tests as a file, with lines that say what it is about. The lines stand there as comments: of a model they may have names and tokens, and no other text. */
export const vitestFile = (
  about: readonly string[],
  title: string,
  tests: readonly SuiteTest[],
  driver: string,
): string => `${about.map((line) => `// ${line}\n`).join('')}import { type Driver, follow, type SuiteTest } from 'stateatlas/suites';
import { describe, test } from 'vitest';
import { driver } from ${literal(driver)};

const tests: readonly SuiteTest[] = [
${tests.map(test).join('')}];

describe(${literal(title)}, { concurrent: false }, () => {
  for (const each of tests)
    test(each.name, async () => {
      await follow(driver satisfies Driver, each);
    });
});
`;
