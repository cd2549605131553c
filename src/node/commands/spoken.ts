import type { NodePort } from '../../api/node-port.ts'
import type { Says } from '../../domain/spoken/events.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { answering, must } from './answering.ts'
import { roundMeant } from './round-meant.ts'
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
      const speaker = whom(desk, session, who)
      const says = saysOf(desk, session, said, 'person' in speaker ? speaker.person : undefined)
      const body = { meeting: it.id, who: speaker, says }
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
  readonly version?: string | undefined
  readonly text?: string | undefined
  readonly item?: string | undefined
}

/** An answer in the open round of a proposal, else plain words. */
function saysOf(desk: Desk, session: CircleSession, said: Said, speaker: string | undefined): Says {
  const { proposal, answer, text, item } = said
  if (proposal === undefined || answer === undefined) {
    const about = item === undefined ? null : must(desk.itemIn(session, item)).id
    return { kind: 'words', item: about, text: must(words(text ?? '', 'text')) }
  }
  const { it } = must(desk.proposal(proposal))
  const version = said.version === undefined ? undefined : must(desk.versionOf(session, it, said.version)).id
  const round = roundMeant(session, it, { version }, speaker)
  const asked = { round: round.id, version: round.version }
  if (answer === 'consent') return { kind: 'consent', ...asked }
  return { kind: 'objection', ...asked, reason: must(words(text ?? '', 'reason')) }
}
