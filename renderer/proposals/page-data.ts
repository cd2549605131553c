import type { Client } from '../../src/api/client.ts'

/** A proposal as the node shows it. */
export type Proposal = Awaited<ReturnType<Client['proposal']['show']>>

/** What every part of a proposal's page is about: the proposal, and who is looking. */
export type PartProps = { readonly proposal: Proposal; readonly me: string }

export const nameIn = ({ names }: Pick<Proposal, 'names'>, person: string): string => names[person] ?? ''

/** What comes into force with the words of a proposal or an agreement. */
export type InForce = Pick<Proposal, 'effect' | 'names' | 'circle' | 'agreement' | 'seat'>

export function versionText(proposal: Proposal, version: string): string {
  return proposal.versions.find((one) => one.version === version)?.text ?? ''
}

/** [R7] The proposal once for each round that is open on it: of several begun apart each has its own words and answers. */
export function viewsOf(proposal: Proposal): readonly Proposal[] {
  const drafts = [proposal.version, ...proposal.siblings]
  const others = (proposal.alsoOpen ?? []).map((other) => ({
    ...proposal,
    ...other,
    siblings: drafts.filter((draft) => draft !== other.version),
  }))
  return [proposal, ...others]
}

/** The view that is this person's: where their answer stands, else where they are asked. */
export function viewFor(proposal: Proposal, me: string): Proposal {
  const views = viewsOf(proposal)
  const answered = views.find(({ responses }) => responses.some(({ person }) => person === me))
  return answered ?? views.find(({ awaiting }) => awaiting.includes(me)) ?? proposal
}

/** [R7] Whom this person waits for in their round, who wait for them in another: each has answered in one of them. */
export function heldApart(proposal: Proposal, me: string): readonly string[] {
  const views = viewsOf(proposal)
  const answeredIn = (person: string) => views.find((view) => view.responses.some((one) => one.person === person))
  const mine = answeredIn(me)
  return (mine?.awaiting ?? []).filter((person) => answeredIn(person)?.awaiting.includes(me))
}

/** [A4] Whoever is proposed out of a selection was talked about there: what comes next is the round. */
export function isOutOfSelection({ effect }: Proposal): boolean {
  return effect?.kind === 'seat' && effect.selection !== null
}

/** The objections in an open round that hold its close: of those that were set aside, none does. */
export function holdingObjections({ responses, aside = [] }: Proposal): Proposal['responses'] {
  return responses.filter(({ answer, person }) => answer === 'object' && !aside.includes(person))
}

const isAside = ({ aside = [] }: Proposal) => aside.length > 0

/** The round that is open; undefined while none is. */
export function openRound(proposal: Proposal): Proposal['rounds'][number] | undefined {
  return proposal.rounds.find(({ round }) => round === proposal.round)
}

export const hasOpenQuestion = ({ questions }: Proposal): boolean => questions.some(({ state }) => state === 'open')

export function unresolved(proposal: Proposal): Proposal['objections'] {
  return proposal.objections.filter(({ state }) => ['raised', 'understood', 'offered'].includes(state))
}

/** Drafts that grew out of the words which the open round asks about: nobody was asked about them yet. */
export function newerDrafts(proposal: Proposal): readonly string[] {
  return proposal.siblings.filter((draft) => growsOutOf(proposal, draft, proposal.version))
}

function growsOutOf({ versions }: Proposal, draft: string, origin: string): boolean {
  const parentsById = new Map(versions.map(({ version, parents }) => [version, parents]))
  const seen = new Set([draft])
  for (const id of seen) for (const parent of parentsById.get(id) ?? []) seen.add(parent)
  return draft !== origin && seen.has(origin)
}

/** Whether the open round was objected to and other words were offered since: then those are before the circle. */
export function isOvertaken(proposal: Proposal): boolean {
  return newerDrafts(proposal).length > 0 && proposal.responses.some(({ answer }) => answer === 'object')
}

/** Whether it is put away or handed on: nothing is asked of anyone on its own page. */
export const isPutAway = (state: Proposal['state']): boolean =>
  ['withdrawn', 'tabled', 'escalated', 'to-helping-circle'].includes(state)

/** Whether others carry it on: it is neither with the circle nor put away. */
export const isHandedOn = (state: Proposal['state']): boolean => ['escalated', 'to-helping-circle'].includes(state)

/** The version a person reads, and answers to: never other words than those of an open round that they can answer. */
export function wordsNow(proposal: Proposal): string {
  return (isOvertaken(proposal) ? newerDrafts(proposal)[0] : undefined) ?? proposal.version
}

/** What the proposal waits for from this person, the first that applies. */
export type NextStep =
  | { readonly kind: 'answer'; readonly question: Proposal['questions'][number] }
  | {
      readonly kind:
        | 'understand'
        | 'react'
        | 'open'
        | 'again'
        | 'respond'
        | 'apart'
        | 'silent'
        | 'waiting'
        | 'left'
        | 'objected'
        | 'close'
        | 'aside'
        | 'agreed'
        | 'contested'
        | 'ended'
    }

export function nextStepOf(proposal: Proposal, me: string): NextStep {
  if (isPutAway(proposal.state)) return { kind: 'ended' }
  if (proposal.state === 'adopted') return { kind: 'agreed' }
  if (proposal.state === 'contested') return { kind: 'contested' }
  const question = proposal.questions.find((one) => one.state === 'open' && one.person !== me)
  const isAuthor = proposal.versions[0]?.person === me
  if (question !== undefined && isAuthor) return { kind: 'answer', question }
  const round = openRound(proposal)
  if (round !== undefined) return { kind: inRound(proposal, round, me) }
  if (isOutOfSelection(proposal)) return { kind: 'open' }
  if (!isAuthor && !proposal.understood.includes(me)) return { kind: 'understand' }
  if (!isAuthor && !proposal.reactions.some(({ person }) => person === me)) return { kind: 'react' }
  return { kind: 'open' }
}

/** Whoever is proposed for a role hears the others first. */
function hearsOthersFirst({ effect, awaiting }: Proposal, me: string): boolean {
  return effect?.kind === 'seat' && effect.person === me && awaiting.some((person) => person !== me)
}

function inRound(proposal: Proposal, round: Proposal['rounds'][number], me: string) {
  if (isOvertaken(proposal)) return 'again'
  const isObjected = holdingObjections(proposal).length > 0
  // Whoever brought the words looks for others first: their own consent to these would lead nowhere.
  const isAuthor = proposal.versions[0]?.person === me
  if (isObjected && isAuthor) return 'objected'
  if (round.asked.includes(me) && proposal.awaiting.includes(me) && !hearsOthersFirst(proposal, me)) return 'respond'
  if (isObjected) return 'objected'
  if ((proposal.left ?? []).length > 0) return 'left'
  if (proposal.awaiting.length > 0) return 'waiting'
  return isAside(proposal) ? 'aside' : 'close'
}
