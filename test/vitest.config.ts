import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const HISTORIES_OF_A_SOAK = '10000'

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    // Packaging builds everything anew, and has its own script.
    exclude: mode === 'package' ? [] : ['test/package/**'],
    // Native addons hold locks, threads and handles of their own: a process per file gives them all back.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A promise rejected behind our back fails the run, even when every assertion held.
    dangerouslyIgnoreUnhandledErrors: false,
    reporters: ['default', fileURLToPath(new URL('../.ci/count-reporter.ts', import.meta.url))],
    env: {
      // No test, and no program that a test starts, may ask the public internet for anything.
      NST_BOOTSTRAP: 'none',
      ...(mode === 'soak' ? { NST_HISTORIES: process.env['NST_HISTORIES'] ?? HISTORIES_OF_A_SOAK } : {}),
    },
  },
}))
