import { describe, expect, it } from 'vitest'
import { agreed, circleOf, connect, founder, type Device } from '../helpers/logs.ts'

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
