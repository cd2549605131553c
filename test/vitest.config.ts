import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from '../.ci/longest-first.ts'

const HISTORIES_OF_A_SOAK = '10000'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** No file of these leaves anything behind in its process: they share one, which saves starting a hundred. */
const TOGETHER = ['domain', 'renderer', 'api', 'cli'].map((folder) => `test/${folder}/**/*.test.ts`)

/** Builds everything anew, and has its own script. */
const PACKAGING = ['test/package/**']

export default defineConfig(({ mode }) => ({
  root: at('..'),
  test: {
    projects: [
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
      // Native addons hold locks, threads and handles of their own: a process per file gives them all back.
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...TOGETHER, ...(mode === 'package' ? [] : PACKAGING)],
        },
      },
    ],
    globalSetup: [at('../.ci/window-once.ts'), at('../.ci/compile-once.ts')],
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    // On two cores too: what waits, for a network or a browser, leaves them to the others.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A promise rejected behind our back fails the run, even when every assertion held.
    dangerouslyIgnoreUnhandledErrors: false,
    reporters: ['default', at('../.ci/count-reporter.ts')],
    env: {
      // No test, and no program that a test starts, may ask the public internet for anything.
      NST_BOOTSTRAP: 'none',
      ...(mode === 'soak' ? { NST_HISTORIES: process.env['NST_HISTORIES'] ?? HISTORIES_OF_A_SOAK } : {}),
    },
  },
}))
