import { skippedIn } from '../pages/skipped.ts'
import type { NodePort } from '../../api/node-port.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { ProposalRecord, ResponseRecord } from '../../domain/circle.ts'
import { electorateIn } from '../../domain/members/queries.ts'
import { draftsOf } from '../../domain/proposals/queries.ts'
import { refuse } from '../../domain/refusal.ts'
import { objectionState } from '../../domain/rounds/queries.ts'
import { DAY } from '../../domain/rounds/silence.ts'
import { agreedWay } from '../../domain/ways/queries.ts'
import { closingOf } from '../../domain/rounds/closing.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { answering, must } from './answering.ts'
import { roundMeant, roundToClose, type Meant } from './round-meant.ts'
import { words } from './texts.ts'

const MINUTE = 60_000

type Said = Meant & { readonly proposal: string }

export function roundCommands(desk: Desk): NodePort['round'] {
  return {
    open: answering(async ({ proposal, version, silence, days, asOf }) => {
      const { session, it } = must(desk.proposal(proposal))
      const asked = version === undefined ? draftToAskAbout(it) : must(desk.versionOf(session, it, version)).id
      const electorate = electorateIn(session.circle, EVERYTHING, session.me, it.slot.id)
      const clause = silence === undefined ? {} : { clause: clauseUnder(session, asked, silence, days) }
      const body = { proposal: it.id, version: asked, electorate, ...clause }
      const { id, meanwhile } = must(await session.say({ type: 'round.opened', body }, asOf))
      const round = session.circle.rounds.get(id)
      const skipped = round === undefined ? [] : skippedIn(session.circle, round).map((one) => one.step)
      return { round: id, skipped, meanwhile }
    }),
    close: answering(async (input) => {
      const { session, it, meant } = matterOf(desk, input)
      const round = roundToClose(session, it, meant)
      const body = closingOf(session.circle, EVERYTHING, round, session.me, session.now)
      const { id, meanwhile } = must(await session.say({ type: 'round.closed', body }, input.asOf))
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
function answerTo(desk: Desk, input: Said) {
  const { session, it, meant } = matterOf(desk, input)
  const { id, version } = roundMeant(session, it, meant)
  const named = meant.version ?? version
  if (named !== version) must(refuse('changed-meanwhile', { version }))
  return { session, round: id, version }
}

function matterOf(desk: Desk, { proposal, version, round, asOf }: Said) {
  const { session, it } = must(desk.proposal(proposal))
  const named = version === undefined ? undefined : must(desk.versionOf(session, it, version)).id
  return { session, it, meant: { version: named, round, asOf } }
}
