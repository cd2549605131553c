import type { Who } from '../../domain/meetings/events.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { must } from './answering.ts'
import { title } from './texts.ts'

export type WhoSaid = { readonly person: string } | { readonly guest: string } | undefined

/** Whom a client means: a person of the circle, a guest by name; this person where nobody is named. */
export function whom(desk: Desk, session: CircleSession, said: WhoSaid): Who {
  if (said === undefined) return { person: session.me }
  return 'person' in said
    ? { person: must(desk.person(session, said.person)) }
    : { guest: must(title(said.guest, 'guest')) }
}
