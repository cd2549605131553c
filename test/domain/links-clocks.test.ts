import { describe, expect, it } from 'vitest'
import { seatHeads } from '../../src/domain/links/seats.ts'
import { EVERYTHING } from '../../src/domain/causality.ts'
import { verifyStatement } from '../../src/domain/statements/verify.ts'
import { together } from '../helpers/circles.ts'
import { tools } from '../helpers/devices.ts'
import { comesAs, consentsTo, delegateStatement, link, selects, statementOf, tells } from '../helpers/linking.ts'
import type { Person } from '../helpers/people.ts'
import { stateAt, two, unlink } from '../helpers/two-circles.ts'

const DAY = 24 * 60 * 60 * 1000
const YEAR = 366 * DAY
const NOW = Date.parse('2026-03-01')
/** The last moment of a JavaScript date. */
const LAST = 8.64e15

/** Two circles, in the year that it is. */
function inTime() {
  const story = two()
  for (const clock of [story.ana.clock, story.rosa.clock]) clock.now = NOW
  return story
}

/** What `person` does with a clock that is off by so much. */
function withClockOff<T>(person: Person, skew: number, work: () => T): T {
  person.skew = skew
  const done = work()
  person.skew = 0
  return done
}

describe('wrong clocks, where circles know the order of each other’s words by clocks alone', () => {
  it.each([
    ['four years ahead when they agreed', 4 * YEAR, 0],
    ['dead, in 1970, when they ended it', 0, -100 * YEAR],
    ['at the end of time when they agreed', LAST - NOW - DAY, 0],
  ])('[Q12] an end is heard of one whose closer’s clock was %s', (_title, agreeing, ending) => {
    const { kitchen, river, ana, rosa } = inTime()
    const own = withClockOff(ana, agreeing, () => consentsTo(kitchen, rosa.circleId))
    const other = consentsTo(river, ana.circleId)
    tells(rosa, statementOf(ana, own, { kind: 'link' }, rosa.circleId))
    tells(ana, statementOf(rosa, other, { kind: 'link' }, ana.circleId))
    together(...kitchen)
    expect(stateAt(rosa, ana)).toBe('agreed')
    const end = withClockOff(ana, ending, () => unlink(kitchen, rosa))
    expect(stateAt(ana, rosa)).toBe('ended')
    tells(rosa, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
    expect(stateAt(rosa, ana)).toBe('ended')
  })

  it('[Q12] who was selected by a clock that is ahead is followed by who is selected later', () => {
    const { kitchen, river, ana, ben, rosa } = inTime()
    const [, , cleo] = kitchen
    link(kitchen, river)
    const first = withClockOff(ana, 4 * YEAR, () => selects(kitchen, rosa.circleId, ben))
    const second = selects(kitchen, rosa.circleId, cleo)
    for (const [who, close] of [
      [ben, first],
      [cleo, second],
    ] as const)
      tells(rosa, delegateStatement(who, close, rosa.circleId, comesAs(`${who.name} of us`, rosa)))
    expect(seatHeads(rosa.circle, EVERYTHING, ana.circleId, 1).map(({ about }) => about)).toEqual([cleo.id])
  })

  it('[Q12] a clock that is behind lets what was just agreed not have expired', () => {
    const { kitchen, ana, rosa } = inTime()
    const close = withClockOff(ana, -100 * YEAR, () => consentsTo(kitchen, rosa.circleId))
    tells(rosa, statementOf(ana, close, { kind: 'link' }, rosa.circleId))
    expect(stateAt(rosa, ana)).toBe('consented-there')
  })

  it('[Q12] nothing is said to be later than any date', () => {
    const { kitchen, ana, rosa } = inTime()
    const close = withClockOff(ana, Number.MAX_SAFE_INTEGER - 2 * NOW, () => consentsTo(kitchen, rosa.circleId))
    const text = statementOf(ana, close, { kind: 'link' }, rosa.circleId)
    expect(verifyStatement(text, tools)).toMatchObject({ valid: true })
    expect(ana.circle.closes.get(close)?.at).toBeLessThan(LAST)
  })
})
