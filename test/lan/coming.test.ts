import { once } from 'node:events'
import { expect, test } from 'vitest'
import { peer } from '../helpers/nodes.ts'
import { inStep, Neighbour, neighbours, until } from './neighbour.ts'
import { canPretend } from './pretend-lan.ts'

test.runIf(canPretend)('who joins says who may find them, and is found when the inviter has moved on', async () => {
  const newcomer = await peer('Cleopatra')
  await newcomer.close()
  const { lan, circle, all } = await neighbours(['ana', 'ben'], undefined, 4)
  const [ana] = all as [Neighbour, Neighbour]
  const cleo = await new Neighbour(lan, 3, newcomer.folder).comes()
  await ana.comes('--lan')
  const { invite } = await ana.api.invite.create({ circle })
  const { request } = await cleo.api.join.request({ invite, reach: 'lan' })
  await until('ana sees who asks', async () => {
    const { items } = await ana.api.invite.list({ circle })
    return items.some((one) => one.request === request)
  })
  await ana.api.invite.confirm({ circle, request })
  await cleo.api.join.wait({ request, seconds: 40 })
  expect((await cleo.api.circle.show({ circle })).reach).toBe('lan')

  // An invitation that nobody took up yet: the address in it is nobody's by the time it is.
  const later = await peer('Dora')
  await later.close()
  const dora = await new Neighbour(lan, 4, later.folder).comes()
  const unused = await ana.api.invite.create({ circle })
  await ana.goes()
  await lan.address(1, '10.77.0.101')
  await ana.comes('--lan')
  const stop = await lan.capture(4)
  const asked = await dora.api.join.request({ invite: unused.invite })
  expect(asked.needsNetwork).toBe(true)
  await dora.api.join.inNetwork({ request: asked.request })
  await until('ana sees who asks, though she moved', async () => {
    const { items } = await ana.api.invite.list({ circle })
    return items.some((one) => one.request === asked.request)
  })
  await ana.api.invite.confirm({ circle, request: asked.request })
  await dora.api.join.wait({ request: asked.request, seconds: 40 })
  await inStep(circle, ana, dora)
  expect((await stop()).some((frame) => frame.includes(Buffer.from(circle, 'hex')))).toBe(false)
  await dora.goes()

  // Under other keys and at another port: only who looks for her in the network finds her.
  await ana.goes()
  await ana.comes('--lan')
  await inStep(circle, ana, cleo)
  expect((await cleo.api.network.status({ circle })).map(({ path }) => path)).toContain('lan')
})

test.runIf(canPretend)('where another program held the port, others are found once it is free', async () => {
  const { lan, circle, all } = await neighbours(['ana', 'ben'])
  const [ana, ben] = all as [Neighbour, Neighbour]
  const greedy = lan.start(
    1,
    process.execPath,
    '-e',
    'const s = require("dgram").createSocket("udp4"); s.bind(5353, "0.0.0.0", () => console.log("held"))',
  )
  await once(greedy.stdout!, 'data')
  await Promise.all(all.map((one) => one.comes('--lan')))
  expect((await ben.api.network.status({ circle })).some(({ reachable }) => reachable)).toBe(false)
  const gone = once(greedy, 'close')
  greedy.kill('SIGKILL')
  await gone
  await inStep(circle, ana, ben)
})
