import type { Proposal } from './page-data.ts'
import { ToldStory } from './ToldStory.tsx'

const TURNS: ReadonlySet<string> = new Set(['proposal.amended', 'objection.raised', 'round.closed', 'proposal.ended'])

export function ProposalStory({ story }: { readonly story: Proposal['story'] }) {
  return <ToldStory story={story} of="proposals" turns={TURNS} />
}
