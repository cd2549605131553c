import type { Circle } from '../../domain/circle.ts'
import { backlogNotes } from '../../domain/backlog/queries.ts'
import { moveOf } from '../../domain/drivers/queries.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { driverItems } from './backlog-waiting.ts'
import { timeOf } from './shown.ts'
import type { Step } from './waiting-on.ts'

/** What others noticed, until the circle says what becomes of it; and what this person is to find an answer to. */
export function fromDrivers(circle: Circle, me: string): Step[] {
  return [...circle.drivers.values()].flatMap((driver): Step[] => {
    const [item] = driverItems(circle, driver)
    if (item === undefined) return []
    const { id, person } = driver
    const of = { driver: id, title: item.title ?? '', person: nameOf(circle, person), mine: person === me }
    const move = moveOf(driver)
    if (item.kind === 'driver') {
      // Who sent it back has said their part; who noticed it is to hear why.
      const isHeard = person === me ? move === null : move?.person === me
      const reason = move !== null && 'reason' in move.move ? move.move.reason : null
      return isHeard ? [] : [{ ...of, kind: 'noticed', text: reason, since: timeOf(circle, move?.id ?? id) }]
    }
    const owner = backlogNotes(circle, id).owner ?? person
    return owner === me ? [{ ...of, kind: 'answer-driver', since: timeOf(circle, move?.id ?? id) }] : []
  })
}
