import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { realDisk, type Disk } from '../../src/node/disk.ts'
import { localFile, LocalFileError, type LocalFile } from '../../src/node/local-file.ts'
import { testFolder } from '../helpers/folder.ts'

const Note = z.strictObject({ text: z.string(), count: z.int() })
type Note = z.infer<typeof Note>
const old: Note = { text: 'old', count: 1 }
const changed: Note = { text: 'new, and longer than the old one', count: 2 }

function noteIn(folder: string, disk?: Disk): LocalFile<Note> {
  return localFile({ path: join(folder, 'inner', 'note.json'), kind: 'note', schema: Note, ...(disk && { disk }) })
}

const add = (now: Note = { text: '', count: 0 }): Note => ({ text: `${now.text}x`, count: now.count + 1 })

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof LocalFileError)) throw new Error('expected a LocalFileError', { cause: error })
  return error.refusal.code
}

class Killed extends Error {}

/** A disk under a process that is killed at its n-th step; `torn`: a write is cut in the middle first. */
function killedAt(step: number, torn: boolean): Disk {
  let left = step
  const alive = async (work: () => Promise<void>, cut?: () => Promise<void>): Promise<void> => {
    left -= 1
    if (left === 0 && torn) await cut?.()
    if (left <= 0) throw new Killed()
    await work()
  }
  return {
    makeFolder: (path) => alive(() => realDisk.makeFolder(path)),
    write: (path, text) =>
      alive(
        () => realDisk.write(path, text),
        () => realDisk.write(path, text.slice(0, text.length / 2)),
      ),
    rename: (from, to) => alive(() => realDisk.rename(from, to)),
    syncFolder: (path) => alive(() => realDisk.syncFolder(path)),
    remove: (path) => alive(() => realDisk.remove(path)),
  }
}

describe('a local file', () => {
  it('is not there before it is saved, and then is what was saved, for its owner alone', async () => {
    const folder = await testFolder()
    const note = noteIn(folder)
    expect(await note.read()).toBeUndefined()
    await note.save(old)
    expect(await note.read()).toEqual(old)
    expect((await stat(join(folder, 'inner'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'inner', 'note.json'))).mode & 0o777).toBe(0o600)
    expect(await readdir(join(folder, 'inner'))).toEqual(['note.json'])
  })

  it.each([1, 2, 3, 4])('killed at step %i of a save, is the old one or the new one', async (step) => {
    for (const torn of [false, true]) {
      const folder = await testFolder()
      await noteIn(folder).save(old)
      await expect(noteIn(folder, killedAt(step, torn)).save(changed)).rejects.toBeInstanceOf(Killed)
      expect(await noteIn(folder).read()).toEqual(step <= 3 ? old : changed)
      await noteIn(folder).save(changed)
      expect(await noteIn(folder).read()).toEqual(changed)
      expect(await readdir(join(folder, 'inner'))).toEqual(['note.json'])
    }
  })

  it('says so where the disk is full, and stays as it was', async () => {
    const folder = await testFolder()
    await noteIn(folder).save(old)
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const disk: Disk = { ...realDisk, write: () => Promise.reject(full) }
    expect(await refusalOf(noteIn(folder, disk).save(changed))).toBe('disk-full')
    expect(await noteIn(folder).read()).toEqual(old)
  })

  it('takes many changes at once one after the other, from two handles too', async () => {
    const folder = await testFolder()
    const [here, there] = [noteIn(folder), noteIn(folder)]
    await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? here : there).update(add)))
    expect(await here.read()).toEqual({ text: 'x'.repeat(40), count: 40 })
  })

  it('is left alone by a change that throws or changes nothing, and takes the next one', async () => {
    const folder = await testFolder()
    const note = noteIn(folder, killedAt(5, false))
    await note.save(old)
    const no = new Error('no')
    const failing = note.update(() => {
      throw no
    })
    await expect(failing).rejects.toBe(no)
    expect(await note.update((now) => now ?? changed)).toEqual(old)
    expect(await noteIn(folder).update(() => changed)).toEqual(changed)
  })

  it('never writes what it could not read again', async () => {
    const folder = await testFolder()
    await expect(noteIn(folder).save({ text: 'half', count: 0.5 })).rejects.toThrow('expected int')
    expect(await noteIn(folder).read()).toBeUndefined()
  })
})

describe('a damaged or foreign file', () => {
  it.each([
    ['an empty one', ''],
    ['no JSON', 'hello'],
    ['binary', '\u0000\u0001\ufffd'],
    ['JSON of someone else', '{"name":"a","version":"2"}'],
    ['null', 'null'],
    ['another of ours', '{"nst":"other","version":1,"sum":"","content":{}}'],
    ['a newer one of another kind', '{"nst":"other","version":2}'],
    ['a version that is none', '{"nst":"note","version":0,"sum":"","content":{}}'],
  ])('%s is refused and not reset', async (_, text) => {
    const folder = await testFolder()
    const note = noteIn(folder)
    await note.save(old)
    const path = join(folder, 'inner', 'note.json')
    await writeFile(path, text)
    expect(await refusalOf(note.read())).toBe('store-damaged')
    expect(await refusalOf(note.update(() => changed))).toBe('store-damaged')
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  it('is noticed at each flipped bit and each cut', async () => {
    const folder = await testFolder()
    const note = noteIn(folder)
    await note.save(old)
    const path = join(folder, 'inner', 'note.json')
    const whole = await readFile(path)
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Buffer.from(whole)
      flipped[at]! ^= 1 << (at % 8)
      await writeFile(path, flipped)
      // White space between the parts carries nothing: there the same content may be read.
      const result: unknown = await note.read().catch((error: unknown) => error)
      expect(result instanceof LocalFileError ? old : result).toEqual(old)
    }
    for (let length = 0; length < whole.length - 1; length += 1) {
      await writeFile(path, whole.subarray(0, length))
      expect(await refusalOf(note.read())).toBe('store-damaged')
    }
  })

  it('of a newer format is told apart, whatever else is in it', async () => {
    const folder = await testFolder()
    const note = noteIn(folder)
    await note.save(old)
    await writeFile(join(folder, 'inner', 'note.json'), '{"nst":"note","version":2,"parts":[]}')
    expect(await refusalOf(note.read())).toBe('newer-version')
  })

  it('is refused unread where it is huge, or a folder', async () => {
    const folder = await testFolder()
    const path = join(folder, 'huge.json')
    await writeFile(path, Buffer.alloc(16 * 1024 * 1024 + 1))
    expect(await refusalOf(localFile({ path, kind: 'note', schema: Note }).read())).toBe('store-damaged')
    expect(await refusalOf(localFile({ path: folder, kind: 'note', schema: Note }).read())).toBe('store-damaged')
  })
})
