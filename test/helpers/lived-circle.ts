import { join } from 'node:path'
import type { Client } from '../../src/api/client.ts'
import { clientInProcess } from '../../src/api/in-process.ts'
import type { Backend } from '../../src/api/node-port.ts'
import { createRouter } from '../../src/api/router.ts'
import { openBackend } from '../../src/backend.ts'
import { liveRoles } from './lived-roles.ts'
import { liveGathering, type LivedGathering } from './lived-gathering.ts'
import { liveMeetings, type LivedMeetings } from './lived-meetings.ts'
import { livedWords, type LivedWords } from './lived-words.ts'
import { quickWords } from './quick-words.ts'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** How long anything awaited may take before something is wrong. */
const PATIENCE_MS = 60_000

/** What a page can be opened for. */
export type Lived = {
  /** Data folders, closed. */
  readonly folders: Readonly<Record<Name | 'dina', string>>
  readonly circle: string
  /** A circle with nothing in it yet. */
  readonly alone: string
  readonly gathering: LivedGathering
  /** In its change round. */
  readonly selection: string
  /** Of how Ben facilitates: he and Ana spoke already. */
  readonly review: string
  readonly meetings: LivedMeetings
  /** Who is a guest of the circle. */
  readonly guest: string
  readonly proposals: Readonly<Record<'inRound' | 'asked' | 'objected' | 'tabled' | 'fresh', string>>
  readonly agreements: Readonly<Record<'settled' | 'contested', string>>
}
type Name = 'ana' | 'ben' | 'cleo'
type Scene = {
  readonly people: Readonly<Record<Name, Someone>>
  readonly words: LivedWords
  readonly circle: string
  readonly day: (days: number) => string
}

/**
 * Three people and a guest who repair things together, and two weeks of what they talked about: something in every
 * state a page can show. Ana's next window tells what came together when Cleo was back.
 */
export async function liveCircle(folder: string, language: 'en' | 'ar', until: number): Promise<Lived> {
  const words = livedWords[language]
  const time = { now: until - 14 * DAY }
  const clock = () => (time.now += 10 * MINUTE)
  const opens = async (name: string) => Someone.opens(join(folder, name), clock)
  const people = { ana: await opens('ana'), ben: await opens('ben'), cleo: await opens('cleo') }
  const { ana, ben, cleo } = people
  for (const name of ['ana', 'ben', 'cleo'] as const) await people[name].node.profile.create({ name: words[name] })
  const { circle } = await ana.node.circle.create(words.circle)
  const { circle: alone } = await ana.node.circle.create(words.second)
  await lets(ana, ben, circle)
  await lets(ana, cleo, circle)
  await inStep(circle, ana, ben, cleo)
  const day = (days: number) => new Date(until + days * DAY).toISOString().slice(0, 10)
  const scene = { people, words, circle, day }

  const gathering = await liveGathering(ana.node, language, words.ana, day)
  const settled = await agreeAfterObjection(scene)
  const selection = await liveRoles(scene, async () => inStep(circle, ana, ben, cleo))
  const tabled = await putAside(scene)
  const { agreement: contested, later } = await agreeApart(scene)
  const proposals = { tabled, ...(await underWay(scene)) }
  const review = await lookBack(scene)
  const about = { circle, proposal: proposals.asked, title: words.asked.title, starts: until - 2 * HOUR }
  time.now = Math.max(time.now, until - 2 * HOUR)
  const meetings = await liveMeetings(ana.node, language, about)
  await readsAll(ana)
  await later()
  const dina = await opens('dina')
  await dina.node.profile.create({ name: words.dina })
  await lets(ana, dina, circle)
  await inStep(circle, ana, ben, dina)
  const { person: guest } = await dina.node.profile.show({})
  for (const one of [ana, ben, cleo, dina]) await one.close()
  const at = (name: string) => join(folder, name)
  const folders = { ana: at('ana'), ben: at('ben'), cleo: at('cleo'), dina: at('dina') }
  const agreements = { settled, contested }
  return { folders, circle, alone, gathering, selection, review, meetings, guest, proposals, agreements }
}

async function agreeAfterObjection({ people: { ana, ben, cleo }, words, circle, day }: Scene): Promise<string> {
  const { title, text, better, question, answer, reaction, objection, criteria, driver } = words.opening
  const all = [ana, ben, cleo] as const
  const review = day(76)
  const { proposal } = await ana.node.proposal.present({ circle, title, text, criteria: [...criteria], driver, review })
  await inStep(circle, ...all)
  const asked = await ben.node.proposal.ask({ proposal, text: question })
  await inStep(circle, ...all)
  await ana.node.proposal.answer({ question: asked.question, text: answer })
  for (const one of [ben, cleo]) {
    await one.node.proposal.understood({ proposal })
    await one.node.proposal.react({ proposal, text: reaction })
  }
  await inStep(circle, ...all)
  await ana.node.round.open({ proposal })
  await inStep(circle, ...all)
  const raised = await ben.node.response.object({ proposal, reason: objection })
  await inStep(circle, ...all)
  await ana.node.objection.understood({ objection: raised.objection })
  await ana.node.proposal.amend({ proposal, text: better, integrates: [raised.objection] })
  await ana.node.round.open({ proposal })
  const agreement = await consentOf(all, circle, proposal)
  await cleo.node.concern.add({ about: agreement, text: words.opening.concern })
  await inStep(circle, ...all)
  return agreement
}

async function putAside({ people: { ana, ben, cleo }, words, circle, day }: Scene): Promise<string> {
  const { title, text, reason } = words.tabled
  const { proposal } = await cleo.node.proposal.present({ circle, title, text, review: day(200) })
  await cleo.node.proposal.end({ proposal, as: 'tabled', reason })
  await inStep(circle, ana, ben, cleo)
  return proposal
}

/** Ana and Ben close what Cleo, who is away, objects to; `later` brings her back. */
async function agreeApart({ people: { ana, ben, cleo }, words, circle, day }: Scene) {
  const { title, text, objection } = words.apart
  const { proposal } = await ben.node.proposal.present({ circle, title, text, review: day(120) })
  await ben.node.round.open({ proposal })
  await inStep(circle, ana, ben, cleo)
  await cleo.node.response.consent({ proposal })
  await inStep(circle, ana, ben, cleo)
  await cleo.restarts()
  await cleo.node.response.object({ proposal, reason: objection })
  for (const one of [ana, ben]) await one.node.response.consent({ proposal })
  await inStep(circle, ana, ben)
  const { agreement } = await ben.node.round.close({ proposal })
  await inStep(circle, ana, ben)
  const later = async () => {
    await ana.calls(cleo)
    await inStep(circle, ana, ben, cleo)
  }
  return { agreement, later }
}

async function underWay({ people: { ana, ben }, words, circle, day }: Scene) {
  const review = day(100)
  const { inRound, asked, objected, fresh } = words
  const ours = await ben.node.proposal.present({ circle, ...inRound, review })
  await inStep(circle, ana, ben)
  await ana.node.proposal.understood({ proposal: ours.proposal })
  await ana.node.proposal.react({ proposal: ours.proposal, text: words.opening.reaction })
  await inStep(circle, ana, ben)
  await ben.node.round.open({ proposal: ours.proposal })
  await ben.node.response.consent({ proposal: ours.proposal })

  const mine = await ana.node.proposal.present({ circle, title: asked.title, text: asked.text, review })
  await inStep(circle, ana, ben)
  await ben.node.proposal.ask({ proposal: mine.proposal, text: asked.question })

  const hard = await ana.node.proposal.present({ circle, title: objected.title, text: objected.text, review })
  await ana.node.round.open({ proposal: hard.proposal })
  await inStep(circle, ana, ben)
  await ben.node.response.object({ proposal: hard.proposal, reason: objected.objection })

  const newest = await ben.node.proposal.present({ circle, ...fresh, review })
  await inStep(circle, ana, ben)
  return {
    inRound: ours.proposal,
    asked: mine.proposal,
    objected: hard.proposal,
    fresh: newest.proposal,
  }
}

/** Cleo, who is away, is still to be heard. */
async function lookBack({ people: { ana, ben }, words, circle }: Scene): Promise<string> {
  const { review } = await ben.node.review.open({ circle, role: 'facilitator' })
  await ben.node.review.say({ review, as: 'improvement', text: words.roles.myself })
  await inStep(circle, ana, ben)
  await ana.node.review.say({ review, as: 'appreciation', text: words.roles.forBen })
  await inStep(circle, ana, ben)
  return review
}

/** Nothing from before is news to her. */
async function readsAll({ node }: Someone): Promise<void> {
  const { news, unread } = await node.home.show({})
  await node.home.read({ circles: [...unread, ...news.map(({ circle, asOf }) => ({ circle, asOf }))] })
}

async function consentOf(all: readonly [Someone, ...Someone[]], circle: string, proposal: string): Promise<string> {
  await inStep(circle, ...all)
  for (const one of all) await one.node.response.consent({ proposal })
  await inStep(circle, ...all)
  const { agreement } = await all[0].node.round.close({ proposal })
  await inStep(circle, ...all)
  for (const one of all) await one.node.agreement.show({ agreement })
  await inStep(circle, ...all)
  return agreement
}

/** A node without a window. */
export class Someone {
  readonly #folder: string
  readonly #clock: () => number
  #backend!: Backend
  node!: Client

  constructor(folder: string, clock: () => number) {
    this.#folder = folder
    this.#clock = clock
  }

  static async opens(folder: string, clock: () => number): Promise<Someone> {
    const someone = new Someone(folder, clock)
    await someone.#open()
    return someone
  }

  async #open(): Promise<void> {
    const opened = await openBackend(this.#folder, { clock: this.#clock, stretch: quickWords })
    if (!opened.ok) throw new Error(opened.refusal.code)
    this.#backend = opened.value
    this.node = clientInProcess(createRouter(opened.value.commands))
  }

  async close(): Promise<void> {
    await this.#backend.close()
  }

  /** Away from everyone, for whoever does not call. */
  async restarts(): Promise<void> {
    await this.close()
    await this.#open()
  }

  async listens(): Promise<string> {
    const { address } = await this.node.network.info({})
    return address ?? (await this.node.network.listen({ listen: '127.0.0.1:0' })).address
  }

  async calls(other: Someone): Promise<void> {
    await this.node.network.connect({ address: await other.listens() })
  }
}

type Node = Pick<Someone, 'node' | 'listens'>

/** Lets somebody in as two people do it beside each other. */
export async function lets(inviter: Node, newcomer: Node, circle: string): Promise<void> {
  await inviter.listens()
  const { invite } = await inviter.node.invite.create({ circle })
  const { request, code } = await newcomer.node.join.request({ invite })
  await once(
    (until) => inviter.node.live.invite.list({ circle }, until),
    ({ items }) => items.some((one) => one.request === request),
  )
  await inviter.node.invite.confirm({ circle, request, code })
  await once(
    (until) => newcomer.node.live.join.list({}, until),
    (requests) => requests.some(({ state }) => state === 'joined'),
  )
}

/** Until all know the same. */
export async function inStep(circle: string, ...all: readonly Pick<Someone, 'node'>[]): Promise<void> {
  const states = async () => Promise.all(all.map(({ node }) => node.circle.show({ circle })))
  const same = async () => {
    const [first, ...others] = await states()
    return first?.waiting === 0 && others.every(({ at, waiting }) => at === first.at && waiting === 0)
  }
  const done = new AbortController()
  const watch = async ({ node }: Pick<Someone, 'node'>) =>
    once((until) => node.live.circle.show({ circle }, until), same, done.signal)
  await Promise.any(all.map(watch)).finally(() => done.abort())
}

type Until = { readonly signal: AbortSignal }
const NEVER = new AbortController().signal

/** Until a live answer is as wanted. */
async function once<T>(
  ask: (until: Until) => Promise<AsyncIterable<T>>,
  isSo: (answer: T) => boolean | Promise<boolean>,
  stop = NEVER,
): Promise<T> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)])
  for await (const answer of await ask({ signal })) if (await isSo(answer)) return answer
  throw new Error('waited in vain')
}
