import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle, ProposalRecord, RoundRecord } from '../../domain/circle.ts'
import { removalOf } from '../../domain/members/belonging.ts'
import { lenderOf, memberState } from '../../domain/members/queries.ts'
import { asideTests } from '../../domain/rounds/aside.ts'
import { standingOf } from '../../domain/rounds/queries.ts'
import { witnessesOf } from '../../domain/spoken/queries.ts'

type Page = OutputOf<Procedures['proposal']['show']>
type Also = NonNullable<Page['alsoOpen']>[number]
type Asked = Pick<Also, 'round' | 'version' | 'awaiting' | 'responses' | 'aside' | 'left'>

/** An open round: what it asks about, who said what, and who is still to be heard. */
export function askedIn(circle: Circle, proposal: ProposalRecord, round: RoundRecord): Asked {
  const responses = responsesIn(circle, proposal, round)
  const answered = new Set(responses.map(({ person }) => person))
  const awaiting = heardIn(circle, round).filter((person) => !answered.has(person))
  // [O4] Everyone else said that it does not qualify: it holds the close no more.
  const aside = heardIn(circle, round).filter((person) => asideTests(circle, EVERYTHING, round, person) !== null)
  const left = awaiting.filter((person) => memberState(circle, EVERYTHING, person) === 'left')
  const more = { ...(aside.length > 0 && { aside }), ...(left.length > 0 && { left }) }
  return { round: round.id, version: round.version, awaiting, responses, ...more }
}

/** The same of a round beside the one that a page is about, with the words it asks about. */
export function alsoAskedIn(circle: Circle, proposal: ProposalRecord, round: RoundRecord): Also {
  const { title = '', review = '' } = circle.versions.get(round.version)?.content ?? {}
  return { ...askedIn(circle, proposal, round), title, review }
}

/** D3 row 9: without those with whom the circle goes on no more; what they said stays in the story. */
function heardIn(circle: Circle, round: RoundRecord): string[] {
  return round.electorate.filter((person) => removalOf(circle, EVERYTHING, person) === null)
}

function responsesIn(circle: Circle, proposal: ProposalRecord, round: RoundRecord): Asked['responses'] {
  return heardIn(circle, round).flatMap((person) => {
    const standing = standingOf(proposal, EVERYTHING, person).filter(
      (one) => one.round === round.id && one.withdrawn.length === 0 && one.reframed.length === 0,
    )
    const last = standing.find((one) => one.answer === 'objection') ?? standing[0]
    if (last === undefined) return []
    const answer = last.answer === 'objection' ? ('object' as const) : ('consent' as const)
    const spoken = last.heard === null ? {} : { spoken: { by: last.heard.person, witnesses: witnessesOf(last.heard) } }
    const lender = lenderOf(last.stamp.by)
    const on = lender === null ? {} : { borrowedFrom: lender }
    return [{ person, answer, reason: last.reason, version: last.version, ...spoken, ...on }]
  })
}
