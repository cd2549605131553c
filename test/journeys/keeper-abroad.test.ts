import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { KeeperProcess } from '../helpers/keeper-process.ts'
import { agreeOn, circleOf, expectQuiet, knockOf, peer, until, type Peer } from '../helpers/nodes.ts'
import { testnet } from '../helpers/testnet.ts'

const TERMS = { title: 'A keeper', text: 'It passes on what it cannot read.', review: '2027-01-01' }

/** The circle names a keeper that is nowhere to be found but by its key, on an internet of the test. */
async function kept(net: string) {
  const keeper = await KeeperProcess.begins('--internet', '--bootstrap', net)
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  await agreeOn([ana, ben], { ...TERMS, keeper: keeper.address })
  await ben.close()
  await ana.restart()
  const isKept = async () =>
    until('the keeper has it all', [ana], async () =>
      (await ana.api.keeper.list({ circle: ana.circle })).keepers[0]?.standing === 'whole' ? true : undefined,
    )
  const goesOut = async () => {
    await ana.api.circle.reach({ circle: ana.circle, reach: 'internet' })
    await ana.api.network.findOthers({ lan: false, bootstrap: net })
    await isKept()
  }
  await goesOut()
  return { keeper, ana, ben, isKept, goesOut }
}

test('a newcomer who is never there with anybody: found by nobody but the keeper, whose way the internet knows', async () => {
  const net = await testnet()
  const { keeper, ana, ben, isKept, goesOut } = await kept(net)
  const { invite, addresses } = await ana.api.invite.create({ circle: ana.circle })
  expect(addresses).toContain(keeper.address)
  expect(keeper.address).not.toContain('@')
  await ana.close()

  const cleo = await peer('Cleo')
  await cleo.api.network.setBootstrap({ bootstrap: net })
  const asked = await cleo.api.join.request({ invite, reach: 'internet' })
  await keeper.until('her letter lies there', ({ letters }) => letters === 1)
  await cleo.close()

  await ana.open()
  await goesOut()
  const { code } = await knockOf(ana, asked.request)
  expect(code).toBe(asked.code)
  await ana.api.invite.confirm({ circle: ana.circle, request: asked.request, code })
  await keeper.until('the answer lies there', ({ letters }) => letters === 2)
  await isKept()
  await ana.close()

  await cleo.open()
  await cleo.api.join.resume({})
  await cleo.api.join.wait({ request: asked.request, seconds: 50 })
  const page = await until('Cleo has the whole circle', [cleo], async () => {
    const shown = await cleo.api.circle.show({ circle: cleo.circle })
    return shown.whole ? shown : undefined
  })
  expect(page.members.map((one) => one.name).sort()).toEqual(['Ana', 'Ben', 'Cleo'])
  const status = await cleo.api.network.status({ circle: cleo.circle })
  expect(status.map(({ reachable }) => reachable)).toEqual([false, false])
  expectQuiet(ana, ben, cleo)
})

test('nobody is asked for the way to a keeper before the newcomer says that it may be the internet', async () => {
  const net = await testnet()
  const { keeper, ana } = await kept(net)
  // She herself is not abroad any more: the keeper alone is.
  await ana.restart()
  await ana.api.circle.reach({ circle: ana.circle, reach: 'nobody' })
  const { invite, addresses } = await ana.api.invite.create({ circle: ana.circle })
  expect(addresses).toEqual([keeper.address])
  await ana.close()
  const bystander = createSocket('udp4')
  onTestFinished(() => void bystander.close())
  let heard = 0
  bystander.on('message', () => (heard += 1))
  bystander.bind(0, '127.0.0.1')
  await once(bystander, 'listening')

  const cleo = await peer('Cleo')
  await cleo.api.network.setBootstrap({ bootstrap: `127.0.0.1:${bystander.address().port}` })
  const asked = await cleo.api.join.request({ invite, reach: 'nobody' })
  expect(asked.needsInternet).toBe(true)
  await cleo.restart()
  await cleo.api.join.resume({})
  await cleo.restart()
  expect(heard).toBe(0)
  await cleo.api.network.setBootstrap({ bootstrap: net })
  await cleo.api.join.overInternet({ request: asked.request })
  await keeper.until('her letter lies there', ({ letters }) => letters === 1)
})
