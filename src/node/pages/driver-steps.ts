import type { Circle } from '../../domain/circle.ts'
import { backlogNotes } from '../../domain/backlog/queries.ts'
import { moveOf } from '../../domain/drivers/queries.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { driverItems, subCircleItems } from './backlog-waiting.ts'
import { endOf } from '../../domain/proposals/queries.ts'
import { helpingCircles } from '../../domain/helping/queries.ts'
import { versionShown } from './proposal-page.ts'
import { timeOf } from './shown.ts'
import type { Step } from './waiting-on.ts'

/** What was handed to this person to carry, what they are to report on, and the circle that they are to found. */
export function fromHanding(circle: Circle, me: string, today: string): Step[] {
  const carried = [...circle.proposals.values()].flatMap((proposal): Step[] => {
    const end = endOf(proposal)
    if (end === null || !end.carriers.includes(me) || !['escalated', 'to-helping-circle'].includes(end.as)) return []
    const { title } = versionShown(proposal).content
    return [{ kind: 'carry', proposal: proposal.id, title, text: end.reason, since: timeOf(circle, end.id) }]
  })
  const helping = helpingCircles(circle).flatMap(({ agreement, charter, state }): Step[] => {
    const waits = charter.members.includes(me) && (state === 'chartered' || state === 'working')
    if (!waits || charter.due > today) return []
    return [{ kind: 'help', agreement: agreement.id, title: charter.name, since: Date.parse(charter.due) }]
  })
  const founding = subCircleItems(circle)
    .filter(({ owner }) => owner === me)
    .map(({ about, title = '' }): Step => {
      return {
        kind: 'found',
        agreement: about,
        title,
        since: timeOf(circle, circle.agreements.get(about)?.closes[0]?.id ?? ''),
      }
    })
  return [...founding, ...carried, ...helping]
}

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
