import { describe, expect, it } from 'vitest'
import { eventBodies } from '../../src/domain/events.ts'
import { Dice } from '../helpers/dice.ts'
import { signed } from '../helpers/devices.ts'
import { circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { Person } from '../helpers/people.ts'

describe('bodies of any shape', () => {
  it.each(Object.keys(eventBodies))('[E2] fuzzes the body of %s: the fold never throws (seed 1)', (type) => {
    const dice = new Dice(1)
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    const consent = ana.consents(round)
    together(ana, ben)
    const ids = [proposal, round, consent, ana.id, ben.id, ana.device, 'ab'.repeat(32)]
    const hashes: string[] = []
    for (let n = 0; n < 150; n++) {
      const body = fuzzed(dice, ids, 0)
      const said = signed({ ...ben.content(type, null), body: body ?? null }, ben.keys)
      expect(() => ben.takes(said)).not.toThrow()
      expect(() => ben.refusal(type as 'member.left', body as Record<string, never>)).not.toThrow()
    }
    hashes.push(ben.stateHash().stateHash ?? '')
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
    ana.hears(ben)
    expectSameCircle(ana, ben)
  })
})

/** Anything JSON can hold: often nearly right, since the keys and ids are those of real events. */
function fuzzed(dice: Dice, ids: readonly string[], depth: number): unknown {
  const keys = ['proposal', 'round', 'version', 'content', 'consents', 'electorate', 'person', 'device', 'objection']
  const more = ['reason', 'text', 'agreement', 'close', 'until', 'as', 'parents', 'integrates', '__proto__', 'toString']
  const leaf = [null, true, 0, -1, 2 ** 53 - 1, '', ' ', 'withdrawn', '2027-02-30', '2027-02-28', [], {}, ...ids]
  if (depth > 3 || dice.happens(40)) return dice.oneOf(leaf)
  if (dice.happens(25)) return Array.from({ length: dice.below(4) }, () => fuzzed(dice, ids, depth + 1))
  const entries = Array.from({ length: dice.below(6) }, () => {
    const key = dice.oneOf([...keys, ...more]) ?? ''
    return [key, dice.happens(60) ? dice.oneOf(ids) : fuzzed(dice, ids, depth + 1)] as const
  })
  return JSON.parse(`{${entries.map(([key, value]) => `"${key}":${JSON.stringify(value)}`).join(',')}}`)
}
