import type { Circle, ProposalRecord, RoundRecord } from '../circle.ts'
import type { Body } from '../events.ts'
import { byCodeUnit } from '../canonical.ts'
import type { Past } from '../causality.ts'
import { lentBy, memberState } from '../members/queries.ts'
import { questionsThatHold } from '../proposals/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { asideIn, asideTests, testingWay, testsFor } from './aside.ts'
import { isPast, isSilent, measuresIn, silentIn, tooManySilent } from './silence.ts'
import { isClosed, isLaidAside, isReplaced, roundIn, standingOf, standsOnConsent } from './queries.ts'
import { removalOf } from '../members/belonging.ts'
import { agreedWay } from '../ways/queries.ts'

/** A close with the time that its author's clock said: only an absentee clause asks for it. */
export interface Closing {
  readonly by: string
  readonly at: number
  readonly body: Body<'round.closed'>
}

/**
 * [R5] D2.2: a close is a valid certificate when it cites, for everyone whom the round asked, the consent on which they
 * stand in its own past, or why they need not be heard, and no open question of theirs is left. Who presses close does not
 * matter. Whoever knows of a close has nothing left to certify, so that all certificates of one agreement were made apart.
 */
export function closeProblem(circle: Circle, past: Past, { by, at, body }: Closing): Refusal | null {
  const round = roundIn(circle, past, body.round)
  const proposal = circle.proposals.get(round?.proposal ?? '')
  if (round === null || proposal === undefined) return refusal('no-such-round')
  if (isClosed(proposal, round, past)) return refusal('round-closed')
  if (isReplaced(proposal, round, past)) return refusal('round-replaced')
  if (isLaidAside(proposal, round, past)) return refusal('proposal-ended')
  const questions = questionsThatHold(proposal, past, here(circle, past, round))
  if (questions.length > 0) return refusal('question-open', { questions })
  const people = round.electorate.filter((person) => !isAnswered(circle, past, proposal, round, body, person))
  if (people.length > 0) return refusal('not-consented', { people })
  if (!isWhole(round, body)) return refusal('not-consented', { people: [] })
  if (spokenWay(circle, past, body.consents) !== body.spoken) return refusal('malformed')
  if (borrowedFor(circle, past, body.consents).join() !== (body.borrowed ?? []).join()) return refusal('malformed')
  const tested = testsFor(circle, past, round, asideIn(circle, past, body))
  if (tested.join() !== (body.tested ?? []).join()) return refusal('malformed')
  return silenceProblem(circle, past, round, { by, at, body })
}

/** The close that would be valid in a past, were everyone heard: cites what stands, and why somebody is not heard. */
export function closingOf(
  circle: Circle,
  past: Past,
  round: RoundRecord,
  by: string,
  at: number,
): Body<'round.closed'> {
  const { id, version, electorate } = round
  const proposal = circle.proposals.get(round.proposal)
  const consents = electorate.flatMap((person) => {
    const standing = proposal === undefined ? [] : standingOf(proposal, past, person)
    const response = standing.find((one) => one.round === id)?.id
    const mayGoWithout =
      (removalOf(circle, past, person) !== null && !standsOnConsent(standing, id, version)) ||
      asideTests(circle, past, round, person) !== null
    return response === undefined || mayGoWithout ? [] : [{ person, response }]
  })
  const left = electorate.filter((person) => !consents.some((one) => one.person === person))
  const silent = isPast(round, at) ? left.filter((person) => isSilent(circle, past, round, person)) : []
  const without = left.flatMap((person) => {
    const agreement =
      removalOf(circle, past, person) ??
      (silent.includes(person) ? round.clause?.agreement : undefined) ??
      (asideTests(circle, past, round, person) === null ? undefined : testingWay(circle, past))
    return agreement === undefined || agreement === null ? [] : [{ person, agreement }]
  })
  const spoken = spokenWay(circle, past, consents)
  const borrowed = borrowedFor(circle, past, consents)
  const named = {
    round: id,
    version,
    consents,
    ...(without.length > 0 && { without }),
    ...(spoken !== undefined && { spoken }),
    ...(borrowed.length > 0 && { borrowed }),
  }
  const tested = testsFor(circle, past, round, asideIn(circle, past, named))
  const body = { ...named, ...(tested.length > 0 && { tested }) }
  const hasSilent = silentIn(round, body).length > 0
  const measure = hasSilent ? measuresIn(circle, past, round, { by, at }, unheardIn(body))[0] : undefined
  return { ...body, ...measure }
}

/** [V5] The agreement that lets words spoken in a room stand, where any of these is one. */
function spokenWay(circle: Circle, past: Past, consents: Body<'round.closed'>['consents']): string | undefined {
  const isSpoken = consents.some(({ response }) => (circle.responses.get(response)?.heard ?? null) !== null)
  return isSpoken ? agreedWay(circle, 'spoken-words', past)?.agreement : undefined
}

/** [V6] Signed with the close, so that no certificate of it can keep silent about a key on somebody else's device. */
function borrowedFor(circle: Circle, past: Past, consents: Body<'round.closed'>['consents']): string[] {
  const devices = consents.flatMap(({ response }) => {
    const word = circle.responses.get(response)
    return word === undefined || word.heard !== null ? [] : [word.stamp.by]
  })
  return [...new Set(devices)].flatMap((device) => lentBy(device, past)?.stamp.id ?? []).sort(byCodeUnit)
}

/** D3 row 9: whom the round asked and with whom the circle, as far as this past knows, goes on. */
function here(circle: Circle, past: Past, round: RoundRecord): string[] {
  return round.electorate.filter((person) => memberState(circle, past, person) !== 'removed')
}

function isAnswered(
  circle: Circle,
  past: Past,
  proposal: ProposalRecord,
  round: RoundRecord,
  body: Body<'round.closed'>,
  person: string,
): boolean {
  const cited = body.consents.find((one) => one.person === person)?.response
  const standing = standingOf(proposal, past, person)
  if (cited !== undefined)
    return standing.some((one) => one.id === cited) && standsOnConsent(standing, round.id, round.version)
  const agreement = body.without?.find((one) => one.person === person)?.agreement
  if (agreement === undefined) return false
  if (agreement === removalOf(circle, past, person)) return true
  if (agreement === testingWay(circle, past)) return asideTests(circle, past, round, person) !== null
  return agreement === round.clause?.agreement && isSilent(circle, past, round, person)
}

/** Everyone the round asked once, in its order, here or there, and nobody else. */
function isWhole(round: RoundRecord, { consents, without = [] }: Body<'round.closed'>): boolean {
  const named = new Set([...consents, ...without].map(({ person }) => person))
  const isInOrder = (list: readonly { readonly person: string }[]) => {
    const places = list.map(({ person }) => round.electorate.indexOf(person))
    return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? place)))
  }
  const count = consents.length + without.length
  return named.size === count && count === round.electorate.length && isInOrder(consents) && isInOrder(without)
}

const unheardIn = ({ without = [] }: Body<'round.closed'>) => without.map(({ person }) => person)

/** [R9] D3 rows 16 and 19. */
function silenceProblem(circle: Circle, past: Past, round: RoundRecord, { by, at, body }: Closing): Refusal | null {
  const absent = silentIn(round, body)
  if (absent.length === 0) return body.after === undefined && body.since === undefined ? null : refusal('malformed')
  if (!isPast(round, at)) return refusal('not-yet-due', { people: absent })
  if (tooManySilent(round, body)) return refusal('too-many-silent', { people: absent })
  const measures = measuresIn(circle, past, round, { by, at }, unheardIn(body))
  const isShown = measures.some(({ after, since }) => after === body.after && since === body.since)
  return isShown ? null : refusal('not-yet-due', { people: absent })
}
