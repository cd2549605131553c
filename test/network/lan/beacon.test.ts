import { expect, test } from 'vitest'
import { hash } from '../../../src/log/crypto.ts'
import { lightBeacon, readBeacon, SLOT_SIZE, SLOTS } from '../../../src/network/lan/beacon.ts'
import { announcement, hear, question } from '../../../src/network/lan/dns-sd.ts'
import { below, bytesFrom, chanceOf } from '../chance.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const DAY = 24 * 60 * 60 * 1000
const secretOf = (circle: string) => hash(Buffer.from(circle))
const at = { peer: hash(Buffer.from('a key')), port: 40_001, tcp: 40_002 }
const chance = (seed: number) => {
  const draw = chanceOf(seed)
  return (size: number) => bytesFrom(draw, size)
}
const kitchen = (seed = 1, now = NOW) => lightBeacon([{ secret: secretOf('kitchen'), at }], now, chance(seed))

test('who holds the secret reads where to call; nobody else reads anything', () => {
  expect(readBeacon(kitchen(), secretOf('kitchen'), NOW)).toMatchObject({ port: 40_001, tcp: 40_002 })
  expect(Buffer.from(readBeacon(kitchen(), secretOf('kitchen'), NOW)!.peer)).toEqual(Buffer.from(at.peer))
  expect(readBeacon(kitchen(), secretOf('garden'), NOW)).toBeUndefined()
})

test('two beacons for one circle have nothing in common, and each looks like one for eight', () => {
  const [one, other] = [kitchen(1), kitchen(2)]
  expect([one.slots.length, ...one.slots.map((slot) => slot.byteLength)]).toEqual([
    SLOTS,
    ...one.slots.map(() => SLOT_SIZE),
  ])
  const pieces = (beacon: typeof one) => beacon.slots.flatMap((slot) => [slot.subarray(0, 8), slot.subarray(8, 24)])
  const texts = new Set(pieces(one).map((piece) => Buffer.from(piece).toString('hex')))
  expect(pieces(other).filter((piece) => texts.has(Buffer.from(piece).toString('hex')))).toEqual([])
})

test('a beacon that somebody recorded says nothing two days later; clocks may be a day apart', () => {
  const read = (then: number) => readBeacon(kitchen(), secretOf('kitchen'), then) !== undefined
  expect([-2, -1, 0, 1, 2].map((days) => read(NOW + days * DAY))).toEqual([false, true, true, true, false])
})

test('a changed beacon is read by nobody', () => {
  const { salt, slots } = kitchen()
  for (const at of [8, 30, SLOT_SIZE - 1]) {
    const bent = slots.map((slot) => Buffer.from(slot).fill(slot[at]! ^ 1, at, at + 1))
    expect(readBeacon({ salt, slots: bent }, secretOf('kitchen'), NOW)).toBeUndefined()
  }
})

test('what is announced is heard as it was said, in one packet of any network', () => {
  const notice = { name: '0123456789abcdef', beacon: kitchen(), ends: false }
  const packet = announcement(notice, { host: '192.168.1.20', port: 40_001 })
  expect(packet.byteLength).toBeLessThan(1_200)
  const [heard] = hear(packet)!.notices
  expect(heard).toMatchObject({ name: notice.name, ends: false })
  expect(readBeacon(heard!.beacon, secretOf('kitchen'), NOW)).toMatchObject({ port: 40_001 })
  expect(hear(announcement({ ...notice, ends: true }, { host: '192.168.1.20', port: 1 }))!.notices[0]!.ends).toBe(true)
  expect(hear(question())).toEqual({ asks: true, notices: [] })
})

test('any bytes are heard without harm', () => {
  const draw = chanceOf(7)
  const packet = announcement(
    { name: '0123456789abcdef', beacon: kitchen(), ends: false },
    { host: '10.0.0.1', port: 1 },
  )
  for (let round = 0; round < 300; round += 1) {
    const bent = Buffer.from(packet.subarray(0, below(draw, packet.byteLength) + 1))
    for (let times = below(draw, 8); times >= 0; times -= 1) bent[below(draw, bent.byteLength)] = below(draw, 256)
    expect(() => {
      for (const { beacon } of hear(bent)?.notices ?? []) readBeacon(beacon, secretOf('kitchen'), NOW)
      hear(bytesFrom(draw, below(draw, 600)))
    }).not.toThrow()
  }
})
