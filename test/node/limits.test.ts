import { expect, onTestFinished, test } from 'vitest'
import { parseAddress } from '../../src/network/address.ts'
import { callInviter } from '../../src/network/internet/invite-way.ts'
import { InternetDht } from '../../src/network/internet/internet-dht.ts'
import { QuietDht } from '../../src/network/quiet-dht.ts'
import { decodeInvite } from '../../src/node/invitation/invite.ts'
import { MOST_CALLERS } from '../../src/node/invite-doors.ts'
import { bytesOfHex, signingPair } from '../../src/log/crypto.ts'
import { circleOf, inStep, lets, meet, peer, until, type Peer } from '../helpers/nodes.ts'
import { testnet } from '../helpers/testnet.ts'

const keysOf = (seed: number) => signingPair(Buffer.alloc(32, seed))

test('strangers who hold every line that one address gets keep nobody of the circle out, nor who is invited', async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  await Promise.all([ana.restart(), ben.restart()])
  const address = parseAddress(await ana.listens())!
  // As from another house: many keys, one address.
  const dht = new QuietDht(keysOf(1), { host: '127.0.0.2', port: 0 })
  onTestFinished(async () => dht.destroy())
  const opened: boolean[] = []
  for (let seed = 2; seed < 142; seed += 1) {
    const stream = dht.call(address, bytesOfHex(address.peer), keysOf(seed))
    stream.on('error', () => {})
    opened.push(await stream.opened)
    // They stay for as long as they may.
    if (opened.at(-1) === false) break
  }
  expect(opened).toContain(false)
  await ben.api.driver.notice({ circle: ben.circle, statement: 'The tap drips' })
  await meet(ana, ben)
  await inStep(ana, ben)
  const cleo = await peer('Cleo')
  await lets(ana, cleo)
  await inStep(ana, ben, cleo)
})

test('an invitation brings so many callers and no more, and when one leaves there is place again', async () => {
  const net = await testnet()
  const [ana] = (await circleOf('Ana')) as [Peer]
  await ana.goesAbroad(net)
  const { invite } = await ana.api.invite.create({ circle: ana.circle })
  const decoded = decodeInvite(invite)
  if (!decoded.ok) throw new Error(decoded.refusal.code)
  const dht = new InternetDht({ bootstrap: [net] })
  onTestFinished(async () => dht.destroy())
  const call = async (seed: number) => {
    const stream = callInviter(dht, bytesOfHex(decoded.value.secret), keysOf(seed), null)
    stream.on('error', () => {})
    return { stream, isOpen: await stream.opened }
  }
  // Until the door is there.
  const first = await until('the inviter answers', [ana], async () => {
    const called = await call(1)
    return called.isOpen ? called : undefined
  })
  const others = []
  for (let seed = 2; seed <= MOST_CALLERS; seed += 1) others.push(await call(seed))
  expect(others.every(({ isOpen }) => isOpen)).toBe(true)
  expect((await call(100)).isOpen).toBe(false)
  first.stream.destroy()
  await until('there is place again', [ana], async () => ((await call(101)).isOpen ? true : undefined))
})
