import { readdirSync, readlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Dice } from '../helpers/dice.ts'
import { circleOf, expectQuiet, inStep, knockOf, peer, type Peer } from '../helpers/nodes.ts'
import { testnet } from '../helpers/testnet.ts'

/** Rounds, as `npm run soak:internet` sets them; none in an ordinary run. */
const ROUNDS = Number(process.env['NST_INTERNET'] ?? 0)
const SEED = Number(process.env['NST_SEED'] ?? 1)
const ROUND_MS = 90_000
/** A newcomer is let in over the internet each so many rounds, up to so many people. */
const NEWCOMER_EACH = 4
const MOST_PEOPLE = 6

const sockets = (): number => {
  const open = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return ''
    }
  })
  return open.filter((name) => name.startsWith('socket')).length
}

/** Somebody new, who finds the inviter over the internet alone. */
async function comesIn(name: string, inviter: Peer, net: string): Promise<Peer> {
  const one = await peer(name, 'soak')
  one.now = inviter.now
  await one.api.network.setBootstrap({ bootstrap: net })
  const { invite } = await inviter.api.invite.create({ circle: inviter.circle })
  const { request } = await one.api.join.request({ invite, reach: 'internet' })
  await knockOf(inviter, request)
  await inviter.api.invite.confirm({ circle: inviter.circle, request })
  await one.api.join.wait({ request, seconds: 60 })
  return one.goesAbroad(net)
}

test.runIf(ROUNDS > 0)(
  `seed ${SEED}: ${ROUNDS} rounds over an internet of its own: they sleep, leave, come back and speak apart, and are in step each time`,
  async () => {
    const [dice, net] = [new Dice(SEED), await testnet()]
    const people = await circleOf('ana', 'ben', 'cleo')
    for (const one of people) await one.restart()
    await Promise.all(people.map((one) => one.goesAbroad(net)))
    const [took, open]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % NEWCOMER_EACH === 1 && people.length < MOST_PEOPLE)
        people.push(await comesIn(`newcomer ${round}`, people[0]!, net))
      // The first stays, so that the others can come.
      const how = people.map((_one, index) =>
        index === 0 ? 'stays' : dice.oneOf(['stays', 'sleeps', 'leaves'] as const),
      )
      for (const [index, one] of people.entries()) {
        if (how[index] === 'sleeps') await one.node.reach.suspend()
        if (how[index] === 'leaves') await one.close()
      }
      for (const [index, one] of people.entries())
        if (how[index] !== 'leaves')
          await one.api.driver.notice({ circle: one.circle, statement: `round ${round}, ${one.name}` })
      const start = performance.now()
      await Promise.all(
        people.map(async (one, index) => {
          if (how[index] === 'sleeps') await one.node.reach.resume()
          if (how[index] === 'leaves') await (await one.open()).goesAbroad(net)
        }),
      )
      await inStep(...(people as [Peer, ...Peer[]]))
      took.push(performance.now() - start)
      open.push(sockets())
    }
    expectQuiet(...people)
    const sorted = took.toSorted((a, b) => a - b).map(Math.round)
    const megabytes = Math.round(process.memoryUsage().rss / 1_000_000)
    console.log(
      `${people.length} people, in step again: median ${sorted[Math.floor(sorted.length / 2)]} ms, worst ${sorted.at(-1)} ms of ${sorted.length}; sockets ${open[0]} at first, ${open.at(-1)} at last; ${megabytes} MB`,
    )
    // Nobody leaves sockets behind: a node has a few, and the newcomers brought theirs.
    expect(open.at(-1)! - open[0]!).toBeLessThanOrEqual((people.length - 2) * 8)
  },
  Math.max(ROUNDS, 1) * ROUND_MS,
)
