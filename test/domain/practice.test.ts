import { expect, it } from 'vitest'
import { eventBodies } from '../../src/domain/events.ts'
import { purpose } from '../../src/domain/purpose.ts'
import { foundCircle } from '../helpers/circles.ts'

it('[C1] practice stands in the genesis, and so in the id of the circle and in its state hash', () => {
  const [real, practised] = [foundCircle('ana', 'Kitchen', false), foundCircle('ana', 'Kitchen', true)]
  expect(purpose(real.circle).practice).toBe(false)
  expect(purpose(practised.circle).practice).toBe(true)
  expect(practised.circleId).not.toBe(real.circleId)
  expect(practised.stateHash().stateHash).not.toBe(real.stateHash().stateHash)
})

it('[C1] a genesis says whether it is for practice: one that does not is no genesis', () => {
  const ana = foundCircle('ana')
  const genesis = [...ana.known.values()][0]?.known.body as Record<string, unknown>
  const { practice, ...silent } = genesis
  expect(practice).toBe(false)
  expect(eventBodies['circle.created'].safeParse(genesis).success).toBe(true)
  expect(eventBodies['circle.created'].safeParse(silent).success).toBe(false)
})
