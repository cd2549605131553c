import { cp, readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openStore } from '../../src/log/store.ts'
import { storeError } from '../../src/log/store-error.ts'
import { syncWal } from '../../src/log/wal.ts'
import { testFolder } from '../helpers/folder.ts'
import { agreed, circleOf, connect, device, founder, part, type Device } from '../helpers/logs.ts'

function signal() {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

describe('a store', () => {
  it('is opened by one at a time', async () => {
    const ana = await founder('ana')
    await expect(openStore(ana.folder)).rejects.toMatchObject({ code: 'store-busy', folder: ana.folder })
    await ana.append('still writing')
    await ana.close()
    await (await openStore(ana.folder)).close()
  })

  it('is not opened where it was copied to', async () => {
    const ana = await founder('ana')
    await ana.append('one')
    await ana.close()
    const folder = join(await testFolder(), 'copy')
    await cp(ana.folder, folder, { recursive: true })
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store-copied' })
    await ana.open()
    expect(await ana.order()).toHaveLength(1)
  })

  it('says so when it is damaged', async () => {
    const ana = await founder('ana')
    await ana.append('one')
    await ana.close()
    const database = join(ana.folder, 'db')
    for (const name of await readdir(database))
      if (name.startsWith('MANIFEST')) await truncate(join(database, name), 20)
    await expect(openStore(ana.folder)).rejects.toMatchObject({ code: 'store-damaged' })
    await writeFile(join(database, 'CURRENT'), 'nonsense')
    await expect(openStore(ana.folder)).rejects.toMatchObject({ code: 'store-damaged' })
  })

  it('keeps no diary of when it was opened', async () => {
    const folder = await testFolder()
    for (let times = 0; times < 3; times += 1) await (await openStore(folder)).close()
    const names = await readdir(join(folder, 'db'))
    expect(names.filter((name) => name.startsWith('LOG'))).toEqual(['LOG'])
  })

  it('knows a full disk by its code and by its words', () => {
    expect(storeError(Object.assign(new Error('write'), { code: 'ENOSPC' }), '/f').code).toBe('disk-full')
    expect(storeError(new Error('IO error: No space left on device'), '/f').code).toBe('disk-full')
    expect(storeError('odd', '/f').code).toBe('store-damaged')
  })
})

describe('an append', () => {
  it('is offered to no peer before it is safe on the disk, and then to all', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    const [out, back] = [ana.store.replicate(true), ben.store.replicate(false)]
    let sent = 0
    out.on('data', () => (sent += 1))
    out.pipe(back).pipe(out)
    await ana.append('first')
    await agreed([ana, ben], 1)
    const durably = ana.store.durably.bind(ana.store)
    const [written, safe] = [signal(), signal()]
    vi.spyOn(ana.store, 'durably').mockImplementation((write) =>
      durably(async () => {
        const result = await write()
        written.resolve()
        await safe.promise
        return result
      }),
    )
    const append = ana.append('held')
    await written.promise
    const before = sent
    for (let round = 1; round <= 3; round += 1) await ben.append(`round ${round}`)
    expect(await ben.order()).toHaveLength(4)
    expect([sent, ana.log.base.local.length]).toEqual([before, 3])
    safe.resolve()
    await append
    expect(await agreed([ana, ben], 5)).toContainEqual(expect.stringContaining('held'))
    expect(sent).toBeGreaterThan(before)
    await part(out, back)
  })

  it('fails, and closes the log, when the disk is full', async () => {
    const ana = await founder('ana')
    await ana.append('first')
    vi.spyOn(ana.store, 'durably').mockRejectedValue(storeError(Object.assign(new Error('x'), { code: 'ENOSPC' }), ''))
    await expect(ana.append('second')).rejects.toMatchObject({ code: 'disk-full' })
    expect(ana.faults).toMatchObject([{ code: 'disk-full' }])
    await ana.restart()
    expect(await ana.order()).toHaveLength(1)
  })

  it('holds back a connection that comes meanwhile', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    let written: (() => void) | undefined
    const held = ana.store.durably(() => new Promise<void>((resolve) => (written = resolve)))
    connect(ana, ben)
    await ben.append('hello')
    expect(await ben.order()).toHaveLength(1)
    written?.()
    await held
    expect(await agreed([ana, ben], 1)).toHaveLength(1)
  })

  it('cuts every connection when the disk fails it', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    connect(ana, ben)
    const full = storeError(Object.assign(new Error('full'), { code: 'ENOSPC' }), ana.folder)
    await expect(ana.store.durably(() => Promise.reject(full))).rejects.toMatchObject({ code: 'disk-full' })
    expect(ana.store.connections()).toBe(0)
    await ben.append('on its own')
  })

  it('forces the write-ahead log to the disk', async () => {
    const ana = await founder('ana')
    await ana.append('one')
    await syncWal(ana.folder)
    await expect(syncWal(join(ana.folder, 'nowhere'))).rejects.toMatchObject({ code: 'store-damaged' })
  })

  it('is kept when the log is opened for one append and closed', async () => {
    const ana = await founder('ana')
    for (const word of ['one', 'two', 'three']) {
      await ana.append(word)
      await ana.restart()
    }
    expect(await ana.order()).toHaveLength(3)
    const cleo = await device('cleo')
    await cleo.open(ana.invitation)
    expect(cleo.log.writable).toBe(false)
  })
})
