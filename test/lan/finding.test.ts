import { readdir, readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { peer } from '../helpers/nodes.ts'
import { inStep, Neighbour, neighbours, until } from './neighbour.ts'
import { canPretend, WAY_OUT } from './pretend-lan.ts'

/** Somebody in the network itself, and somebody far away: who asks either sends something. */
const TO_ASK = '10.77.0.99:49737,192.0.2.9:49737'

/** Longer than anything that a node does by itself at its start. */
const LISTEN_MS = 1_600
const LOST_MS = 800

/** Every key, id and name that a folder keeps, and the machine's own name. */
async function secretsIn(folder: string): Promise<string[]> {
  const [file = ''] = (await readdir(join(folder, 'circles'))).filter((name) => name.endsWith('.json'))
  const texts = await Promise.all(
    ['profile.json', join('circles', file)].map((path) => readFile(join(folder, path), 'utf8')),
  )
  const said = texts.flatMap((text) => text.match(/[0-9a-f]{64}/g) ?? [])
  // Short names would show in any noise.
  return [
    ...new Set([
      ...said,
      'Kitchen',
      'Anastasia',
      'Benedikt',
      `${String.fromCharCode(hostname().length)}${hostname()}\x05local`,
    ]),
  ]
}

const says = (frames: readonly Buffer[], secret: string): boolean => {
  const raw = /^[0-9a-f]{64}$/.test(secret) ? [Buffer.from(secret, 'hex')] : []
  return frames.some((frame) => [Buffer.from(secret), ...raw].some((bytes) => frame.includes(bytes)))
}

const from = (room: number, frames: readonly Buffer[]): Buffer[] =>
  frames.filter((frame) => frame.subarray(26, 30).equals(Buffer.from([10, 77, 0, room])))

/** The names under which somebody was announced. */
const namesIn = (frames: readonly Buffer[]): string[] =>
  frames.filter((frame) => frame.includes('_nst')).flatMap((frame) => frame.toString('latin1').match(NAME) ?? [])
const IGMP = 2
const IPV4 = 0x0800
const NAME = /(?<=\x10)[0-9a-f]{16}/g

const isThere = async (one: Neighbour, circle: string) =>
  (await one.api.network.status({ circle })).some(({ reachable }) => reachable)

test.runIf(canPretend)(
  'in one network without a way out: found, cut off, elsewhere and late, with no name on the wire',
  async () => {
    const { lan, circle, all } = await neighbours(['Anastasia', 'Benedikt', 'Cleopatra'])
    const [ana, ben, cleo] = all as [Neighbour, Neighbour, Neighbour]
    const secrets = await secretsIn(ana.folder)
    const stop = await lan.capture(1)

    await Promise.all([ana.comes('--lan'), ben.comes('--lan')])
    await inStep(circle, ana, ben)
    expect(new Set((await ana.api.network.status({ circle })).map(({ path }) => path))).toEqual(new Set(['lan', null]))

    await lan.cable(2, 'down')
    const terms = { title: 'Tuesday kitchen', text: 'We cook on Tuesdays.', review: '2027-01-01' }
    await ana.api.proposal.present({ circle, ...terms })
    await lan.cable(2, 'up')
    await inStep(circle, ana, ben)

    // Packets are lost, and nothing else shows it.
    await lan.loses([1, 2], true)
    await Promise.all([ana, ben].map(async ({ api }) => api.driver.notice({ circle, statement: 'It is quiet here.' })))
    await pause(LOST_MS)
    const apart = await Promise.all([ana, ben].map(async ({ api }) => (await api.circle.show({ circle })).at))
    expect(apart[0]).not.toBe(apart[1])
    await lan.loses([1, 2], false)
    await inStep(circle, ana, ben)

    await lan.address(2, '10.77.0.77')
    await ana.api.proposal.present({ circle, ...terms, title: 'Soup' })
    await inStep(circle, ana, ben)

    await cleo.comes('--lan')
    await inStep(circle, ana, ben, cleo)

    await ana.goes()
    const first = await stop()
    expect(secrets.length).toBeGreaterThan(10)
    expect(secrets.filter((secret) => says(first, secret))).toEqual([])
    const again = await lan.capture(1)
    await ana.comes('--lan')
    await inStep(circle, ana, ben, cleo)
    await Promise.all([ben.goes(), cleo.goes()])
    const [before, after] = [first, await again()].map((frames) => namesIn(from(1, frames)))
    expect(before).not.toEqual([])
    expect(after).not.toEqual([])
    expect(after!.filter((name) => before!.includes(name))).toEqual([])
  },
  // On a machine with much else to do, found again takes longer.
  120_000,
)

test.runIf(canPretend)(
  'nobody: not one packet, whom to ask known or not; and each circle has its own switch',
  async () => {
    const newcomer = await peer('Cleopatra')
    await newcomer.api.network.setBootstrap({ bootstrap: TO_ASK })
    await newcomer.close()
    const { lan, circle, all } = await neighbours(
      ['ana', 'ben'],
      async ([_ana, ben]) => {
        await ben!.api.network.setBootstrap({ bootstrap: TO_ASK })
        await ben!.api.circle.reach({ circle: ben!.circle, reach: 'nobody' })
      },
      3,
    )
    const [ana, ben] = all as [Neighbour, Neighbour]
    const cleo = new Neighbour(lan, 3, newcomer.folder)
    await Promise.all([1, 2, 3].map((room) => lan.wayOut(room)))
    const stops = await Promise.all([1, 2, 3].map((room) => lan.capture(room)))
    // Nothing was ever said about it; it was said, in spite of `--lan` and `--internet`; and there is no circle at all.
    await Promise.all([
      ana.comes('--listen', '10.77.0.1:0', '--bootstrap', TO_ASK),
      ben.comes('--lan', '--internet'),
      cleo.comes('--lan', '--internet'),
    ])
    await pause(LISTEN_MS)
    const heard = (await Promise.all(stops.map((stop) => stop()))).flat()
    expect(heard.map((frame) => frame.toString('hex'))).toEqual([])

    // What was listened for would have been heard.
    const stop = await lan.capture(2)
    await ben.api.circle.reach({ circle, reach: 'internet' })
    await pause(LISTEN_MS)
    const asked = await stop()
    expect(asked.some((frame) => frame.includes(Buffer.from([10, 77, 0, 99])))).toBe(true)
    expect(asked.some((frame) => frame.includes(Buffer.from([10, 77, 0, WAY_OUT])))).toBe(true)

    for (const one of all) await one.api.circle.reach({ circle, reach: 'lan' })
    await inStep(circle, ana, ben)
    await ana.api.circle.reach({ circle, reach: 'nobody' })
    await until('ben sees nobody', async () => !(await isThere(ben, circle)))
    // What was on its way still ends; from then on nothing is said, but for the system's own leaving of the group.
    await until('ana is silent', async () => {
      const stop = await lan.capture(1)
      await pause(LISTEN_MS)
      return from(1, await stop()).every((frame) => frame[23] === IGMP)
    })
  },
)

test.runIf(canPretend)('where there is IPv6 alone, found and in step; and called at an address', async () => {
  const { lan, circle, all } = await neighbours(['Anastasia', 'ben'])
  const [ana, ben] = all as [Neighbour, Neighbour]
  for (const { room } of all) await lan.onlySix(room)
  const secrets = await secretsIn(ana.folder)
  const stop = await lan.capture(1)
  await Promise.all(all.map((one) => one.comes('--lan')))
  await inStep(circle, ana, ben)
  expect((await ben.api.network.status({ circle })).map(({ path }) => path)).toEqual(['lan'])
  const heard = await stop()
  expect(heard.filter((frame) => frame.readUInt16BE(12) === IPV4)).toEqual([])
  expect(secrets.filter((secret) => says(heard, secret))).toEqual([])
  await Promise.all(all.map((one) => one.goes()))

  await Promise.all([ana.comes('--listen', '[fd77::1]:0'), ben.comes()])
  expect(ana.address).toContain('@[fd77::1]:')
  expect(await ben.api.network.connect({ address: ana.address ?? '' })).toMatchObject({ connected: true })
  await inStep(circle, ana, ben)
})

test.runIf(canPretend)('where no UDP gets through it is TCP, and where no multicast does, an address', async () => {
  const { lan, circle, all } = await neighbours(['ana', 'ben'])
  const [ana, ben] = all as [Neighbour, Neighbour]
  for (const { room } of all) await lan.withoutUdp(room)
  await Promise.all(all.map((one) => one.comes('--lan')))
  await inStep(circle, ana, ben)
  await Promise.all(all.map((one) => one.goes()))

  for (const { room } of all) await lan.withoutMulticast(room)
  await Promise.all([ana.comes('--lan', '--listen', '10.77.0.1:0'), ben.comes('--lan')])
  expect(await isThere(ben, circle)).toBe(false)
  expect(await ben.api.network.connect({ address: ana.address ?? '' })).toMatchObject({ connected: true })
  await inStep(circle, ana, ben)
})
