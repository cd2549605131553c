import { Effect } from '../../domain/proposals/effect.ts'
import { refuse } from '../../domain/refusal.ts'
import type { CircleSession } from '../circle-session.ts'
import { must } from './answering.ts'
import { day, title, words } from './texts.ts'

type Words = {
  readonly title: string
  readonly text: string
  readonly review: string
  readonly answers?: string | null
  readonly changes?: string | null
}

/** Presents a proposal whose words say what its effect does: it takes everyone's consent, as any other. */
export async function propose(session: CircleSession, of: Words, effect: Effect | null, asOf: string | undefined) {
  const good = Effect.nullable().safeParse(effect)
  const content = {
    title: must(title(of.title, 'title')),
    text: must(words(of.text, 'text')),
    driver: null,
    answers: of.answers ?? null,
    review: must(day(of.review)),
    criteria: [],
    owner: null,
    changes: of.changes ?? null,
    effect: good.success ? good.data : must(refuse('malformed')),
  }
  const { id, meanwhile } = must(await session.say({ type: 'proposal.presented', body: { content } }, asOf))
  return { proposal: id, version: id, meanwhile }
}
