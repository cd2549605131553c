import type { Circle } from '../circle.ts'
import { EVERYTHING, saw, type Stamp } from '../causality.ts'
import type { MemberRecord } from '../members/records.ts'
import { deciding } from '../members/cuts.ts'
import { memberState } from '../members/queries.ts'
import { awaitedDevices, type Decision, type Removal } from './too-late.ts'

/** Fewer than this could each be thought away by agreement of the rest. */
const FEWEST_STEADY = 2

/**
 * [A2] [A3] Who else has to hear of a decision before it is settled, and has not: everyone who might, apart from it, have
 * agreed on other words without asking any of the same people. That can only be where hardly any of the asked were here
 * all along in the others' eyes: whoever was on leave, or had left, is asked by nobody who still thinks so. `isNews`: what
 * these words must have known nothing of.
 */
export function othersUnaware(
  circle: Circle,
  decision: Decision,
  out: readonly Removal[],
  isNews: (stamp: Stamp) => boolean = () => false,
): readonly string[] {
  const { closes, round } = decision
  const others = [...circle.members.values()].filter(
    (member) => !round.electorate.includes(member.person) && mayDecide(circle, member, out),
  )
  if (others.length === 0 || steadyIn(circle, decision, others) >= FEWEST_STEADY) return []
  const acts = [...circle.counted.values()]
  const hasSpoken = (device: string) =>
    acts.some(
      (act) => act.device === device && closes.some((close) => saw(act.stamp, close.stamp)) && !isNews(act.stamp),
    )
  const isUnaware = ({ person }: MemberRecord) =>
    awaitedDevices(circle, EVERYTHING, person, closes, out).some(({ key }) => !hasSpoken(key))
  return others.filter(isUnaware).map(({ person }) => person)
}

function steadyIn(circle: Circle, decision: Decision, others: readonly MemberRecord[]): number {
  const asked = decision.round.electorate.flatMap((person) => circle.members.get(person) ?? [])
  return asked.filter((one) => isSteady(decision, one) && others.every((other) => knows(circle, other, one))).length
}

/** A guest opens no round; who left says nothing more; without whom the circle goes on for good, nobody waits for. */
function mayDecide(circle: Circle, { person }: MemberRecord, out: readonly Removal[]): boolean {
  const state = memberState(circle, EVERYTHING, person)
  if (state === null || state === 'guest' || state === 'left') return false
  return state !== 'removed' || !out.some((one) => one.person === person)
}

/** Was never away, nor sent away, but by a word that knew of the close: so nobody ever had reason not to ask them. */
function isSteady({ closes }: Decision, member: MemberRecord): boolean {
  const { leaves, departures, rests, removals, admissions, seats, belonging } = member
  const isBefore = ({ stamp }: { readonly stamp: Stamp }) => !closes.some((close) => saw(stamp, close.stamp))
  const away = [
    ...deciding(EVERYTHING, [...leaves, ...departures]),
    ...rests.map(({ close }) => close),
    ...removals,
    ...belonging.responses,
  ]
  return !away.some(isBefore) && admissions.filter(isBefore).length === 1 && seats.length === 0
}

/** Whether whatever they say from now on is said by somebody who knows that the other is here. */
function knows(circle: Circle, other: MemberRecord, { admissions }: MemberRecord): boolean {
  const tips = [...circle.tips.values()]
  return other.devices.every(({ key, bindings }) => {
    const said = tips.filter(({ device }) => device === key).map(({ stamp }) => stamp)
    const ends = said.length > 0 ? said : bindings.map(({ stamp }) => stamp)
    return ends.every((end) => admissions.some(({ stamp }) => saw(end, stamp)))
  })
}
