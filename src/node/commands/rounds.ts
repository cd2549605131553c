import type { NodePort } from '../../api/node-port.ts'
import { EVERYTHING, saw } from '../../domain/causality.ts'
import type { ProposalRecord, ResponseRecord, RoundRecord } from '../../domain/circle.ts'
import { agreementState, validCloses } from '../../domain/agreements/queries.ts'
import { electorateIn } from '../../domain/members/queries.ts'
import { endOf, draftsOf } from '../../domain/proposals/queries.ts'
import { refuse } from '../../domain/refusal.ts'
import { objectionState, openRounds } from '../../domain/rounds/queries.ts'
import { DAY } from '../../domain/rounds/silence.ts'
import { agreedWay } from '../../domain/ways/queries.ts'
import { closingOf } from '../../domain/rounds/closing.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { lookedAt } from '../pages/shown.ts'
import { answering, must } from './answering.ts'
import { words } from './texts.ts'

const MINUTE = 60_000

type Said<T> = { proposal: string; version?: string | undefined; asOf?: string | undefined } & T

export function roundCommands(desk: Desk): NodePort['round'] {
  return {
    open: answering(async ({ proposal, version, silence, days, asOf }) => {
      const { session, it } = must(desk.proposal(proposal))
      const asked = version === undefined ? draftToAskAbout(it) : must(desk.versionOf(session, it, version)).id
      const electorate = electorateIn(session.circle, EVERYTHING, session.me, it.slot.id)
      const clause = silence === undefined ? {} : { clause: clauseUnder(session, asked, silence, days) }
      const body = { proposal: it.id, version: asked, electorate, ...clause }
      const { id, meanwhile } = must(await session.say({ type: 'round.opened', body }, asOf))
      const skipped = session.circle.rounds.get(id)?.skipped.map((one) => one.step) ?? []
      return { round: id, skipped, meanwhile }
    }),
    close: answering(async ({ proposal, asOf }) => {
      const { session, it } = must(desk.proposal(proposal))
      const round = roundToAnswer(session, it, asOf)
      const body = closingOf(session.circle, EVERYTHING, round, session.me, session.now)
      const { id, meanwhile } = must(await session.say({ type: 'round.closed', body }, asOf))
      return { agreement: session.circle.closes.get(id)?.agreement ?? '', meanwhile }
    }),
  }
}

export function responseCommands(desk: Desk): NodePort['response'] {
  return {
    consent: answering(async (input) => {
      const { session, round, version } = answerTo(desk, input)
      const said = must(await session.say({ type: 'consent.given', body: { round, version } }, input.asOf))
      return { response: said.id, meanwhile: said.meanwhile }
    }),
    object: answering(async (input) => {
      const reason = must(words(input.reason, 'reason'))
      const { session, round, version } = answerTo(desk, input)
      const said = must(await session.say({ type: 'objection.raised', body: { round, version, reason } }, input.asOf))
      return { objection: said.id, meanwhile: said.meanwhile }
    }),
  }
}

export function objectionCommands(desk: Desk): NodePort['objection'] {
  const settle = (type: 'objection.understood' | 'objection.withdrawn' | 'objection.reframed') =>
    answering(async ({ objection, asOf }: { objection: string; asOf?: string | undefined }) => {
      const { session, it } = must(desk.objection(objection))
      const { meanwhile } = must(await session.say({ type, body: { objection: it.id } }, asOf))
      return { objection: it.id, state: stateNow(session, it), meanwhile }
    })
  return {
    understood: settle('objection.understood'),
    withdraw: settle('objection.withdrawn'),
    reframe: settle('objection.reframed'),
    test: answering(async ({ objection, qualifies, reason, asOf }) => {
      const { session, it } = must(desk.objection(objection))
      const body = { objection: it.id, qualifies, reason: must(words(reason, 'reason')) }
      const { meanwhile } = must(await session.say({ type: 'objection.tested', body }, asOf))
      return { objection: it.id, state: stateNow(session, it), meanwhile }
    }),
  }
}

/** From when on silence counts in a round that is opened now: never sooner than the circle's way says. */
function clauseUnder(session: CircleSession, version: string, rule: 'absentee' | 'lazy', days = 0) {
  const agreed = agreedWay(session.circle, rule)
  if (agreed === null) return must(refuse('no-such-way'))
  const since = Math.max(session.now, session.circle.counted.get(version)?.time ?? 0)
  // A little more than its days: the event is signed a moment later.
  return { agreement: agreed.agreement, deadline: since + Math.max(days, agreed.way.days) * DAY + MINUTE }
}

const stateNow = (session: CircleSession, objection: ResponseRecord) => objectionState(session.circle, objection)

function draftToAskAbout(proposal: ProposalRecord): string {
  const drafts = draftsOf(proposal).map(({ id }) => id)
  const [only] = drafts
  return drafts.length === 1 && only !== undefined ? only : must(refuse('siblings-open', { versions: drafts }))
}

/** The open round and the words it asks about; refused where the person had other words before them. */
function answerTo(desk: Desk, input: Said<object>) {
  const { session, it } = must(desk.proposal(input.proposal))
  const round = roundToAnswer(session, it, input.asOf)
  const version = input.version === undefined ? round.version : must(desk.versionOf(session, it, input.version)).id
  if (version !== round.version) must(refuse('changed-meanwhile', { version: round.version }))
  return { session, round: round.id, version }
}

/** Says as exactly as it can why there is nothing to answer: [R6] a close that the person was not shown is told first. */
function roundToAnswer(session: CircleSession, proposal: ProposalRecord, asOf: string | undefined): RoundRecord {
  const round = openRounds(proposal)[0]
  if (round !== undefined) return round
  const { circle } = session
  const adopted = proposal.closes
    .flatMap((close) => circle.agreements.get(close.agreement) ?? [])
    .find((agreement) => !['invalid', 'superseded'].includes(agreementState(circle, agreement)))
  if (adopted === undefined) return must(refuse(endOf(proposal) === null ? 'no-round-open' : 'proposal-ended'))
  const shown = (lookedAt(circle, asOf)[0] ?? []).flatMap((id) => circle.stamps.get(id) ?? [])
  const knew = validCloses(adopted).some((close) => shown.some((stamp) => saw(stamp, close.stamp)))
  return must(refuse(knew ? 'round-closed' : 'closed-meanwhile', { agreement: adopted.id }))
}
