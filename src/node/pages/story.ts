import { skippedIn } from './skipped.ts'
import type { Circle, ProposalRecord, ResponseRecord } from '../../domain/circle.ts'
import { toldTime } from '../../domain/clocks.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { inOrder } from '../../domain/story.ts'

/** Everything that was said and done about a proposal, in order, each with its words. */
export function storyOf(circle: Circle, proposal: ProposalRecord) {
  const words = wordsOf(circle, proposal)
  const ends = new Map(proposal.ends.map(({ id, as }) => [id, as]))
  const heard = proposal.responses.filter((one) => one.heard !== null)
  const spokenAs = new Map(heard.map(({ id, reason }) => [id, reason === null ? 'words.consent' : 'words.objection']))
  return inOrder(proposal.acts).map((act) => {
    const event = act.stamp.id
    const round = circle.rounds.get(event)
    const skipped = round === undefined ? [] : skippedIn(circle, round).map((one) => one.step)
    const { at, isUnsure } = toldTime(circle, act)
    const as = ends.get(event)
    const line = {
      event,
      type: spokenAs.get(event) ?? act.type,
      person: act.person,
      name: nameOf(circle, act.person),
      at,
    }
    return {
      ...line,
      text: words.get(event) ?? null,
      ...(skipped.length > 0 ? { skipped } : {}),
      ...(isUnsure && { unsure: true as const }),
      ...(as && { as }),
    }
  })
}

function wordsOf(circle: Circle, proposal: ProposalRecord): Map<string, string | null> {
  const { versions, questions, reactions, responses, ends, concerns } = proposal
  const agreements = new Set(proposal.closes.map((close) => close.agreement))
  const evaluations = [...agreements].flatMap((id) => circle.evaluations.get(id) ?? [])
  return new Map([
    ...evaluations.map(({ id, note }) => [id, note] as const),
    ...concerns.map(({ id, text }) => [id, text] as const),
    ...versions.map(({ id, content }) => [id, content.text] as const),
    ...questions.map(({ id, text }) => [id, text] as const),
    ...questions.flatMap(({ answers }) => answers.map(({ id, text }) => [id, text] as const)),
    ...reactions.map(({ id, text }) => [id, text] as const),
    ...responses.map((one) => [one.id, reasonOf(circle, one)] as const),
    ...[...circle.words.values()].flatMap(({ disputed }) => disputed.map(({ id, reason }) => [id, reason] as const)),
    ...ends.map(({ id, reason }) => [id, reason] as const),
    ...responses.flatMap(({ tests }) => tests.map(({ id, reason }) => [id, reason] as const)),
  ])
}

/** Of words that somebody else wrote down, whose they are comes first. */
function reasonOf(circle: Circle, { heard, person, reason }: ResponseRecord): string | null {
  if (heard === null) return reason
  return reason === null ? nameOf(circle, person) : `${nameOf(circle, person)}: ${reason}`
}
