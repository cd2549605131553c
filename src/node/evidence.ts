import type { Circle } from '../domain/circle.ts'
import type { CircleEvent, EventContent } from '../domain/event.ts'
import { eventBodies } from '../domain/events.ts'
import type { Fold } from '../domain/fold.ts'
import type { Outcome } from '../domain/refusal.ts'
import type { CircleLog } from '../log/circle-log.ts'
import type { Follower } from '../log/follow.ts'
import type { Saying } from './circle-session.ts'
import type { ByProgram } from './sealed-words.ts'

type Held = { readonly log: CircleLog; readonly follower: Follower<Fold> }

/** Words that one device's wait for, and that are asked for at most; and all of them in one event. */
const MOST_OF_ONE = 16
const MOST_ASKED = 64
const MOST_AT_ONCE = 32

/**
 * [E9] What this device has to say of logs that go on in two ways: which words others built on that never came here, and
 * what is here that others lack. Nothing else can bring the two sides together, since a log has one next word.
 */
export async function evidenceOf({ log, follower }: Held, key: Outcome<Uint8Array>): Promise<ByProgram | null> {
  const { fold, caughtUp, unreadable } = follower
  if (!key.ok || !caughtUp || unreadable > 0) return null
  const asked = askedFor(follower)
  const ids = unheardOf(follower, asked)
  const asking: Saying[] = ids.length === 0 ? [] : [{ type: 'word.missing', body: { ids } }]
  const wanted = wantedOf(fold.circle, asked, follower, log).slice(0, MOST_AT_ONCE)
  const carried = await Promise.all(wanted.map((event) => carrying(follower, event)))
  const [one, ...more] = [...asking, ...carried.flat()]
  return one === undefined ? null : { said: [one, ...more], key: key.value }
}

/** Whatever else waits for what is missing: who asks may wait for it too. */
function askedFor(follower: Follower<Fold>): Set<string> {
  const asking = follower.opened('word.missing')
  return new Set(asking.flatMap(({ body }) => eventBodies['word.missing'].safeParse(body).data?.ids ?? []))
}

/** Each is asked for once, by whoever misses it first; and what one device names of words that never were, not for ever. */
function unheardOf({ fold, entries }: Follower<Fold>, asked: ReadonlySet<string>): string[] {
  const waiting = new Set(fold.waiting())
  if (waiting.size === 0) return []
  const { stamps, refused, evidence } = fold.circle
  const events = [
    ...entries.flatMap((entry) => ('event' in entry && waiting.has(entry.event.id) ? [entry.event] : [])),
    ...[...evidence.carried.values()].map(({ event }) => event),
  ]
  const named = new Map<string, Set<string>>()
  for (const event of events) {
    const ids = named.get(event.device) ?? new Set()
    for (const id of parentsOf(event)) if (!stamps.has(id) && !refused.has(id) && !waiting.has(id)) ids.add(id)
    named.set(event.device, ids)
  }
  const fresh = [...named.values()].flatMap((ids) => [...ids].slice(0, MOST_OF_ONE).filter((id) => !asked.has(id)))
  return [...new Set(fresh)].slice(0, MOST_ASKED)
}

const parentsOf = ({ prev, seen }: EventContent) => (prev === null ? seen : [prev, ...seen])

/** What others asked for; all that a device said from where it went on in two ways; the last word of one found forked. */
function wantedOf(
  circle: Circle,
  missing: ReadonlySet<string>,
  { entries }: Follower<Fold>,
  log: CircleLog,
): CircleEvent[] {
  const { carried } = circle.evidence
  const forkedAt = new Map(
    [...circle.devices.values()].flatMap(({ key, forks }): [string, number][] =>
      forks.length === 0 ? [] : [[key, Math.min(...forks.map(({ seq }) => seq))]],
    ),
  )
  const damaged = new Set(log.damaged().flatMap(({ writer, forked }) => (forked ? [writer] : [])))
  if (missing.size === 0 && forkedAt.size === 0 && damaged.size === 0) return []
  const here = entries.flatMap((entry) => ('event' in entry ? [entry.event] : []))
  const last = new Map(here.filter(({ writer }) => damaged.has(writer)).map((event) => [event.writer, event.id]))
  const ends = new Set(last.values())
  return here.filter(
    ({ id, type, device, seq }) =>
      // What carries something is not carried in turn.
      type !== 'word.carried' &&
      !carried.has(id) &&
      (missing.has(id) || ends.has(id) || seq >= (forkedAt.get(device) ?? Infinity)),
  )
}

async function carrying(follower: Follower<Fold>, { id, writer }: CircleEvent): Promise<Saying[]> {
  const found = await follower.signed(id)
  if (found === undefined) return []
  return [{ type: 'word.carried', body: { event: JSON.parse(found.text), signature: found.signature, writer } }]
}
