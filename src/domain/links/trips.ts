import { validCloses } from '../agreements/queries.ts'
import { byCodeUnit } from '../canonical.ts'
import type { AgreementRecord, Circle } from '../circle.ts'
import type { PassedRecord, Telling, ToldRecord } from '../statements/record.ts'
import type { Hop } from '../statements/statement.ts'

/** An answer that came, with the way that it came and the way that the objection had come to it. */
export interface Answer {
  readonly statement: string
  readonly from: string
  readonly fromName: string
  readonly title: string
  readonly text: string
  readonly issued: number
  readonly came: readonly Hop[]
  readonly hops: readonly Hop[]
  /** When it was written in here. */
  readonly at: number
}

/** [Q6] [Q7] An objection between circles, as one circle on its way can tell: from where, how far, and what came back. */
export interface Trip {
  readonly as: 'ours' | 'here'
  /** The statement; of one of this circle's own, the agreement. */
  readonly id: string
  readonly agreement: string
  readonly from: string
  readonly fromName: string
  readonly to: string
  readonly title: string
  readonly text: string
  readonly concerns: string | null
  readonly issued: number
  readonly hops: readonly Hop[]
  /** When it came here; null for one of this circle's own. */
  readonly at: number | null
  readonly passed: readonly PassedRecord[]
  /** This circle's own answer to it. */
  readonly answered: string | null
  readonly answers: readonly Answer[]
}

export function tripsOf(circle: Circle): Trip[] {
  const told = [...circle.statements.told.values()].filter(({ statement }) => statement.kind === 'objection')
  const own = [...circle.agreements.values()].flatMap((agreement) => ownTrip(circle, agreement) ?? [])
  const trips = [...own, ...told.map((record) => tripHere(circle, record))]
  return trips.sort((a, b) => a.issued - b.issued || byCodeUnit(a.id, b.id))
}

function ownTrip(circle: Circle, agreement: AgreementRecord): Trip | null {
  const content = circle.versions.get(agreement.version)?.content
  const [close] = validCloses(agreement)
  if (close === undefined || content?.effect?.kind !== 'objects') return null
  const { to, concerns } = content.effect
  const { title, text } = content
  const from = { from: circle.id, fromName: '', hops: [], at: null, passed: [], answered: null }
  const answers = answersTo(circle, agreement.id)
  return {
    as: 'ours',
    id: agreement.id,
    agreement: agreement.id,
    ...from,
    to,
    title,
    text,
    concerns,
    issued: close.at,
    answers,
  }
}

function tripHere(circle: Circle, { statement, tellings }: ToldRecord): Trip {
  const { id, agreement, from, fromName, to, title, text, concerns, issued } = statement
  const first = firstTold(tellings)
  return {
    as: 'here',
    id,
    agreement,
    from,
    fromName,
    to,
    title,
    text,
    concerns,
    issued,
    hops: first?.hops ?? [],
    at: first?.at ?? null,
    passed: circle.statements.passed.filter((one) => one.statement === id),
    answered: ownAnswer(circle, id),
    answers: answersTo(circle, agreement),
  }
}

function answersTo({ statements }: Circle, agreement: string): Answer[] {
  return [...statements.told.values()]
    .filter(({ statement }) => statement.kind === 'answer' && statement.about === agreement)
    .map(({ statement, tellings }) => {
      const { id, from, fromName, title, text, issued, came } = statement
      const { hops = [], at = 0 } = firstTold(tellings) ?? {}
      return { statement: id, from, fromName, title, text, issued, came, hops, at }
    })
    .sort((a, b) => a.issued - b.issued || byCodeUnit(a.statement, b.statement))
}

/** The agreement by which this circle answers it; of several, the first. */
function ownAnswer(circle: Circle, objection: string): string | null {
  const closes = circle.slots.get(`answer:${objection}`)?.closes ?? []
  return closes.find(({ problem }) => problem === null)?.agreement ?? null
}

/** By its tellers' clocks. */
function firstTold(tellings: readonly Telling[]): Telling | undefined {
  return [...tellings].sort((a, b) => a.at - b.at || byCodeUnit(a.id, b.id))[0]
}
