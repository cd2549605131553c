import type { Client } from '../../src/api/client.ts'

/** A proposal as the node shows it. */
export type Proposal = Awaited<ReturnType<Client['proposal']['show']>>

/** What every part of a proposal's page is about: the proposal, and who is looking. */
export type PartProps = { readonly proposal: Proposal; readonly me: string }

export const nameIn = (proposal: Proposal, person: string): string => proposal.names[person] ?? ''

export function versionText(proposal: Proposal, version: string): string {
  return proposal.versions.find((one) => one.version === version)?.text ?? ''
}

/** The round that is open; undefined while none is. */
export function openRound(proposal: Proposal): Proposal['rounds'][number] | undefined {
  return proposal.rounds.find(({ round }) => round === proposal.round)
}

export function unresolved(proposal: Proposal): Proposal['objections'] {
  return proposal.objections.filter(({ state }) => ['raised', 'understood', 'offered'].includes(state))
}

/** What the proposal waits for from this person, the first that applies. */
export type NextStep =
  | { readonly kind: 'answer'; readonly question: Proposal['questions'][number] }
  | {
      readonly kind:
        | 'understand'
        | 'react'
        | 'open'
        | 'respond'
        | 'waiting'
        | 'objected'
        | 'close'
        | 'agreed'
        | 'contested'
        | 'ended'
    }

export function nextStepOf(proposal: Proposal, me: string): NextStep {
  if (proposal.state === 'withdrawn') return { kind: 'ended' }
  if (proposal.state === 'adopted') return { kind: 'agreed' }
  if (proposal.state === 'contested') return { kind: 'contested' }
  const question = proposal.questions.find((one) => one.state === 'open' && one.person !== me)
  const isAuthor = proposal.versions[0]?.person === me
  if (question !== undefined && isAuthor) return { kind: 'answer', question }
  const round = openRound(proposal)
  if (round !== undefined) return { kind: inRound(proposal, round, me) }
  if (!isAuthor && !proposal.understood.includes(me)) return { kind: 'understand' }
  if (!isAuthor && !proposal.reactions.some(({ person }) => person === me)) return { kind: 'react' }
  return { kind: 'open' }
}

function inRound(proposal: Proposal, round: Proposal['rounds'][number], me: string) {
  if (round.asked.includes(me) && proposal.awaiting.includes(me)) return 'respond'
  if (proposal.responses.some(({ answer }) => answer === 'object')) return 'objected'
  return proposal.awaiting.length > 0 ? 'waiting' : 'close'
}
