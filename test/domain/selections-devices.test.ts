import { describe, expect, it } from 'vitest'
import { notRevealed, standingNominations } from '../../src/domain/selections/queries.ts'
import { nominationSeal } from '../../src/domain/selections/seal.ts'
import { hashText } from '../../src/log/crypto.ts'
import { expectSameCircle, together } from '../helpers/circles.ts'
import { expectSameInAnyOrder } from '../helpers/asked.ts'
import type { Person } from '../helpers/people.ts'
import { opening, opensSelection, reveals, seals, selectionOf, three, words } from '../helpers/selecting.ts'

describe('selections, with several devices', () => {
  it('[G3] a person with two devices: the last they sealed stands, and the device that has the words opens it', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const phone = ana.admitsDeviceOf(ben)
    const selection = opensSelection(ana)
    together(...people, phone)
    seals(ben, selection, words(ana))
    together(...people, phone)
    seals(phone, selection, words(cleo))
    seals(ana, selection, words(null))
    seals(cleo, selection, words(null))
    together(...people, phone)
    expect(notRevealed(selectionOf(ben, selection)).filter(({ person }) => person === ben.id)).toHaveLength(1)
    expect(ben.refusal('nomination.revealed', opening(ben, selection, words(ana)))).toMatchObject({
      code: 'seal-broken',
    })
    reveals(phone, selection, words(cleo))
    together(...people, phone)
    expect(standingNominations(selectionOf(ana, selection)).map(({ nominee }) => nominee)).toEqual([cleo.id])
    expectSameCircle(...people, phone)
  })

  it('[G3] two devices of one person, apart: what both sealed is opened, and both reasons are heard', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const phone = ana.admitsDeviceOf(ben)
    const selection = opensSelection(ana)
    together(...people, phone)
    seals(ben, selection, words(ana))
    seals(phone, selection, words(cleo))
    for (const person of [ana, cleo]) seals(person, selection, words(null))
    together(...people, phone)
    for (const { id, seal } of notRevealed(selectionOf(ben, selection)).filter(({ person }) => person === ben.id)) {
      const said = seal === nominationSeal(selection, ben.id, words(ana), hashText) ? words(ana) : words(cleo)
      const device = said.nominee === ana.id ? ben : phone
      device.say('nomination.revealed', { selection, sealed: id, ...said })
    }
    together(...people, phone)
    const named = standingNominations(selectionOf(ana, selection)).map(({ nominee }) => nominee)
    expect(new Set(named)).toEqual(new Set([ana.id, cleo.id]))
    expectSameCircle(...people, phone)
  })

  it('[G3] [S1] one seal that two devices of a person open apart is one word for everyone, in whatever order it came', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const phone = ana.admitsDeviceOf(ben)
    const selection = opensSelection(ana)
    together(...people, phone)
    seals(ben, selection, words(ana))
    for (const person of [ana, cleo]) seals(person, selection, words(null))
    together(...people, phone)
    for (const device of [ben, phone]) reveals(device, selection, words(ana))
    ana.hears(ben, phone)
    cleo.hears(phone, ben)
    const stands = (person: Person) => standingNominations(selectionOf(person, selection)).map(({ id }) => id)
    expect(stands(ana)).toHaveLength(1)
    expect(stands(cleo)).toEqual(stands(ana))
    expectSameInAnyOrder(ana, cleo, ben, phone)
  })
})
