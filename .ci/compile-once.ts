import { fileURLToPath } from 'node:url'

/**
 * What a program that a test starts has read and translated, the next need not again: without it that is most of what
 * each start costs. Kept beside the packages, and made anew by Node wherever a file or Node itself is another.
 */
export function setup(): void {
  process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
}
