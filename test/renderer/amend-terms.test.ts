import { describe, expect, it } from 'vitest'
import { amendmentOf, changedTerms, draftFrom } from '../../renderer/proposals/amend-terms.ts'

const version = {
  version: 'v1',
  number: 1,
  title: 'Ana leads',
  text: 'For a while.',
  review: '2030-01-01',
  criteria: ['It is calm'],
  effect: null,
  person: 'ana',
  parents: [],
  integrates: [],
  at: 0,
}
type Version = Parameters<typeof amendmentOf>[0]
const seat: Version = {
  ...version,
  effect: { kind: 'seat', role: 'facilitator', person: 'ana', until: '2030-01-01', selection: null },
}
const role: Version = {
  ...version,
  effect: {
    kind: 'role',
    standard: null,
    name: 'Tin',
    aim: 'For a while.',
    domain: 'The tin',
    accountabilities: ['Count'],
    qualities: [],
    months: 12,
  },
}
const lazy: Version = { ...version, effect: { kind: 'way', way: { rule: 'lazy', days: 7, matters: 'Tools' } } }

describe('what is said of a changed version', () => {
  it('is nothing while nothing is changed', () => {
    for (const one of [version, seat, role, lazy]) expect(amendmentOf(one, draftFrom(one))).toEqual({})
  })

  it('is only what differs: a shorter term, an earlier look, more to measure', () => {
    const draft = draftFrom(seat)
    expect(amendmentOf(seat, { ...draft, parts: { until: '2029-06-01' } })).toEqual({ effect: { until: '2029-06-01' } })
    expect(amendmentOf(seat, { ...draft, review: '2029-01-01', criteria: 'It is calm\n\nNobody leaves' })).toEqual({
      review: '2029-01-01',
      criteria: ['It is calm', 'Nobody leaves'],
    })
    const other = {
      ...draftFrom(role),
      parts: { ...draftFrom(role).parts, domain: ' ', months: '6', qualities: 'Calm' },
    }
    expect(amendmentOf(role, other)).toEqual({ effect: { domain: null, months: 6, qualities: ['Calm'] } })
    const way = { number: '14', name: '', words: 'Tools' }
    expect(amendmentOf(lazy, { ...draftFrom(lazy), way })).toEqual({ effect: { days: 14 } })
  })

  it('is nothing that can be sent while it makes no sense', () => {
    expect(amendmentOf(version, { ...draftFrom(version), text: ' ' })).toBeNull()
    expect(amendmentOf(seat, { ...draftFrom(seat), parts: { until: '' } })).toBeNull()
    const term = (months: string) => ({ ...draftFrom(role), parts: { ...draftFrom(role).parts, months } })
    for (const months of ['', '0', '121', 'six']) expect(amendmentOf(role, term(months))).toBeNull()
    expect(amendmentOf(lazy, { ...draftFrom(lazy), way: { number: '0', name: '', words: 'Tools' } })).toBeNull()
  })

  it('is told beside the words', () => {
    const shorter: Version = {
      ...lazy,
      review: '2029-01-01',
      effect: { kind: 'way', way: { rule: 'lazy', days: 3, matters: 'Tools' } },
    }
    expect(changedTerms(lazy, shorter)).toEqual([
      { label: 'ways.lazy.number', before: '7', after: '3', isDay: false },
      { label: 'proposals.new.review', before: '2030-01-01', after: '2029-01-01', isDay: true },
    ])
    expect(changedTerms(seat, seat)).toEqual([])
  })
})
