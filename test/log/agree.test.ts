import { describe, expect, it } from 'vitest'
import type { ApplyNode } from 'autobase'
import { admitBlock, agree } from '../../src/log/agree.ts'
import { hash, toHex } from '../../src/log/crypto.ts'
import { BATCH_LIMIT, VALUE_LIMIT } from '../../src/log/size.ts'
import { agreed, circleOf, connect, device, founder, joiner, type Device } from '../helpers/logs.ts'

const key = (name: string): Uint8Array => hash(Buffer.from(name))
const bytes = (name: string, size: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.ceil(size / 32) }, (_, n) => key(`${name} ${n}`))).subarray(0, size)

/** All go on writing, agree, and do so again after a restart. */
async function thrive(devices: Device[], entries: number): Promise<string[]> {
  const [first] = devices
  for (const one of devices) await one.append(`${one.name} goes on`)
  const before = await agreed(devices, entries + devices.length)
  for (const one of devices) await one.restart()
  for (const one of devices) if (one !== first && first !== undefined) connect(first, one)
  for (const one of devices) await one.append(`${one.name} is back`)
  const after = await agreed(devices, before.length + devices.length)
  for (const one of devices) {
    expect(one.faults).toEqual([])
    expect(one.log.damaged().filter(({ length }) => length > 0)).toEqual([])
  }
  return after
}

describe('an admission', () => {
  const NAMING: Record<string, (ana: Device, ben: Device) => Uint8Array[]> = {
    'the founder': (ana) => [admitBlock(ana.log.baseKey)],
    'its own author': (_ana, ben) => [admitBlock(ben.log.writerKey)],
    'the same new key twice in one batch, and again': () => [admitBlock(key('x')), admitBlock(key('x'))],
    'the core of the system or of the view': (ana) => [
      admitBlock(ana.log.base.core.key),
      ...ana.log.base.views().map((view) => admitBlock(view.key)),
    ],
  }
  it.each(Object.entries(NAMING))("of %s closes nobody's log", async (_name, blocks) => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    connect(ana, ben)
    await ana.append('first')
    await agreed([ana, ben], 1)
    await ben.append(...blocks(ana, ben))
    await ana.append(...blocks(ana, ben))
    expect(await thrive([ana, ben], 1)).toHaveLength(5)
  })

  it('of another length is a value like any other', async () => {
    const ana = await founder('ana')
    await ana.append(
      Buffer.from([1]),
      admitBlock(key('x')).subarray(0, 32),
      Buffer.concat([admitBlock(key('x')), key('y')]),
    )
    expect(await ana.order()).toHaveLength(3)
    expect(ana.log.base.system?.members).toBe(1)
  })

  it('counts up to 256 members', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    connect(ana, ben)
    await ben.append(...Array.from({ length: 300 }, (_, n) => admitBlock(key(`sybil ${n}`))))
    await thrive([ana, ben], 0)
    for (const one of [ana, ben]) expect(one.log.base.system?.members).toBe(256)
    for (const one of [ana, ben]) expect(one.log.full).toBe(true)
  })

  it('asks for no more than 256 members, of 10,000 that are named', async () => {
    const members = new Set(['founder'])
    const system = {
      get members() {
        return members.size
      },
      get: async (named: Uint8Array) =>
        members.has(toHex(named)) ? { isIndexer: false, isRemoved: false, length: 0 } : null,
    }
    const addWriter = async (named: Uint8Array, { indexer }: { indexer: boolean }) => {
      expect(indexer).toBe(false)
      members.add(toHex(named))
    }
    const nodes = Array.from(
      { length: 10_000 },
      (_, n) => ({ value: admitBlock(key(`sybil ${n % 5000}`)) }) as ApplyNode,
    )
    await agree(nodes, {} as never, { system, addWriter })
    expect(members.size).toBe(256)
  })

  it('made twice, apart, is one', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    await ana.append(admitBlock(key('cleo')))
    await ben.append(admitBlock(key('cleo')))
    connect(ana, ben)
    await thrive([ana, ben], 0)
    expect(ana.log.base.system?.members).toBe(3)
  })
})

describe('a value', () => {
  it('is kept for what it is, whatever it is', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    connect(ana, ben)
    const values = Array.from({ length: 60 }, (_, n) => bytes(`value ${n}`, 1 + ((n * 7919) % 3000)))
    await ben.append(...values.map((value) => (value[0] === 1 && value.length === 33 ? Buffer.from([0]) : value)))
    await agreed([ana, ben], 60)
    expect(await thrive([ana, ben], 60)).toHaveLength(64)
  })

  it('of 5 MB leaves only its place and its size', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    connect(ana, ben)
    await ben.log.base.append([bytes('big', 5_000_000)])
    const order = await agreed([ana, ben], 1)
    expect(order[0]).toMatch(/@1 too big: 5000000$/)
    await thrive([ana, ben], 1)
  })

  it('that is too big, or too many, is refused before it is written', async () => {
    const ana = await founder('ana')
    expect(await ana.log.append([Buffer.alloc(VALUE_LIMIT + 1, 2)])).toMatchObject({ refusal: { code: 'too-big' } })
    expect((await ana.log.append([Buffer.alloc(VALUE_LIMIT, 2)])).ok).toBe(true)
    await expect(ana.log.append([])).rejects.toThrow(RangeError)
    await expect(ana.log.append([Buffer.alloc(0)])).rejects.toThrow(RangeError)
    await expect(ana.log.append(Array.from({ length: BATCH_LIMIT + 1 }, () => bytes('x', 1)))).rejects.toThrow(
      RangeError,
    )
    expect(await ana.order()).toHaveLength(1)
  })

  it('cannot be written before one is admitted', async () => {
    const ana = await founder('ana')
    const ben = await joiner('ben', ana)
    const cleo = await (await device('cleo')).open(ana.invitation)
    expect(await cleo.log.append([Buffer.from('hi')])).toMatchObject({ refusal: { code: 'not-writable-yet' } })
    expect(ben.log.writable).toBe(true)
  })
})
