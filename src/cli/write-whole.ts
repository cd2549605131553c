import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Refused } from './stopping.ts'
import { reasonOf } from './text-file.ts'

/**
 * Writes a file that is there whole or not at all, in one go: whoever stops the command stops it before or after. Something
 * that is no file, such as a pipe, is written as it is.
 */
export function writeWhole(file: string, bytes: Uint8Array | string, mode = 0o666): void {
  const part = `${file}.${process.pid}.part`
  try {
    const there = statSync(file, { throwIfNoEntry: false })
    if (there !== undefined && !there.isFile()) return writeFileSync(file, bytes)
    writeFileSync(part, bytes, { mode, flush: true })
    renameSync(part, there === undefined ? file : realpathSync(file))
  } catch (error) {
    removed(part)
    throw new Refused({ code: 'cannot-write-file', about: { file, why: reasonOf(error) } })
  }
}

function removed(part: string): void {
  try {
    rmSync(part, { force: true })
  } catch {
    // It never was there.
  }
}
