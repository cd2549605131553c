import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import type { AgreementRecord, Circle } from '../../domain/circle.ts'
import {
  carriedOnBy,
  charterOf,
  helpingCircles,
  helpingState,
  isPartOf,
  notesIn,
} from '../../domain/helping/queries.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { endOf } from '../../domain/proposals/queries.ts'
import { inStoryOrder } from '../../domain/story.ts'
import type { HelpingRecord } from '../../domain/helping/record.ts'
import { proposalState, versionShown } from './proposal-page.ts'
import { asOfText, timeOf } from './shown.ts'

type Page = OutputOf<Procedures['helpingCircle']['show']>
type Line = OutputOf<Procedures['helpingCircle']['list']>['items'][number]

export function helpingLine(circle: Circle, agreement: AgreementRecord): Line {
  const charter = charterOf(circle, agreement)
  if (charter === null) throw new Error('no helping circle')
  const members = charter.members.map((person) => ({ person, name: nameOf(circle, person) }))
  const { name, due } = charter
  return { helping: agreement.id, name, due, members, state: helpingState(circle, agreement) }
}

/** Of one that was renewed, as it is now. */
export function helpingLines(circle: Circle): Line[] {
  return helpingCircles(circle)
    .filter(({ agreement }) => carriedOnBy(circle, agreement) === agreement)
    .map(({ agreement }) => helpingLine(circle, agreement))
}

export function helpingPage(circle: Circle, agreement: AgreementRecord): Page {
  const said = notesIn(circle, agreement)
  return {
    ...helpingLine(circle, agreement),
    circle: circle.id,
    mandate: charterOf(circle, agreement)?.mandate ?? '',
    notes: notesOf(
      circle,
      said.flatMap(({ notes }) => notes),
    ),
    reports: notesOf(
      circle,
      said.flatMap(({ reports }) => reports),
    ),
    handed: handedTo(circle, agreement),
    asOf: asOfText(circle),
  }
}

function notesOf(circle: Circle, notes: HelpingRecord['notes']): Page['notes'] {
  return inStoryOrder(circle, notes).map(({ id, person, text }) => ({
    event: id,
    person,
    name: nameOf(circle, person),
    text,
    at: timeOf(circle, id),
  }))
}

function handedTo(circle: Circle, agreement: AgreementRecord): Page['handed'] {
  return [...circle.proposals.values()].flatMap((proposal) => {
    const end = endOf(proposal)
    if (typeof end?.helping !== 'string' || !isPartOf(circle, agreement, end.helping)) return []
    if (proposalState(circle, proposal) !== 'to-helping-circle') return []
    return [{ proposal: proposal.id, title: versionShown(proposal).content.title, reason: end.reason }]
  })
}
