import { expect, it } from 'vitest'
import { nextMoment, startAlarm } from '../../src/node/alarm.ts'
import { createChanges } from '../../src/node/changes.ts'
import { dayOf } from '../../src/node/clock.ts'
import { agreed, circleOf, together } from '../helpers/circles.ts'
import { circleOf as circleOfNodes, inStep, type Peer } from '../helpers/nodes.ts'
import type { Person } from '../helpers/people.ts'

/** Whoever was told gets to hear it. */
async function ticks(): Promise<void> {
  for (let tick = 0; tick < 50; tick++) await Promise.resolve()
}

type Home = Awaited<ReturnType<Peer['api']['home']['show']>>

const DAY = 24 * 60 * 60 * 1000

/** A pace that waits for nobody: it does its work when the test says so. */
function byHand() {
  const asked: { ms: number; work: () => void }[] = []
  const pace = (ms: number, work: () => void) => {
    const one = { ms, work }
    asked.push(one)
    return () => void asked.splice(asked.indexOf(one), 1)
  }
  return { asked, pace }
}

function roundWithDeadline(): { ana: Person; deadline: number } {
  const people = circleOf('ana', 'ben', 'cleo')
  const [ana] = people as [Person]
  const way = { rule: 'absentee', days: 2 } as const
  const agreement = ana.agreementOf(agreed(people, { title: 'Silence', effect: { kind: 'way', way } }))
  ana.clock.now += DAY / 2
  const proposal = ana.presents()
  together(...people)
  const deadline = ana.clock.now + 2 * DAY + 5000
  ana.opensRound(proposal, undefined, { agreement, deadline })
  return { ana, deadline }
}

it('the next moment is a deadline of a round, the beginning of a meeting, or a new day where the person is', () => {
  const { ana, deadline } = roundWithDeadline()
  const midnight = nextMoment([], deadline)
  expect(dayOf(midnight)).not.toBe(dayOf(deadline))
  expect(dayOf(midnight - 1)).toBe(dayOf(deadline))
  expect(nextMoment([ana.circle], deadline - 1000)).toBe(deadline)
  expect(nextMoment([ana.circle], deadline)).toBe(midnight)
  const plan = { title: 'Evening', starts: deadline + 2000, minutes: 60, place: null, note: null }
  ana.say('meeting.scheduled', { ...plan, follows: null })
  expect(nextMoment([ana.circle], deadline)).toBe(deadline + 2000)
})

it('tells whoever listens once a deadline has passed, and not before; also one that came to be meanwhile', async () => {
  const { ana, deadline } = roundWithDeadline()
  const [changes, { asked, pace }] = [createChanges(), byHand()]
  const circles: Person['circle'][] = []
  let now = deadline - 60_000
  const stop = startAlarm({ circles: () => circles, changes, clock: () => now, pace })
  const told: (string | null)[] = []
  const gone = new AbortController()
  const listening = (async () => {
    for await (const { circle } of changes.listen(gone.signal)) told.push(circle)
  })()
  circles.push(ana.circle)
  changes.tell(ana.circleId)
  await ticks()
  expect(asked.map(({ ms }) => ms)).toEqual([60_000])
  now += 30_000
  asked[0]?.work()
  expect(asked.map(({ ms }) => ms)).toEqual([30_000])
  now += 30_000
  asked[0]?.work()
  await ticks()
  expect(told).toEqual([ana.circleId, null])
  await stop()
  expect(asked).toEqual([])
  gone.abort()
  await listening
})

it('[R9] [D3 row 16] an open home shows by itself that the time of a round is over, though nobody says anything', async () => {
  const { asked, pace } = byHand()
  const [ana, ben, cleo] = (await circleOfNodes('Ana', 'Ben', 'Cleo')) as [Peer, Peer, Peer]
  ana.alarm = pace
  await ana.restart()
  for (const one of [ben, cleo]) await one.api.network.connect({ address: await ana.listens() })
  const all = [ana, ben, cleo] as const
  const { circle } = ana
  const review = '2028-01-01'
  const way = { rule: 'absentee', days: 2 } as const
  const silence = await ana.api.way.propose({ circle, way, title: 'Silence', text: 'Two days.', review })
  await ana.api.round.open({ proposal: silence.proposal })
  await inStep(...all)
  for (const one of all) await one.api.response.consent({ proposal: silence.proposal })
  await inStep(...all)
  await ana.api.round.close({ proposal: silence.proposal })
  const { proposal } = await ana.api.proposal.present({ circle, title: 'An oven', text: 'We buy it.', review })
  await ana.api.round.open({ proposal, silence: 'absentee' })
  await inStep(...all)
  for (const one of [ana, ben]) await one.api.response.consent({ proposal })
  await inStep(...all)
  ben.now += 3 * DAY
  await ben.api.proposal.react({ proposal, text: 'still good' })
  await inStep(...all)

  const leaving = new AbortController()
  const shown = (await ana.api.live.home.show({}, { signal: leaving.signal }))[Symbol.asyncIterator]()
  const kinds = async () => ((await shown.next()).value as Home).waiting.map(({ kind }) => kind)
  expect(await kinds()).not.toContain('close-silent')
  ana.now += 2 * DAY
  asked.at(-1)?.work()
  expect(await kinds()).toContain('close-silent')
  leaving.abort()
  await shown.return?.()
})
