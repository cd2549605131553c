import { byCodeUnit } from '../src/domain/canonical.ts'
import type { Body, EventType } from '../src/domain/events.ts'

/** What one person says; who and after what, the teller knows. */
export type Saying = { [T in EventType]: { readonly type: T; readonly body: Body<T> } }[EventType]

/** Sayings of one person in a row: index of the person, and what they say. */
export type Turn = { readonly who: number; readonly says: readonly Saying[] }

/** Given the ids of a turn's events, goes on to the next turn. */
export type Life = Generator<Turn, void, readonly string[]>

const TEXT =
  'We open the workshop every second Saturday from ten to four. Whoever opens it also locks it, and writes down ' +
  'what is used up, so that the buyer of the month can get it before the next time. Tools stay in the house.'

/**
 * The life of a circle of three without end: for each proposal a question and its answer, understanding and reactions,
 * a round with the consent of all (to each fifth one somebody objects first and is then content), the close, and two
 * who were shown it: 14.2 events. `abreast` proposals go through each step together, as one turn.
 */
export function* lifeOf(people: readonly [string, string, string], abreast: number): Life {
  for (let cycle = 0; ; cycle += 1) {
    const [p, q, r] = [cycle % 3, (cycle + 1) % 3, (cycle + 2) % 3]
    const proposals = yield turn(
      p,
      upTo(abreast).map((n) => presented(`Workshop ${cycle}.${n}`)),
    )
    const questions = yield turn(
      q,
      proposals.map((proposal) => said('question.asked', { proposal, text: 'Who buys?' })),
    )
    yield turn(
      p,
      questions.map((question) => said('question.answered', { question, text: 'In turn, by month.' })),
    )
    for (const who of [q, r]) yield turn(who, proposals.flatMap(heard))
    const electorate = [...people].sort(byCodeUnit)
    const opened = proposals.map((proposal) => said('round.opened', { proposal, version: proposal, electorate }))
    const rounds = yield turn(p, opened)
    const cited: { person: string; response: string }[][] = rounds.map(() => [])
    for (const who of [p, q, r]) {
      const asked = rounds.map((round, index) => ({ round, version: proposals[index] ?? '' }))
      const answers = asked.flatMap((body, index) =>
        who === r && index % 5 === 0 ? [objection(body), consent(body)] : [consent(body)],
      )
      const ids = yield turn(who, answers)
      const consents = ids.filter((_, index) => answers[index]?.type === 'consent.given')
      for (const [index, response] of consents.entries()) cited[index]?.push({ person: people[who] ?? '', response })
    }
    const closes = yield turn(
      p,
      rounds.map((round, index) => {
        const consents = (cited[index] ?? []).sort((a, b) => byCodeUnit(a.person, b.person))
        return said('round.closed', { round, version: proposals[index] ?? '', consents })
      }),
    )
    for (const who of [q, r])
      yield turn(
        who,
        closes.map((close) => said('close.seen', { close })),
      )
  }
}

export function said<T extends EventType>(type: T, body: Body<T>): Saying {
  // A type and its body belong together; the compiler cannot pair them across the union.
  return { type, body } as unknown as Saying
}

export function presented(title: string): Saying {
  const dates = { review: '2031-01-01', criteria: ['It was open.'] }
  return said('proposal.presented', {
    content: { title, text: TEXT, driver: null, answers: null, ...dates, owner: null, changes: null, effect: null },
  })
}

type Asked = { readonly round: string; readonly version: string }
const consent = (body: Asked): Saying => said('consent.given', body)
const objection = (body: Asked): Saying => said('objection.raised', { ...body, reason: 'Ten is too early for me.' })

const heard = (proposal: string): Saying[] => [
  said('proposal.understood', { proposal }),
  said('reaction.given', { proposal, text: 'Good that somebody takes this up.' }),
]

const turn = (who: number, says: readonly Saying[]): Turn => ({ who, says })

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
