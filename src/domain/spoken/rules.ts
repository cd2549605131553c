import type { Circle } from '../circle.ts'
import type { Past } from '../causality.ts'
import type { Body } from '../events.ts'
import { mustBelong } from '../members/rules.ts'
import { isHere } from '../meetings/attendance.ts'
import { meetingState } from '../meetings/queries.ts'
import { itemIn, meetingIn } from '../meetings/rules.ts'
import { proposalIn } from '../proposals/queries.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { isClosed, isLaidAside, isReplaced, roundIn } from '../rounds/queries.ts'
import type { Says } from './events.ts'
import { isConfirmed } from './queries.ts'
import type { SpokenWord } from './records.ts'

/** [V1] Somebody in the room writes down what another says who is there without a device of their own. */
export function speakingCounts(circle: Circle, past: Past, body: Body<'words.spoken'>, by: string): Refusal | null {
  const { who, says } = body
  const meeting = meetingIn(circle, past, body.meeting)
  if (meeting === null) return refusal('no-such-meeting')
  if (meetingState(meeting, past) !== 'running') return refusal('meeting-not-running')
  const here = isHere(meeting, past, who)
  if (here === null || isHere(meeting, past, { person: by }) === null) return refusal('not-present')
  if (here.device || ('person' in who && who.person === by)) return refusal('has-own-device')
  if (says.kind !== 'words')
    return mustBelong(circle, past, by) ?? answerProblem(circle, past, says, 'person' in who ? who.person : '', by)
  if (says.item !== null && itemIn(circle, past, says.item)?.meeting !== meeting.id) return refusal('no-such-item')
  return mustBelong(circle, past, by)
}

/** [V2] Only whom the round asks answers it, and only such a one writes the answer down or witnesses it. */
function answerProblem(
  circle: Circle,
  past: Past,
  says: Exclude<Says, { readonly kind: 'words' }>,
  person: string,
  by: string,
): Refusal | null {
  const round = roundIn(circle, past, says.round)
  const proposal = round === null ? null : proposalIn(circle, past, round.proposal)
  if (round === null || proposal === null) return refusal('no-such-round')
  if (says.version !== round.version) return refusal('no-such-version')
  if (!round.electorate.includes(person) || !round.electorate.includes(by)) return refusal('not-asked')
  if (isReplaced(proposal, round, past)) return refusal('round-replaced')
  if (isLaidAside(proposal, round, past)) return refusal('proposal-ended')
  return isClosed(proposal, round, past) ? refusal('round-closed') : null
}

/** [V2] A witness was there with a device of their own, and is neither who spoke nor who wrote it down. */
export function witnessingCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const word = wordIn(circle, past, id)
  if (word === null) return refusal('no-such-word')
  if (word.person === by || isWhose(word, by)) return refusal('own-word')
  const meeting = meetingIn(circle, past, word.meeting)
  if (meeting === null || isHere(meeting, past, { person: by })?.device !== true) return refusal('not-present')
  const { says } = word
  const asked = says.kind === 'words' ? null : circle.rounds.get(says.round)?.electorate
  return asked?.includes(by) === false ? refusal('not-asked') : mustBelong(circle, past, by)
}

/** [V3] Only the person themselves says later whether these were their words; confirmed is confirmed. */
export function ownWordCounts(
  circle: Circle,
  past: Past,
  id: string,
  by: string,
  says: 'confirmed' | 'disputed',
): Refusal | null {
  const word = wordIn(circle, past, id)
  if (word === null) return refusal('no-such-word')
  if (!isWhose(word, by)) return refusal('not-your-own')
  return says === 'disputed' && isConfirmed(word, past) ? refusal('already-done') : null
}

export function wordIn(circle: Circle, past: Past, id: string): SpokenWord | null {
  const word = circle.words.get(id)
  return word !== undefined && past.has(word.stamp) ? word : null
}

const isWhose = ({ who }: SpokenWord, person: string) => 'person' in who && who.person === person
