import type { Circle, CloseRecord, RoundRecord } from '../circle.ts'
import { concurrent, EVERYTHING, saw, type Stamp } from '../causality.ts'
import { opposing, removalsIn, type Agreed } from '../members/belonging.ts'
import { contestingWords } from './contesting-words.ts'
import { hasSeen } from './seen.ts'
import { whoMustHear, type Decision, type Removal } from './too-late.ts'

/** [M9] The removals that nothing can contest any more: nobody waits for whom they are about. */
export function finalRemovals(circle: Circle): readonly Removal[] {
  return [...circle.members.values()].flatMap((member) => {
    const removals = member.removals.length === 0 ? [] : removalsIn(circle, EVERYTHING, member)
    return removals.filter((closes) => isFinal(circle, closes)).map((closes) => ({ person: member.person, closes }))
  })
}

function isFinal(circle: Circle, closes: Agreed): boolean {
  const [round, proposal] = [circle.rounds.get(closes[0]?.round ?? ''), circle.proposals.get(closes[0]?.proposal ?? '')]
  if (round === undefined || proposal === undefined) return false
  const decision = { round, closes }
  if (!whoMustHear(decision).every((person) => hasSeen(circle, person, decision, []))) return false
  return contestingWords(circle, proposal, decision, []).length === 0
}

/** Whether words of somebody here may yet count, or not: as long as it is open whether the circle goes on without them. */
export function isInSuspense(circle: Circle, person: string, { round }: Decision, final: readonly Removal[]): boolean {
  const removals = (circle.members.get(person)?.removals ?? []).filter((close) => !saw(round.stamp, close.stamp))
  const isDecided = (close: CloseRecord) =>
    final.some(({ closes }) => closes[0]?.agreement === close.agreement) ||
    opposing(circle, EVERYTHING, person, [close]).some((other) => final.some((one) => one.person === other.person))
  const open = removals.filter((close) => !isDecided(close))
  if (open.length === 0) return false
  return wordsOf(circle, person, round).some(({ stamp }) => open.some((close) => concurrent(close.stamp, stamp)))
}

function wordsOf(circle: Circle, person: string, { proposal: id }: RoundRecord): readonly { readonly stamp: Stamp }[] {
  const proposal = circle.proposals.get(id)
  const responses = proposal?.slot.responses ?? []
  const since = responses.flatMap(({ tests, withdrawn, reframed }) => [...tests, ...withdrawn, ...reframed])
  return [...responses, ...since, ...(proposal?.ends ?? [])].filter((one) => one.person === person)
}

/** Whom nobody waits for in a decision. What is final about somebody's belonging cannot itself ask what is final. */
export function outFor(circle: Circle, { closes }: Decision): readonly Removal[] {
  const kind = closes[0]?.effect?.kind
  return kind === 'remove' || kind === 'rest' ? [] : finalRemovals(circle)
}
