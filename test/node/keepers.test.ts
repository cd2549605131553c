import { expect, test } from 'vitest'
import { formatKeeperAddress, parseKeeperAddress } from '../../src/network/keeper/keeper-address.ts'
import { KeeperProcess } from '../helpers/keeper-process.ts'
import { testnet } from '../helpers/testnet.ts'
import { agreeOn, circleOf, expectQuiet, knockOf, peer, until, type Peer } from '../helpers/nodes.ts'

const TERMS = { title: 'Someone who keeps', text: 'The machine in the library keeps for us.', review: '2027-01-01' }

/** They agree that it keeps for them. */
const name = async (keeper: string, ...peers: [Peer, ...Peer[]]) => agreeOn(peers, { ...TERMS, keeper })

const standing = async (one: Peer) => (await one.api.keeper.list({ circle: one.circle })).keepers[0]?.standing

const isKept = (one: Peer) =>
  until(`the keeper has what ${one.name} has`, [one], async () =>
    (await standing(one)) === 'whole' ? true : undefined,
  )

/** They may be found in their own network, where this keeper is. */
async function goesOut(one: Peer): Promise<void> {
  await one.api.circle.reach({ circle: one.circle, reach: 'lan' })
  // Finding each other would speak to the network that this machine is in.
  await one.node.reach.callKeepers({ all: true })
}

test('people who are never there together are in step by a keeper, which can read nothing', async () => {
  const keeper = await KeeperProcess.begins()
  const [ana, ben] = (await circleOf('Anastasia', 'Benedikt')) as [Peer, Peer]
  await name(keeper.address, ana, ben)
  expect(await standing(ana)).toBe('barred')
  await goesOut(ana)
  await isKept(ana)
  await ben.close()
  const words = 'We cook on Wednesdays, quietly.'
  await ana.api.proposal.present({ circle: ana.circle, ...TERMS, title: 'Wednesdays', text: words })
  await isKept(ana)
  await ana.close()

  await ben.open()
  await goesOut(ben)
  const seen = await until('Ben has what Ana said', [ben], async () => {
    const { items } = await ben.api.proposal.list({ circle: ben.circle })
    return items.find(({ title }) => title === 'Wednesdays')
  })
  const [line] = await ben.api.network.status({})
  expect(line).toMatchObject({ name: 'Anastasia', reachable: false, path: null, lastPath: 'keeper', byKeeper: true })
  // Of Ana's two words since they met, the second was written by whoever knew the first.
  expect(line).toMatchObject({ inStep: false, behind: 0 })
  await ben.api.proposal.react({ proposal: seen.proposal, text: 'Gladly.' })
  expect(await ben.api.network.status({})).toMatchObject([{ behind: 1 }])
  await isKept(ben)
  await ben.close()
  await ana.open()
  await goesOut(ana)
  await until('Ana has what Ben said', [ana], async () =>
    (await ana.api.proposal.show({ proposal: seen.proposal })).reactions.find(({ text }) => text === 'Gladly.'),
  )
  await ana.restart()
  expect(await ana.api.network.status({})).toMatchObject([{ lastPath: 'keeper', behind: 0 }])
  expectQuiet(ana, ben)
  await keeper.goes()
  const kept = await keeper.bytes()
  const said = ['Anastasia', 'Benedikt', 'Kitchen', 'Wednesdays', 'quietly', 'Gladly', 'library', ana.me, ben.me]
  const forms = (word: string) => (word.length === 64 ? [word, Buffer.from(word, 'hex')] : [word])
  expect(said.filter((word) => forms(word).some((form) => kept.includes(form)))).toEqual([])
})

test('a newcomer who meets nobody asks in, is let in and gets the whole circle by a keeper, also when that was started again', async () => {
  const keeper = await KeeperProcess.begins()
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  await name(keeper.address, ana, ben)
  await ben.close()
  await ana.restart()
  await goesOut(ana)
  await isKept(ana)
  const { invite, addresses } = await ana.api.invite.create({ circle: ana.circle })
  expect(addresses).toEqual([keeper.address])
  await ana.close()

  const cleo = await peer('Cleo')
  const asked = await cleo.api.join.request({ invite })
  await keeper.until('her letter lies there', ({ letters }) => letters === 1)
  await cleo.close()
  await keeper.goes()
  await keeper.comes('--listen', keeper.place)

  await ana.open()
  await goesOut(ana)
  const { code } = await knockOf(ana, asked.request)
  expect(code).toBe(asked.code)
  await ana.api.invite.confirm({ circle: ana.circle, request: asked.request, code })
  await isKept(ana)
  await keeper.until('the answer lies there', ({ letters }) => letters === 2)
  await ana.close()
  await keeper.goes('SIGKILL')
  await keeper.comes('--listen', keeper.place)

  await cleo.open()
  await cleo.api.join.resume({})
  await cleo.api.join.wait({ request: asked.request, seconds: 50 })
  const page = await until('Cleo has the whole circle', [cleo], async () => {
    const shown = await cleo.api.circle.show({ circle: cleo.circle })
    return shown.whole ? shown : undefined
  })
  expect(page.members.map((one) => one.name).sort()).toEqual(['Ana', 'Ben', 'Cleo'])
  expect(await standing(cleo)).toBe('barred')
  expectQuiet(ana, ben, cleo)
})

test('who does not know the address is sent away; a full keeper says so and goes on handing out what it has', async () => {
  const keeper = await KeeperProcess.begins('--limit', '1MB')
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  await name(keeper.address, ana, ben)
  await goesOut(ana)
  await isKept(ana)
  await ben.close()
  const long = 'We wash up. '.repeat(4_000)
  for (let index = 0; index < 24; index += 1)
    await ana.api.proposal.present({ circle: ana.circle, ...TERMS, title: `Part ${index}`, text: long })
  await until('the keeper is full', [ana], async () => ((await standing(ana)) === 'full' ? true : undefined))
  await keeper.until('it says that it is full', ({ full }) => full)
  await ana.close()
  await ben.open()
  await goesOut(ben)
  await until('Ben has what it took in', [ben], async () =>
    (await ben.api.proposal.list({ circle: ben.circle })).items.length > 1 ? true : undefined,
  )
  const page = await ben.api.circle.show({ circle: ben.circle })
  expect(
    page.whole && page.waiting === 0 && (await ben.api.proposal.list({ circle: ben.circle })).items.length === 25,
  ).toBe(false)

  const stranger = await circleOf('Dora')
  const forged = formatKeeperAddress({ ...parseKeeperAddress(keeper.address)!, secret: 'ab'.repeat(16) })
  await name(forged, stranger[0]!)
  await goesOut(stranger[0]!)
  await keeper.until('somebody was sent away', ({ refused }) => refused > 0)
  expect(await standing(stranger[0]!)).toBe('away')
})

test('a keeper without a fixed place is found by its key', async () => {
  const net = await testnet()
  const keeper = await KeeperProcess.begins('--internet', '--bootstrap', net)
  expect(keeper.address).not.toContain('@')
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  await name(keeper.address, ana, ben)
  await ben.close()
  await ana.api.circle.reach({ circle: ana.circle, reach: 'internet' })
  await ana.api.network.findOthers({ lan: false, internet: false, bootstrap: net })
  await isKept(ana)
  await ana.api.circle.reach({ circle: ana.circle, reach: 'lan' })
  expect(await standing(ana)).toBe('barred')
  expectQuiet(ana, ben)
})
