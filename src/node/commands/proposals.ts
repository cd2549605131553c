import { unvoicedDevices } from '../../domain/members/voice.ts'
import type { NodePort } from '../../api/node-port.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { ProposalRecord } from '../../domain/circle.ts'
import type { Effect } from '../../domain/proposals/effect.ts'
import type { VersionContent } from '../../domain/proposals/events.ts'
import { draftsOf } from '../../domain/proposals/queries.ts'
import { refuse } from '../../domain/refusal.ts'
import { Way } from '../../domain/ways/way.ts'
import { parseKeeperAddress } from '../../network/keeper/keeper-address.ts'
import { parseRelayAddress } from '../../network/relay/relay-address.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { proposalPage, proposalState, proposalSummary } from '../pages/proposal-page.ts'
import { asOfText, namesOf } from '../pages/shown.ts'
import { amendedContent } from './amending.ts'
import { answering, must } from './answering.ts'
import { day, optionalWords, title, wordList, words } from './texts.ts'

export function proposalCommands(desk: Desk): NodePort['proposal'] {
  return {
    ...discussing(desk),
    present: answering(async ({ circle, asOf, ...terms }) => {
      const session = must(desk.session(circle))
      const content: VersionContent = {
        title: must(title(terms.title, 'title')),
        text: must(words(terms.text, 'text')),
        driver: must(optionalWords(terms.driver, 'driver')),
        answers: terms.answers === undefined ? null : must(desk.driverIn(session, terms.answers)).id,
        review: must(day(terms.review)),
        criteria: must(wordList(terms.criteria, 'criteria')),
        owner: terms.owner === undefined ? null : must(desk.person(session, terms.owner)),
        changes: terms.changes === undefined ? null : must(desk.agreementIn(session, terms.changes)).id,
        effect: effectOf(desk, session, terms),
        ...(terms.lapses === true && { lapses: true as const }),
      }
      const { id, meanwhile } = must(await session.say({ type: 'proposal.presented', body: { content } }, asOf))
      return { proposal: id, version: id, meanwhile }
    }),
    show: answering(({ proposal }) => {
      const { session, it } = must(desk.proposal(proposal))
      return proposalPage(session.circle, it)
    }),
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      const summaries = [...circle.proposals.values()].map((one) => proposalSummary(circle, one))
      const names = namesOf(circle)
      return { asOf: asOfText(circle), items: summaries.map((one) => ({ ...one, names })) }
    }),
    amend: answering(async ({ proposal, asOf, ...changes }) => {
      const { session, it } = must(desk.proposal(proposal))
      const parents = parentsOf(desk, session, it, changes.from)
      const integrates = (changes.integrates ?? []).map((ref) => must(desk.objectionIn(session, ref)).id)
      const body = {
        proposal: it.id,
        parents,
        content: amendedContent(desk, session, it, parents, changes),
        integrates: [...new Set(integrates)].sort(),
      }
      const { id, meanwhile } = must(await session.say({ type: 'proposal.amended', body }, asOf))
      return { proposal: it.id, version: id, meanwhile }
    }),
    end: answering(async ({ proposal, as, until, reason, to, helping, asOf }) => {
      const { session, it } = must(desk.proposal(proposal))
      const last = until === undefined ? null : must(day(until))
      const body = {
        proposal: it.id,
        as,
        until: last,
        reason: must(words(reason, 'reason')),
        ...(to !== undefined && { carriers: to.map((one) => must(desk.person(session, one))).sort() }),
        ...(helping !== undefined && { helping: must(desk.helpingIn(session, helping)).id }),
      }
      const { meanwhile } = must(await session.say({ type: 'proposal.ended', body }, asOf))
      return { proposal: it.id, state: proposalState(session.circle, it), meanwhile }
    }),
  }
}

interface EffectTerms {
  readonly purpose?: PurposeSaid | undefined
  readonly admits?: string | undefined
  readonly removes?: string | undefined
  readonly rests?: string | undefined
  readonly rekeys?: string | undefined
  readonly way?: Way | undefined
  readonly keeper?: string | undefined
  readonly relay?: string | undefined
  readonly ends?: boolean | undefined
}

/** What comes into force besides the words: of what a client may say, at most one. */
function effectOf(desk: Desk, session: CircleSession, terms: EffectTerms): Effect | null {
  const { admits, removes, rests, ends } = terms
  if (admits !== undefined) return { kind: 'admit', person: must(desk.person(session, admits)) }
  if (removes !== undefined) return { kind: 'remove', person: must(desk.person(session, removes)) }
  if (rests !== undefined) return { kind: 'rest', person: must(desk.person(session, rests)) }
  if (terms.rekeys !== undefined) return rekeyOf(session, must(desk.person(session, terms.rekeys)))
  if (terms.way !== undefined) return { kind: 'way', way: Way.safeParse(terms.way).data ?? must(refuse('malformed')) }
  if (terms.purpose !== undefined) return purposeOf(terms.purpose)
  if (terms.keeper !== undefined) return keeperOf(terms.keeper)
  if (terms.relay !== undefined) return relayOf(terms.relay)
  return ends === true ? { kind: 'end' } : null
}

/** [M13] The newest of their devices that waits for the circle's consent. */
function rekeyOf({ circle }: CircleSession, person: string): Effect {
  const [device] = unvoicedDevices(circle, EVERYTHING, person)
  return device === undefined ? must(refuse('no-such-device')) : { kind: 'rekey', person, device }
}

function keeperOf(address: string): Effect {
  const { keeper } = parseKeeperAddress(address.trim()) ?? must(refuse('not-a-keeper'))
  return { kind: 'keeper', keeper, address: address.trim() }
}

function relayOf(address: string): Effect {
  const { relay } = parseRelayAddress(address.trim()) ?? must(refuse('not-a-relay'))
  return { kind: 'relay', relay, address: address.trim() }
}

type PurposeSaid = { readonly name: string; readonly aim: string; readonly domain?: string | undefined }

function purposeOf({ name, aim, domain }: PurposeSaid): Effect {
  const own = must(optionalWords(domain, 'domain'))
  return { kind: 'purpose', name: must(title(name, 'name')), aim: must(words(aim, 'aim')), domain: own }
}

/** Questions, answers and reactions: the steps before a round. */
function discussing(desk: Desk): Pick<NodePort['proposal'], 'ask' | 'answer' | 'understood' | 'react'> {
  return {
    ask: answering(async ({ proposal, text, asOf }) => {
      const { session, it } = must(desk.proposal(proposal))
      const body = { proposal: it.id, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'question.asked', body }, asOf))
      return { question: id, meanwhile }
    }),
    answer: answering(async ({ question, text, asOf }) => {
      const { session, it } = must(desk.question(question))
      const body = { question: it.id, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'question.answered', body }, asOf))
      return { answer: id, meanwhile }
    }),
    understood: answering(async ({ proposal, asOf }) => {
      const { session, it } = must(desk.proposal(proposal))
      const said = must(await session.say({ type: 'proposal.understood', body: { proposal: it.id } }, asOf))
      return { state: proposalState(session.circle, it), meanwhile: said.meanwhile }
    }),
    react: answering(async ({ proposal, text, asOf }) => {
      const { session, it } = must(desk.proposal(proposal))
      const body = { proposal: it.id, text: must(optionalWords(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'reaction.given', body }, asOf))
      return { reaction: id, meanwhile }
    }),
  }
}

/** The version amended: the one said, else the newest; two siblings have no newest, so the person has to say. */
function parentsOf(desk: Desk, session: CircleSession, proposal: ProposalRecord, from?: readonly string[]): string[] {
  if (from !== undefined && from.length > 0)
    return [...new Set(from.map((ref) => must(desk.versionOf(session, proposal, ref)).id))].sort()
  const [draft, ...siblings] = draftsOf(proposal, EVERYTHING)
  const ids = [draft, ...siblings].flatMap((one) => one?.id ?? [])
  return siblings.length === 0 ? ids : must(refuse('siblings-open', { versions: ids }))
}
