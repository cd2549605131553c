import { writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Ends a run with the plain line `N passed, N failed`. A file that could not be loaded, a hook that threw and an
 * error that nobody caught each count as one failure: no run with a fault may end in "0 failed".
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0
    let failed = unhandled.length
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      passed += tests.filter((test) => test.result().state === 'passed').length
      const failedHere = tests.filter((test) => test.result().state === 'failed').length
      failed += failedHere === 0 && !module.ok() ? 1 : failedHere
    }
    // Written at exit, so that it stays the last line whatever the other reporters still print.
    process.once('exit', () => writeSync(1, `${passed} passed, ${failed} failed\n`))
  }
}
