import type { NodePort } from '../../api/node-port.ts'
import type { Says } from '../../domain/spoken/events.ts'
import { openRounds } from '../../domain/rounds/queries.ts'
import { refuse } from '../../domain/refusal.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { answering, must } from './answering.ts'
import { words } from './texts.ts'
import { whom } from './whom.ts'

export function spokenCommands(desk: Desk): NodePort['spoken'] {
  const about = (type: 'words.witnessed' | 'words.confirmed') =>
    answering(async ({ spoken, asOf }: { spoken: string; asOf?: string | undefined }) => {
      const { session, it } = must(desk.word(spoken))
      const { meanwhile } = must(await session.say({ type, body: { spoken: it.id } }, asOf))
      return { spoken: it.id, meanwhile }
    })
  return {
    write: answering(async ({ meeting, who, asOf, ...said }) => {
      const { session, it } = must(desk.meeting(meeting))
      const body = { meeting: it.id, who: whom(desk, session, who), says: saysOf(desk, session, said) }
      const { id, meanwhile } = must(await session.say({ type: 'words.spoken', body }, asOf))
      return { spoken: id, meanwhile }
    }),
    witness: about('words.witnessed'),
    confirm: about('words.confirmed'),
    dispute: answering(async ({ spoken, reason, asOf }) => {
      const { session, it } = must(desk.word(spoken))
      const body = { spoken: it.id, reason: must(words(reason, 'reason')) }
      const { meanwhile } = must(await session.say({ type: 'words.disputed', body }, asOf))
      return { spoken: it.id, meanwhile }
    }),
  }
}

type Said = {
  readonly proposal?: string | undefined
  readonly answer?: 'consent' | 'object' | undefined
  readonly text?: string | undefined
  readonly item?: string | undefined
}

/** An answer in the open round of a proposal, else plain words. */
function saysOf(desk: Desk, session: CircleSession, { proposal, answer, text, item }: Said): Says {
  if (proposal === undefined || answer === undefined) {
    const about = item === undefined ? null : must(desk.itemIn(session, item)).id
    return { kind: 'words', item: about, text: must(words(text ?? '', 'text')) }
  }
  const round = openRounds(must(desk.proposal(proposal)).it)[0] ?? must(refuse('no-round-open'))
  const asked = { round: round.id, version: round.version }
  if (answer === 'consent') return { kind: 'consent', ...asked }
  return { kind: 'objection', ...asked, reason: must(words(text ?? '', 'reason')) }
}
