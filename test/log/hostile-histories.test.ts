import { describe, expect, it } from 'vitest'
import type Hypercore from 'hypercore'
import { admitBlock } from '../../src/log/agree.ts'
import { hash, toHex } from '../../src/log/crypto.ts'
import { oplogBlock, ownCore } from '../helpers/hostile.ts'
import { agreed, CIRCLE, circleOf, connect, device, founder, until, type Device } from '../helpers/logs.ts'

async function allGoOn(devices: Device[], entries: number): Promise<string[]> {
  for (const one of devices) await one.append(`${one.name} goes on`)
  await agreed(devices, entries + devices.length)
  for (const one of devices) await one.restart()
  for (const one of devices.slice(1)) connect(devices[0] as Device, one)
  for (const one of devices) await one.append(`${one.name} is back`)
  const order = await agreed(devices, entries + 2 * devices.length)
  for (const one of devices) expect(one.faults).toEqual([])
  return order
}

describe('a member who rewrites history', () => {
  it('takes back and replaces: who has the first keeps it, who has not gets it from them', async () => {
    const [ana, ben, mallory] = (await circleOf('ana', 'ben', 'mallory')) as [Device, Device, Device]
    const apart = connect(ana, mallory)
    await mallory.append('the first')
    await agreed([ana, mallory], 1)
    await apart()
    const { invitation } = ana
    await mallory.log.close()
    const core = await ownCore(mallory, invitation)
    await core.truncate(core.length - 1)
    await core.append(oplogBlock({ heads: [{ key: ana.log.baseKey, length: 1 }], value: Buffer.from('another') }))
    await core.append(oplogBlock({ heads: [{ key: core.key, length: core.length }], value: Buffer.from('more') }))
    connect(mallory, ana)
    connect(mallory, ben)
    connect(ana, ben)
    const order = await allGoOn([ana, ben], 1)
    expect(order.join()).toContain('the first')
    expect(order.join()).not.toContain('another')
  })

  it('tells two their own story: each keeps what it saw first, and neither falls', async () => {
    const [ana, ben, mallory] = (await circleOf('ana', 'ben', 'mallory')) as [Device, Device, Device]
    const together = connect(ana, ben)
    await ana.append('mallory is in')
    await agreed([ana, ben], 1)
    await together()
    await mallory.append('same for both')
    await mallory.log.close()
    const core = await ownCore(mallory, ana.invitation)
    const twin = await (await device('mallory twin')).open(ana.invitation)
    await twin.log.close()
    const keyPair = await mallory.store.root.namespace(CIRCLE).createKeyPair('local')
    const copy = twin.store.root.get({
      keyPair,
      manifest: core.manifest,
      encryption: { key: ana.invitation.encryptionKey },
      valueEncoding: 'binary',
    } as never)
    await copy.ready()
    expect(toHex(copy.key)).toBe(toHex(core.key))
    for (let index = 0; index < core.length; index += 1) await copy.append(await core.get(index))
    const heads = [{ key: core.key, length: core.length }]
    const next = (value: string) => oplogBlock({ heads, value: Buffer.from(value) })
    await core.append(next('to ana'))
    await copy.append(next('to ben'))
    connect(mallory, ana)
    connect(twin, ben)
    await until(ana, async () => (await ana.order()).length === 3)
    await until(ben, async () => (await ben.order()).length === 3)
    connect(ana, ben)
    for (const one of [ana, ben]) await one.append(`${one.name} goes on`)
    for (const one of [ana, ben]) await until(one, async () => (await one.order()).length >= 5)
    for (const one of [ana, ben]) await one.restart()
    connect(ana, ben)
    for (const one of [ana, ben]) await one.append(`${one.name} is back`)
    for (const one of [ana, ben]) await until(one, async () => (await one.order()).length >= 7)
    expect([...ana.faults, ...ben.faults]).toEqual([])
  })
})

describe('a log of another make', () => {
  const MANIFESTS: Record<string, object> = {
    'sealed with keys to be waited for': {
      version: 2,
      quorum: 1,
      userData: Buffer.from([0, 1, 2]),
      linked: [hash(Buffer.from('x'))],
    },
    'with a prologue': { version: 1, quorum: 1, prologue: { hash: hash(Buffer.from('x')), length: 3 } },
    'of two signers': { version: 1, quorum: 1, second: true },
  }
  it.each(Object.entries(MANIFESTS))(
    '%s, once admitted, is frozen from the start',
    async (_name, { second, ...manifest }: { second?: boolean }) => {
      const [ana, ben, mallory] = (await circleOf('ana', 'ben', 'mallory')) as [Device, Device, Device]
      const namespace = mallory.store.root.namespace('odd')
      const keyPair = await namespace.createKeyPair('odd')
      const other = await namespace.createKeyPair('other')
      const signers = [keyPair, ...(second === true ? [other] : [])].map(({ publicKey }) => ({ publicKey }))
      const odd: Hypercore = namespace.get({ manifest: { ...manifest, signers }, keyPair })
      await odd.ready()
      await ana.append(admitBlock(odd.key), 'odd is in')
      try {
        for (let n = 0; n < 4; n += 1)
          await odd.append(Buffer.concat([Buffer.from([1, 0, 0, 0, 9, 0, 0, 0]), oplogBlock({})]))
      } catch {
        // Some makes cannot even be written by their maker.
      }
      connect(mallory, ana)
      connect(mallory, ben)
      connect(ana, ben)
      const order = await allGoOn([ana, ben], 1)
      expect(order).toHaveLength(5)
      for (const one of [ana, ben]) for (const { length } of one.log.damaged()) expect(length).toBe(0)
    },
  )
})

describe('a writer who is not admitted yet', () => {
  it('who writes already: all agree on what counts of it', async () => {
    const ana = await founder('ana')
    const ben = await (await device('ben')).open(ana.invitation)
    const mallory = await (await device('mallory')).open(ana.invitation)
    const { invitation } = ana
    await mallory.log.close()
    const core = await ownCore(mallory, invitation)
    await core.append(oplogBlock({ value: Buffer.from('too early') }))
    await core.append(oplogBlock({ heads: [{ key: core.key, length: 1 }], value: Buffer.from('still early') }))
    await ana.append('first', admitBlock(ben.log.writerKey))
    connect(ana, ben)
    await until(ben, () => ben.log.writable)
    connect(mallory, ana)
    await ben.append(admitBlock(core.key), 'mallory is in')
    await ana.append(admitBlock(core.key))
    connect(mallory, ben)
    for (const one of [ana, ben]) {
      await until(
        one,
        async () =>
          ((await one.log.copy.writerCores()).find(({ key }) => toHex(key) === toHex(core.key))?.core
            .contiguousLength ?? 0) === 2,
      )
    }
    expect((await allGoOn([ana, ben], 2)).join()).toContain('mallory is in')
  })
})
