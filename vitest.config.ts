import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{model,properties,generators,cli,docs,tests}/**/*.{test,prop}.ts'],
    testTimeout: 60_000,
    reporters: ['default'],
  },
});
