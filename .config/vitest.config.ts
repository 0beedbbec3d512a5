import { defineConfig } from 'vitest/config'

const json = process.env['VITEST_JSON']

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Most of a test is a process of its own that it waits for: two at once use two cores.
    maxWorkers: 2,
    // A fault that hangs is found all the same; a busy machine is none.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    reporters: json === undefined ? ['default'] : ['default', 'json'],
    ...(json === undefined ? {} : { outputFile: { json } }),
  },
})
