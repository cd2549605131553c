import type { Act, Circle } from './circle.ts'
import type { Body, EventType } from './events.ts'
import { byCodeUnit } from './canonical.ts'
import { newest, type Stamp } from './causality.ts'
import type { Says } from './spoken/events.ts'

/** Files a counted event under the proposal it is about: the story that "why is this so?" reads. */
export function tellStory(circle: Circle, id: string, type: EventType, body: Body<EventType>): void {
  const act = circle.counted.get(id)
  if (act !== undefined) circle.drivers.get(driverOf(circle, id, type, body) ?? '')?.acts.push(act)
  const proposal = circle.proposals.get(subjectOf(circle, id, type, body) ?? '')
  if (act !== undefined && proposal !== undefined) proposal.acts.push(act)
}

/** [P9] The acts of a story so that each comes after what it built on; those made apart by their claimed time, then id. */
export function inOrder(acts: readonly Act[]): Act[] {
  return [...acts].sort((a, b) => a.time - b.time || a.depth - b.depth || byCodeUnit(a.stamp.id, b.stamp.id))
}

/** Records in the order of their story. */
export function inStoryOrder<T extends { readonly stamp: Stamp }>(circle: Circle, records: readonly T[]): T[] {
  const acts = new Map(
    records.flatMap((one) => {
      const act = circle.counted.get(one.stamp.id)
      return act === undefined ? [] : [[act, one] as const]
    }),
  )
  return inOrder([...acts.keys()]).flatMap((act) => acts.get(act) ?? [])
}

/** What was said last; of what was said apart, what the story tells last. For what is easily said again. */
export function lastSaid<T extends { readonly stamp: Stamp }>(circle: Circle, records: readonly T[]): T | null {
  return inStoryOrder(circle, newest(records)).at(-1) ?? null
}

/** The driver that an act is about, or that its event is. */
function driverOf({ forming }: Circle, id: string, type: EventType, body: Body<EventType>): string | undefined {
  if (!/^(driver|forming|tuners)\./.test(type)) return undefined
  if ('driver' in body) return body.driver ?? undefined
  if ('dimension' in body) return forming.items.get(body.dimension)?.driver
  if ('said' in body && body.said !== null)
    return (forming.items.get(body.said) ?? forming.answers.get(body.said))?.driver
  if ('tuners' in body) return forming.tuners.get(body.tuners)?.driver
  return id
}

/** The proposal that an act is about. */
export function subjectOf(circle: Circle, id: string, type: EventType, body: Body<EventType>): string | undefined {
  if (type === 'proposal.presented') return id
  if ('proposal' in body) return body.proposal
  if ('round' in body) return circle.rounds.get(body.round)?.proposal
  if ('question' in body) return circle.questions.get(body.question)?.proposal
  if ('objection' in body) return circle.responses.get(body.objection)?.proposal
  if ('agreement' in body) return circle.agreements.get(body.agreement ?? '')?.proposal
  if ('close' in body) return circle.closes.get(body.close)?.proposal
  if ('says' in body) return proposalOfWord(circle, body.says)
  if ('spoken' in body) return proposalOfWord(circle, circle.words.get(body.spoken)?.says)
  return undefined
}

function proposalOfWord(circle: Circle, says: Says | undefined): string | undefined {
  return says === undefined || says.kind === 'words' ? undefined : circle.rounds.get(says.round)?.proposal
}
