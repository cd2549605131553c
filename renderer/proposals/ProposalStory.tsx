import type { Proposal } from './page-data.ts'
import { ToldStory } from './ToldStory.tsx'

const TURNS: ReadonlySet<string> = new Set(['proposal.amended', 'objection.raised', 'round.closed', 'proposal.ended'])

export function ProposalStory({ circle, story }: Pick<Proposal, 'circle' | 'story'>) {
  return <ToldStory circle={circle} story={story} of="proposals" turns={TURNS} />
}
