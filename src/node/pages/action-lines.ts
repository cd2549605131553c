import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import type { ActionContent } from '../../domain/actions/events.ts'
import { actionContents, actionEnding, actionState } from '../../domain/actions/queries.ts'
import type { ActionRecord } from '../../domain/actions/records.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { topicsOf } from '../../domain/meetings/agenda.ts'
import { plansOf } from '../../domain/meetings/queries.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { titleOf } from './agreement-page.ts'
import { versionShown } from './proposal-page.ts'
import { timeOf } from './shown.ts'

export type ActionLine = OutputOf<Procedures['action']['list']>[number]

export function actionLine(circle: Circle, action: ActionRecord, me: string, today: string): ActionLine {
  const [content, ...others] = actionContents(action)
  const ending = actionEnding(action)
  const { name, practice } = purpose(circle)
  const state = actionState(action)
  return {
    action: action.id,
    circle: circle.id,
    circleName: name,
    practice,
    ...shown(circle, content),
    state,
    mine: content.owner === me,
    isDue: state === 'open' && content.due !== null && content.due <= today,
    others: others.map((one) => shown(circle, one)),
    ending:
      ending === null
        ? null
        : { name: nameOf(circle, ending.person), at: timeOf(circle, ending.id), text: ending.text },
    from: fromOf(circle, action),
    at: timeOf(circle, action.id),
  }
}

/** What is due first, then what has a day, then the rest as it was noted; what is over comes last. */
export function inDueOrder(lines: readonly ActionLine[]): ActionLine[] {
  return [...lines].sort(
    (a, b) =>
      Number(a.state !== 'open') - Number(b.state !== 'open') ||
      Number(a.practice) - Number(b.practice) ||
      byCodeUnit(a.due ?? '~', b.due ?? '~') ||
      a.at - b.at ||
      byCodeUnit(a.action, b.action),
  )
}

function shown(circle: Circle, { text, owner, due, waitingFor }: ActionContent) {
  return { text, owner, ownerName: owner === null ? null : nameOf(circle, owner), due, waitingFor }
}

function fromOf(circle: Circle, { from }: ActionRecord): ActionLine['from'] {
  if (from === null) return null
  const item = from.kind === 'item' ? circle.meetings.items.get(from.id) : undefined
  const meeting = from.kind === 'meeting' ? from.id : (item?.meeting ?? null)
  return { ...from, title: titleFrom(circle, from), meeting }
}

function titleFrom(circle: Circle, { kind, id }: NonNullable<ActionRecord['from']>): string {
  const { proposals, agreements, meetings } = circle
  const proposal = kind === 'proposal' ? proposals.get(id) : undefined
  const agreement = kind === 'agreement' ? agreements.get(id) : undefined
  const item = kind === 'item' ? meetings.items.get(id) : undefined
  const meeting = kind === 'meeting' ? meetings.meetings.get(id) : undefined
  if (proposal !== undefined) return versionShown(proposal).content.title
  if (agreement !== undefined) return titleOf(circle, agreement)
  if (item !== undefined) return topicsOf(item)[0].title
  return meeting === undefined ? '' : plansOf(meeting)[0].title
}
