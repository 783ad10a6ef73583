import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores carry the bot, the sandbox and the listener of an end-to-end scene: more than two files at once only
    // makes every clock in them lie.
    maxWorkers: 2,
    // No test takes that long; a machine that does other things as well may.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
