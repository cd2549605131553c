import { plain } from './html-text.ts'
import { personIn, type LoomioRows, type RowOf } from './loomio-rows.ts'
import type { Part } from './thing.ts'

/** By its icon; before options had icons, their names were these words. */
const AGAINST: readonly (string | null | undefined)[] = ['disagree', 'block']
/** A name that nobody wrote: the key of a translation that we do not have. */
const KEY = /^[a-z_]+\.[a-z_.]+$/u

/** What people answered, as Loomio counted it, and what those who were against it said: nobody signed any of it. */
export function votesOf(rows: LoomioRows): (poll: RowOf<'polls'>) => Part[] {
  const options = grouped(rows.poll_options.values(), ({ poll_id: poll }) => poll)
  const stances = grouped([...rows.stances.values()].filter(isCast), ({ poll_id: poll }) => poll)
  const choices = grouped(rows.stance_choices.values(), ({ stance_id: stance }) => stance)
  const chosen = (stance: RowOf<'stances'>): readonly number[] => {
    const made = choices.get(stance.id)?.flatMap((one) => one.poll_option_id ?? [])
    return made ?? Object.keys(stance.option_scores ?? {}).map(Number)
  }
  return (poll) => {
    const asked = (options.get(poll.id) ?? []).toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0) || a.id - b.id)
    const cast = stances.get(poll.id) ?? []
    const against = new Set(asked.filter(({ icon, name }) => AGAINST.includes(icon ?? name)).map(({ id }) => id))
    const times = new Map<number, number>()
    for (const id of cast.flatMap(chosen)) times.set(id, (times.get(id) ?? 0) + 1)
    const counts = asked.map((one) => `${nameOf(one)}: ${times.get(one.id) ?? 0}`)
    const concerns = cast.flatMap((stance) => {
      const reason = plain(stance.reason, stance.reason_format)
      if (reason === '' || !chosen(stance).some((id) => against.has(id))) return []
      return poll.anonymous === true ? [reason] : [`${personIn(rows, stance.participant_id)}: ${reason}`]
    })
    return [
      { label: 'votes', text: cast.length === 0 ? [] : counts },
      { label: 'concerns', text: concerns },
    ]
  }
}

/** The icon says what a vote means; the name is what the group called it. */
function nameOf({ name, icon }: RowOf<'poll_options'>): string {
  const called = name ?? ''
  return called === '' || KEY.test(called) ? (icon ?? '?') : called
}

/** Of a person who changed their vote the last one counts; who was asked and never answered has none. */
const isCast = ({ latest, cast_at: cast, revoked_at: revoked, redacted_at: redacted }: RowOf<'stances'>) =>
  latest !== false && (cast ?? null) !== null && (revoked ?? null) === null && (redacted ?? null) === null

function grouped<T>(all: Iterable<T>, by: (one: T) => number | null | undefined): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const one of all) {
    const key = by(one)
    if (typeof key !== 'number') continue
    const known = found.get(key)
    if (known === undefined) found.set(key, [one])
    else known.push(one)
  }
  return found
}
