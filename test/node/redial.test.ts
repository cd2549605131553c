import { expect, it, onTestFinished, vi } from 'vitest'
import { parseAddress } from '../../src/network/address.ts'
import { Redial } from '../../src/node/redial.ts'
import { circleOf, until } from '../helpers/nodes.ts'

const HOUR = 3_600_000
const terms = { title: 'Bread on Sundays', text: 'We bake.', review: '2027-01-01' }

it('whoever called somebody and loses them calls again, and what was said meanwhile comes', async () => {
  const [ana, ben] = await circleOf('Ana', 'Ben')
  if (ana === undefined || ben === undefined) throw new Error('nobody')
  const address = parseAddress(await ana.listens())
  if (address === undefined) throw new Error('no address')
  const seesAna = async () => (await ben.api.network.status({ circle: ben.circle })).some((one) => one.reachable)
  await until('Ben sees Ana', [ben], async () => (await seesAna()) || undefined)

  await ana.restart()
  await until('Ben knows that he lost her', [ben], async () => !(await seesAna()) || undefined)
  const { proposal } = await ana.api.proposal.present({ circle: ana.circle, ...terms })
  await ana.api.network.listen({ listen: `${address.host}:${address.port}` })
  const shown = await until('it is at Ben’s', [ben], async () =>
    ben.api.proposal.show({ proposal }).catch(() => undefined),
  )
  expect(shown).toMatchObject({ title: terms.title })
})

it('ever more seldom, until there is nothing to speak of with them any more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const state = { calls: 0, isWanted: true }
  const call = async () => {
    state.calls += 1
    throw new Error('nobody answered')
  }
  const redial = new Redial({ call, isHere: () => false })
  redial.lost('aa', () => state.isWanted)
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(state.calls).toBe(0)

  redial.reached({ peer: 'aa', host: '127.0.0.1', port: 1 })
  redial.lost('aa', () => state.isWanted)
  redial.lost('aa', () => state.isWanted)
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(state.calls).toBeGreaterThan(50)
  expect(state.calls).toBeLessThan(70)
  const before = state.calls
  state.isWanted = false
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(state.calls).toBe(before)
})
