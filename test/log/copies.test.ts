import Corestore from 'corestore'
import { describe, expect, it } from 'vitest'
import { admitBlock } from '../../src/log/agree.ts'
import { importCores, type OfferedLog } from '../../src/log/import-cores.ts'
import { testFolder } from '../helpers/folder.ts'
import { agreed, circleOf, connect, device, founder, until, type Device } from '../helpers/logs.ts'
import { follow, Speaker } from '../helpers/speakers.ts'

/** Another store that holds what `of` holds of its writers' logs, as a checked bundle would. */
async function carried(of: Device): Promise<{ store: Corestore; logs: OfferedLog[] }> {
  const store = new Corestore(await testFolder())
  const cores = await of.log.copy.writerCores()
  const [out, back] = [of.store.replicate(true), store.replicate(false)]
  out.pipe(back).pipe(out)
  for (const { key, core } of cores) {
    const copy = store.get({ key })
    await copy.ready()
    if (core.length > 0) await copy.download({ start: 0, end: core.length }).done()
  }
  out.destroy()
  back.destroy()
  return { store, logs: cores.map(({ key, core }) => ({ key, from: 0, to: core.length })) }
}

describe('a copy', () => {
  it('is whole on a joiner who skipped to the end, and then needs nobody', async () => {
    const ana = await founder('ana')
    const speaker = new Speaker(ana)
    for (let n = 0; n < 60; n += 1) await ana.append(...Array.from({ length: 5 }, (_, m) => speaker.say(`${n} ${m}`)))
    const ben = await (await device('ben')).open(ana.invitation)
    await ana.append(admitBlock(ben.log.writerKey))
    await ana.log.base.ack()
    let skipped = false
    ben.log.base.on('fast-forward', () => (skipped = true))
    let changes = 0
    ben.log.on('change', () => (changes += 1))
    expect(ben.log.copy.whole()).toBe(false)
    const part = connect(ana, ben)
    const follower = await follow(ben)
    await until(ben, () => ben.log.writable)
    let told = 0
    ben.log.on('arrived', () => (told += 1))
    await ben.log.copy.waitForWhole()
    const { here, known } = ben.log.copy.extent()
    expect([here, known > 300, told > 0, told <= 50 * 4]).toEqual([known, true, true, true])
    // Read in a few goes: one for each of its parts would make a long circle many times as dear as its copying.
    expect(changes).toBeLessThan(150)
    await until(ben, async () => (await follower.settle(), follower.caughtUp && follower.fold.events.size === 300))
    await part()
    await follower.close()
    await ben.restart()
    expect(skipped).toBe(true)
    expect((await follow(ben)).fold.events.size).toBe(300)
    await until(ben, () => ben.log.copy.whole())
    const cores = await ben.log.copy.writerCores()
    expect(cores.map(({ core }) => core.contiguousLength)).toEqual(cores.map(({ core }) => core.length))
    await ben.append(new Speaker(ben).say('on my own'))
  })

  it('of whom it came goes away half-way: it says how much is here, and another brings the rest', async () => {
    const [ana, cleo] = (await circleOf('ana', 'cleo')) as [Device, Device]
    const speaker = new Speaker(ana)
    for (let n = 0; n < 60; n += 1) await ana.append(...Array.from({ length: 5 }, (_, m) => speaker.say(`${n} ${m}`)))
    const ben = await (await device('ben')).open(ana.invitation)
    await ana.append(admitBlock(ben.log.writerKey))
    await ana.log.base.ack()
    const among = connect(ana, cleo)
    await until(cleo, async () => (await cleo.order()).length >= 300 && cleo.log.copy.whole())
    await among()

    const part = connect(ana, ben)
    await new Promise<void>((resolve) => ben.log.on('arrived', () => ben.log.copy.extent().here > 20 && resolve()))
    await part()
    const half = ben.log.copy.extent()
    expect([ben.log.copy.whole(), half.here > 0, half.here < half.known]).toEqual([false, true, true])
    const again = connect(cleo, ben)
    await ben.log.copy.waitForWhole()
    const { here, known } = ben.log.copy.extent()
    expect([ben.log.copy.whole(), here === known, here >= half.here]).toEqual([true, true, true])
    await again()
    const follower = await follow(ben)
    await until(ben, async () => (await follower.settle(), follower.fold.events.size === 300))
  })

  it('comes in from a store that was carried, also of writers admitted in it', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    const cleo = await (await device('cleo')).open(ana.invitation)
    await ana.append('from ana', admitBlock(cleo.log.writerKey))
    const apart = connect(ana, cleo)
    await until(cleo, () => cleo.log.writable)
    await cleo.append('from cleo')
    await agreed([ana, cleo], 2)
    await apart()
    await ben.append('from ben, apart')
    const length = ben.log.base.local.length
    const { store, logs } = await carried(cleo)
    const imported = await importCores(ben.log, store, logs)
    expect(imported.writers).toHaveLength(2)
    expect(await ben.order()).toHaveLength(3)
    expect(ben.log.base.local.length).toBe(length)
    expect(await importCores(ben.log, store, logs)).toEqual({ blocks: 0, writers: [], apart: [] })
    await store.close()
    const back = await carried(ben)
    const stop = new AbortController()
    const stopping = importCores(cleo.log, back.store, back.logs, { signal: stop.signal, tell: () => stop.abort() })
    await expect(stopping).rejects.toMatchObject({ code: 'stopped' })
    // What came before that stays; the rest comes the next time.
    await importCores(cleo.log, back.store, back.logs)
    await back.store.close()
    expect(await cleo.order()).toEqual(await ben.order())
  })

  it('takes in nothing that the circle does not call for', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    const store = new Corestore(await testFolder())
    const junk = store.get({ name: 'junk' })
    await junk.append(Array.from({ length: 5 }, () => Buffer.from('junk')))
    const logs = [junk.key, ana.log.baseKey].map((key) => ({ key, from: 0, to: 5 }))
    expect(await importCores(ben.log, store, logs)).toEqual({ blocks: 0, writers: [], apart: [] })
    await store.close()
  })
})
