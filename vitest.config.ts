import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { settingsGiven } from './properties/laws/seeds.ts';

/** The tests that wait for outside engines take longest: they begin first, so that no core waits for them in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/cli/engines/');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['{model,properties,generators,cli,docs,bench,tests}/**/*.{test,prop}.ts'],
    // Laws take their settings from the environment, and longer where they are to run more often.
    globalSetup: ['properties/laws/seeds.ts'],
    testTimeout: 60_000 * Math.max(1, settingsGiven().times),
    // By default one core is left free; the longest tests wait for outside engines, each in a process of its own.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    reporters: ['default'],
  },
});
