import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/setup/build.ts',
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
  },
})
