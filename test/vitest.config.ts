import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from '../.ci/longest-first.ts'

const HISTORIES_OF_A_SOAK = '10000'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Changes how every Hypercore of its process works, as a keeper does. */
const KEEPER = 'test/network/keeper-limits.test.ts'
/** These put something else in a module's place: a process of their own gives it back. */
const MOCKING = globSync('test/**/*.test.ts', { cwd: at('..') }).filter((file) =>
  readFileSync(at(`../${file}`), 'utf8').includes('vi.mock('),
)
const ALONE = [KEEPER, ...MOCKING]

/** Builds everything anew, and has its own script. */
const PACKAGING = ['test/package/**']

export default defineConfig(({ mode }) => ({
  root: at('..'),
  test: {
    projects: [
      // The others close what they open, and share a process with what it has read: that saves reading it two hundred times.
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...ALONE, ...(mode === 'package' ? [] : PACKAGING)],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
    globalSetup: [at('../.ci/window-once.ts'), at('../.ci/compile-once.ts')],
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    // On two cores too: what waits, for a network or a browser, leaves them to the others.
    maxWorkers: 3,
    // A test that is alone takes a quarter of it at most; beside two others, on a busy machine, it may take long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
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
