import { describe, expect, it } from 'vitest'
import { admitBlock } from '../../src/log/agree.ts'
import { openCircleLog, writerKeyOf } from '../../src/log/circle-log.ts'
import { hash, toHex } from '../../src/log/crypto.ts'
import { openStore } from '../../src/log/store.ts'
import { agreed, CIRCLE, circleOf, connect, device, founder, until, type Device } from '../helpers/logs.ts'

describe('a circle log', () => {
  it('keeps what was appended over a restart', async () => {
    const ana = await founder('ana')
    await ana.append('one', 'two')
    await ana.append('three')
    const before = await ana.order()
    expect(before.map((entry) => entry.split(' ')[1])).toEqual(['one', 'two', 'three'])
    await ana.restart()
    expect(await ana.order()).toEqual(before)
  })

  it('has the writer key that a joiner can name before it knows the circle', async () => {
    const [ana, ben] = [await founder('ana'), await device('ben')]
    const store = await openStore(ben.folder, { primaryKey: hash(Buffer.from('ben')) })
    const named = await writerKeyOf(store, CIRCLE)
    await store.close()
    await ben.open(ana.invitation)
    expect(toHex(ben.log.writerKey)).toBe(toHex(named))
  })

  it('shares a connection with other circles, also with one that is opened later', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    connect(ana, ben)
    const options = { namespace: 'kitchen', ackInterval: 0 }
    const kitchen = await openCircleLog({ ...options, store: ana.store })
    const writer = await writerKeyOf(ben.store, options.namespace)
    const keys = { baseKey: kitchen.baseKey, encryptionKey: kitchen.encryptionKey }
    await kitchen.append([admitBlock(writer), Buffer.from('soup')])
    const joined = await openCircleLog({ ...options, ...keys, store: ben.store })
    const writable = new Promise<void>((resolve) => joined.base.once('writable', resolve))
    await writable
    expect((await joined.append([Buffer.from('bread')])).ok).toBe(true)
    await new Promise<void>((resolve) => {
      const look = () => void (kitchen.view.length === 2 && resolve())
      kitchen.on('change', look)
      look()
    })
    await ana.append('garden still works')
    expect(await agreed([ana, ben], 1)).toHaveLength(1)
    expect(ben.store.connections()).toBe(1)
    await Promise.all([joined.close(), kitchen.close()])
  })

  it('takes a long merge in few batches, and only a long one', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    const many = (name: string) => Array.from({ length: 200 }, (_, n) => `${name} ${n}`)
    let big = 0
    ben.log.on('change', () => (big += Number(ben.log.base.bigBatches)))
    await ana.append(...many('ana').slice(0, 20))
    const apart = connect(ana, ben)
    await agreed([ana, ben], 20)
    await apart()
    expect(big).toBe(0)
    for (const one of [ana, ben]) await one.append(...many(one.name))
    connect(ana, ben)
    expect(await agreed([ana, ben], 420)).toHaveLength(420)
    expect(big).toBeGreaterThan(0)
    await until(ben, () => !ben.log.base.bigBatches)
  })

  it('brings three who were apart to one order', async () => {
    const devices = (await circleOf('ana', 'ben', 'cleo')) as [Device, Device, Device]
    const [ana, ben, cleo] = devices
    for (let n = 0; n < 5; n += 1) for (const one of devices) await one.append(`${one.name} ${n}`)
    connect(ana, ben)
    connect(ben, cleo)
    const order = await agreed(devices, 15)
    expect(order).toHaveLength(15)
    expect(devices.flatMap((one) => one.faults)).toEqual([])
  })
})
