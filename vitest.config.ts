import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
    // An end-to-end scene mostly waits for speech to be spoken, so three go on at once on two cores; more than that only
    // makes every clock in them lie.
    maxWorkers: 3,
    // No test takes that long; a machine that does other things as well may.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
