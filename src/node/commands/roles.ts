import type { NodePort } from '../../api/node-port.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { seatOfRole } from '../../domain/links/effects.ts'
import { people } from '../../domain/members/queries.ts'
import type { Effect } from '../../domain/proposals/effect.ts'
import { reviewState } from '../../domain/reviews/queries.ts'
import { seatIn, type Role } from '../../domain/roles/queries.ts'
import { isStandard } from '../../domain/roles/role.ts'
import { refuse } from '../../domain/refusal.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import type { Desk } from '../desk.ts'
import { reviewPage } from '../pages/review-page.ts'
import { monthsLater, monthsOf, roleLines, rolePage } from '../pages/role-page.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'
import { day, optionalWords, title, wordList, words } from './texts.ts'

export function roleCommands(desk: Desk): NodePort['role'] {
  const today = () => dayOf(desk.clock())
  return {
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: roleLines(circle, today()) }
    }),
    show: answering((input) => {
      const session = must(desk.session(input.circle))
      return rolePage(session.circle, must(desk.role(session, input.role)), session.me, today())
    }),
    describe: answering(async ({ circle, role, asOf, ...said }) => {
      const session = must(desk.session(circle))
      const before = role === undefined ? null : must(desk.role(session, role))
      // What a delegate's seat is, its link says.
      if (before !== null && seatOfRole(before.id) !== null) return must(refuse('no-such-role'))
      const aim = must(words(said.aim, 'aim'))
      const effect = {
        kind: 'role' as const,
        standard: before !== null && isStandard(before.id) ? before.id : null,
        name: must(title(said.name, 'name')),
        aim,
        domain: must(optionalWords(said.domain, 'domain')),
        accountabilities: must(wordList(said.accountabilities, 'accountabilities')),
        qualities: must(wordList(said.qualities, 'qualities')),
        months: said.months ?? null,
      }
      const text = must(optionalWords(said.text, 'text')) ?? aim
      const terms = { title: effect.name, text, review: must(day(said.review)), changes: before?.agreement ?? null }
      return proposes(session, terms, effect, asOf)
    }),
    seat: answering(async ({ circle, role, person, until, asOf, ...said }) => {
      const session = must(desk.session(circle))
      const it = must(desk.role(session, role))
      const who = person === null ? null : must(desk.person(session, person))
      const last = until === undefined ? termEnd(desk, session, it) : must(day(until))
      const effect = { kind: 'seat', role: it.id, person: who, until: who && last, selection: null } as const
      return proposes(session, { ...wordsOf(said), review: last }, effect, asOf)
    }),
    layDown: answering(async ({ circle, role, reason, asOf }) => {
      const session = must(desk.session(circle))
      const { id } = must(desk.role(session, role))
      const body = { role: id, reason: must(optionalWords(reason, 'reason')) }
      const { meanwhile } = must(await session.say({ type: 'role.laid-down', body }, asOf))
      return { role: id, meanwhile }
    }),
  }
}

export function reviewCommands(desk: Desk): NodePort['review'] {
  return {
    open: answering(async ({ circle, role, person, reviewers, asOf }) => {
      const session = must(desk.session(circle))
      const { id } = must(desk.role(session, role))
      const about = person === undefined ? onlyHolder(session, id) : must(desk.person(session, person))
      const others =
        reviewers?.map((ref) => must(desk.person(session, ref))) ??
        people(session.circle)
          .filter((one) => ['joined', 'on-leave'].includes(one.state) && one.person !== about)
          .map((one) => one.person)
      const body = { role: id, person: about, reviewers: [...new Set(others)].sort() }
      const said = must(await session.say({ type: 'review.opened', body }, asOf))
      return { review: said.id, meanwhile: said.meanwhile }
    }),
    show: answering(({ review }) => {
      const { session, it } = must(desk.review(review))
      return reviewPage(session.circle, it, session.me)
    }),
    say: answering(async ({ review, as, text, asOf }) => {
      const { session, it } = must(desk.review(review))
      const body = { review: it.id, as, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'review.said', body }, asOf))
      return { said: id, meanwhile }
    }),
    plan: answering(async ({ review, next, asOf, ...said }) => {
      const { session, it } = must(desk.review(review))
      const terms = { ...wordsOf(said), review: must(day(next)), owner: it.about }
      return proposes(session, terms, { kind: 'plan', review: it.id }, asOf)
    }),
    end: answering(async ({ review, asOf }) => {
      const { session, it } = must(desk.review(review))
      const { meanwhile } = must(await session.say({ type: 'review.ended', body: { review: it.id } }, asOf))
      return { review: it.id, state: reviewState(session.circle, it), meanwhile }
    }),
  }
}

type Terms = {
  readonly title: string
  readonly text: string
  readonly review: string
  readonly owner?: string
  readonly changes?: string | null
}

/** A proposal like any other, with its effect. */
export async function proposes(session: CircleSession, terms: Terms, effect: Effect, asOf: string | undefined) {
  const content = { driver: null, answers: null, criteria: [], owner: null, changes: null, ...terms, effect }
  const { id, meanwhile } = must(await session.say({ type: 'proposal.presented', body: { content } }, asOf))
  return { proposal: id, meanwhile }
}

export const wordsOf = (said: { title: string; text: string }) => ({
  title: must(title(said.title, 'title')),
  text: must(words(said.text, 'text')),
})

export const termEnd = (desk: Desk, { circle }: CircleSession, role: Role): string =>
  monthsLater(dayOf(desk.clock()), monthsOf(circle, role))

function onlyHolder({ circle }: CircleSession, role: Role['id']): string {
  const [holder, ...others] = seatIn(circle, role, EVERYTHING).holders
  if (holder === undefined || others.length > 0) return must(refuse('not-the-holder'))
  return holder.person
}
