import type { Act, Circle, CloseRecord, RoundRecord } from '../circle.ts'
import type { DeviceBinding, DeviceRecord } from '../members/records.ts'
import { concurrent, EVERYTHING, inPast, saw, type Past, type Stamp } from '../causality.ts'
import { opposing, removalsIn, type Agreed } from '../members/belonging.ts'
import { isBeyondGone, isGone } from '../members/cuts.ts'
import { isBeyondFork, isFrozen } from '../members/forks.ts'
import { contestingWords } from './contesting-words.ts'
import { hasSeen, isOfTheAsked } from './seen.ts'

/** What was agreed: whom it asked, and the certificates of it that are looked at. */
export interface Decision {
  readonly round: RoundRecord
  readonly closes: Agreed
}

/** Somebody whom the circle goes on without, for good. */
export interface Removal {
  readonly person: string
  readonly closes: Agreed
}

/**
 * [A3] Whether something came to light too late to contest what was agreed: everyone whom that asked had said something
 * after its close, on each of their devices, and knew nothing of the news. So what was settled stays settled, also where a
 * removal turns out to be mutual, or a device to be gone; and only one of two agreements made apart can be so settled,
 * where anybody was asked by both (D4).
 */
export function isTooLate(circle: Circle, past: Past, decision: Decision, news: readonly Stamp[]): boolean {
  const { round, closes } = decision
  const heard = [...circle.counted.values()].filter(
    ({ stamp }) => past.has(stamp) && isAfter(stamp, closes) && !news.some((one) => saw(stamp, one)),
  )
  const out = aboutBelonging(closes) ? [] : finalRemovals(circle)
  return whoMustHear(decision).every((person) => {
    if (out.some((one) => one.person === person)) return true
    const awaited = awaitedDevices(circle, past, person, closes, out, (door) => isDoorOfTheAsked(round, closes, door))
    const theirs = heard.filter((act) => act.person === person)
    return theirs.length > 0 && awaited.every(({ key }) => theirs.some(({ device }: Act) => device === key))
  })
}

/** [M11] Of two, neither speaks for the circle: whom one alone sends away has to have heard of it. */
export function whoMustHear({ round, closes }: Decision): readonly string[] {
  const effect = closes[0]?.effect
  const consenting = new Set(closes.flatMap(({ cited }) => cited.map(({ person }) => person)))
  return effect?.kind === 'remove' && consenting.size < 2 ? [...round.electorate, effect.person] : round.electorate
}

/**
 * [A2] The devices whose next word could still know nothing of a close, in a past: none that are gone or frozen, none that
 * were let in by someone who knew of it, and none that the circle has gone on without.
 */
export function awaitedDevices(
  circle: Circle,
  past: Past,
  person: string,
  closes: Agreed,
  out: readonly Removal[],
  isOfConcern: (door: DeviceBinding) => boolean = () => true,
): DeviceRecord[] {
  const isOpen = (door: DeviceBinding) =>
    !isAfter(door.stamp, closes) && isOfConcern(door) && !isLost(past, door) && !out.some((one) => isShutBy(one, door))
  return (circle.members.get(person)?.devices ?? []).filter(
    ({ key, bindings }) =>
      !isGone(circle, past, key) && !isFrozen(circle, past, key) && inPast(past, bindings).some(isOpen),
  )
}

/** Let in by a device that was gone by then, or that went on in two ways. */
function isLost(past: Past, { as, stamp }: DeviceBinding): boolean {
  return as === 'device' && (isBeyondGone(past, stamp) || isBeyondFork(past, stamp))
}

function isShutBy({ person, closes }: Removal, door: DeviceBinding): boolean {
  if (door.person === person) return !isAfter(door.stamp, closes)
  return door.by === person && door.as === 'device' && closes.every(({ stamp }) => concurrent(stamp, door.stamp))
}

function isDoorOfTheAsked(round: RoundRecord, closes: readonly CloseRecord[], { stamp, by }: DeviceBinding): boolean {
  if (closes.some((close) => saw(close.stamp, stamp))) return true
  return round.electorate.includes(by) && isOfTheAsked(round, closes, stamp)
}

/** [M9] The removals that nothing can contest any more: nobody waits for whom they are about. */
export function finalRemovals(circle: Circle): Removal[] {
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
  return contestingWords(circle, proposal, round, closes).length === 0
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

/** Whether somebody's belonging is what it is about: what is final about that cannot ask what is final. */
function aboutBelonging(closes: Agreed): boolean {
  return closes[0]?.effect?.kind === 'remove' || closes[0]?.effect?.kind === 'rest'
}

function isAfter(stamp: Stamp, closes: Agreed): boolean {
  return closes.some((close) => saw(stamp, close.stamp))
}
