import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/setup/global.ts',
    setupFiles: ['tests/setup/seed.ts'],
    // one process for each core, each with all of src/ loaded once: no test changes what another one sees of it
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    // only so that a run ends where something hangs; no test is about how long anything takes
    testTimeout: 120_000,
    reporters: ['default', './tests/setup/how-to-run-alone.ts'],
  },
})
