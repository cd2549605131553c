import { expect, it } from 'vitest'
import { devicesOf, lenderOf } from '../../src/domain/members/queries.ts'
import { asked, expectSameInAnyOrder, stateOf } from '../helpers/asked.ts'
import { agree, together } from '../helpers/circles.ts'

const codeOf = (refused: { code: string } | null) => refused?.code ?? null

it('[V6] a device that is another’s says so once, about itself alone, of somebody who is here; what is said from it stands', () => {
  const { people, round } = asked()
  const [ana, ben, cleo] = people
  expect(codeOf(ben.refusal('device.borrowed', { from: ben.id }))).toBe('this-device')
  expect(codeOf(ben.refusal('device.borrowed', { from: 'f'.repeat(64) }))).toBe('no-such-person')
  ben.say('device.borrowed', { from: ana.id })
  expect(codeOf(ben.refusal('device.borrowed', { from: cleo.id }))).toBe('already-done')
  together(...people)
  const lenders = (person: string) => devicesOf(cleo.circle, person).map((device) => lenderOf(device))
  expect([lenders(ben.id), lenders(ana.id)]).toEqual([[ana.id], [null]])
  expect(stateOf(cleo, agree(round, ana, ben, cleo))).toBe('in-force')
  expectSameInAnyOrder(...people)
})
