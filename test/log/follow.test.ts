import { describe, expect, it } from 'vitest'
import { hash, toHex } from '../../src/log/crypto.ts'
import { createKeyring } from '../../src/log/keyring.ts'
import { agreed, circleOf, connect, founder, type Device } from '../helpers/logs.ts'
import { CIRCLE_ID, EPOCH_KEY, follow, outcomes, Speaker } from '../helpers/speakers.ts'

const key = (name: string): Uint8Array => hash(Buffer.from(name))

describe('following a log', () => {
  it('gives the fold each event once, also over a restart', async () => {
    const ana = await founder('ana')
    const speaker = new Speaker(ana)
    await ana.append(speaker.say('one'), speaker.say('two'))
    const follower = await follow(ana)
    expect(follower.fold.ids).toHaveLength(2)
    const changes: number[] = []
    follower.on('change', ({ events, rebuilt }) => void changes.push(events.length, Number(rebuilt)))
    await ana.append(speaker.say('three'))
    await follower.settle()
    expect(changes).toEqual([1, 0])
    expect(follower.caughtUp).toBe(true)
    const before = follower.fold.ids
    await follower.close()
    await ana.restart()
    expect((await follow(ana)).fold.ids).toEqual(before)
  })

  it('says why each value does not count, and goes on behind it', async () => {
    const ana = await founder('ana')
    const speaker = new Speaker(ana)
    const first = speaker.sign('first')
    const other = { circle: CIRCLE_ID, writer: toHex(key('another log')) }
    await ana.append(
      speaker.seal(first),
      Buffer.from('rubbish'),
      speaker.seal(first),
      speaker.seal(first, EPOCH_KEY, other),
      speaker.seal(first, key('made up')),
      new Speaker(ana).seal(new Speaker(ana).sign('forged', { device: toHex(key('nobody')), seq: 2, prev: first.id })),
      new Speaker(ana).seal(new Speaker(ana).sign('elsewhere', { circle: toHex(key('other circle')) })),
      new Speaker(ana).seal(new Speaker(ana).sign('skips', { seq: 3, prev: first.id })),
      new Speaker(ana).seal(new Speaker(ana).sign('leaves the chain', { seq: 2, prev: toHex(key('x')) })),
      speaker.say('second'),
    )
    await ana.log.base.append([Buffer.alloc(200_000, 2)])
    const follower = await follow(ana)
    expect(outcomes(follower)).toEqual([
      'event',
      'malformed',
      'out-of-sequence',
      'malformed',
      'unknown-epoch',
      'bad-signature',
      'other-circle',
      'out-of-sequence',
      'out-of-sequence',
      'event',
      'too-big',
    ])
    expect(follower.unreadable).toBe(0)
    expect(follower.entries.at(-1)).toMatchObject({ size: 200_000, position: 11 })
    expect(await follower.signed(first.id)).toEqual(first)
    expect(await follower.signed(toHex(key('none')))).toBeUndefined()
  })

  it('[E8] gives the fold both of two things that a device said at one place, and what followed each', async () => {
    const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
    const [speaker, copy] = [new Speaker(ana), new Speaker(ana)]
    const first = speaker.sign('one')
    copy.sign('one')
    await ana.append(speaker.seal(first), speaker.say('two'), copy.say('another two'), speaker.say('three'))
    await ana.append(copy.say('another three'))
    connect(ana, ben)
    await agreed([ana, ben], 5)
    const follower = await follow(ben)
    expect(outcomes(follower)).toEqual(['event', 'event', 'event', 'event', 'event'])
    expect([...follower.fold.events.values()].map(({ seq }) => seq)).toEqual([1, 2, 2, 3, 3])
  })

  it('counts what a new key opens as if it had been there from the start', async () => {
    const ana = await founder('ana')
    const speaker = new Speaker(ana)
    const late = key('second epoch')
    await ana.append(speaker.say('one'), speaker.seal(speaker.sign('two'), late), speaker.say('three'))
    const keyring = createKeyring([EPOCH_KEY])
    const announced = [toHex(hash(EPOCH_KEY)), toHex(hash(late))]
    const follower = await follow(ana, keyring, announced)
    expect(follower.unreadable).toBe(1)
    expect(outcomes(follower)).toEqual(['event', 'unreadable', 'out-of-sequence'])
    let rebuilt = false
    follower.on('change', (change) => (rebuilt = change.rebuilt))
    keyring.add(late)
    await follower.keysAdded()
    expect(outcomes(follower)).toEqual(['event', 'event', 'event'])
    expect([follower.unreadable, rebuilt]).toEqual([0, true])
  })

  it('gives all the same set, whoever was apart, and refolds nothing for a new order', async () => {
    const devices = (await circleOf('ana', 'ben', 'cleo')) as [Device, Device, Device]
    const [ana, ben, cleo] = devices
    const speakers = devices.map((one) => new Speaker(one))
    const followers = await Promise.all(devices.map((one) => follow(one)))
    let rebuilds = 0
    for (const follower of followers) follower.on('change', ({ rebuilt }) => void (rebuilds += Number(rebuilt)))
    for (let n = 0; n < 10; n += 1)
      for (const [index, one] of devices.entries()) await one.append(speakers[index]!.say(`${one.name} ${n}`))
    connect(ana, ben)
    await agreed([ana, ben], 20)
    connect(ben, cleo)
    await agreed(devices, 30)
    await Promise.all(followers.map((follower) => follower.settle()))
    const [first] = followers
    for (const follower of followers) {
      expect(follower.fold.ids).toEqual(first?.fold.ids)
      expect(follower.entries.map(({ writer, position }) => `${writer}${position}`)).toEqual(
        first?.entries.map(({ writer, position }) => `${writer}${position}`),
      )
    }
    expect(first?.fold.ids).toHaveLength(30)
    expect(rebuilds).toBe(0)
  })
})
