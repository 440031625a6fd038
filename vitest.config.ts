import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{model,properties,generators,cli,docs,tests}/**/*.{test,prop}.ts'],
    testTimeout: 60_000,
    // By default one core is left free; the longest tests wait for outside engines, each in a process of its own.
    maxWorkers: '100%',
    reporters: ['default'],
  },
});
