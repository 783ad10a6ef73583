import { configDefaults, defineConfig } from 'vitest/config'

const LONG = '**/*.long.test.ts'

export default defineConfig({
  test: {
    // An end-to-end scene mostly waits for speech to be spoken, so three go on at once on two cores; more than that only
    // makes every clock in them lie.
    maxWorkers: 3,
    // No test takes that long; a machine that does other things as well may.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // `npm test` runs the first, `npm run test:long` the second.
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, LONG],
        },
      },
      { extends: true, test: { name: 'long', include: [LONG] } },
    ],
  },
})
