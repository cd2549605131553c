import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import type { Circle } from '../../domain/circle.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { endOf } from '../../domain/proposals/queries.ts'
import { inEffect } from '../../domain/proposals/slots.ts'
import { planSlot } from '../../domain/reviews/plan.ts'
import { reviewState } from '../../domain/reviews/queries.ts'
import { roles, seatIn, seatState, type Holder, type Role } from '../../domain/roles/queries.ts'
import { roleSlot, seatSlot } from '../../domain/roles/role.ts'
import { isOver, selectionState } from '../../domain/selections/queries.ts'
import { inStoryOrder } from '../../domain/story.ts'
import { termMonths } from '../../domain/ways/queries.ts'
import { onAgendas } from './on-agendas.ts'
import { agreementOf, proposalState, versionShown } from './proposal-page.ts'
import { asOfText, namesOf, timeOf } from './shown.ts'

type Page = OutputOf<Procedures['role']['show']>
export type RoleLine = OutputOf<Procedures['role']['list']>['items'][number]

export function roleLines(circle: Circle, today: string): RoleLine[] {
  return roles(circle).map((role) => roleLine(circle, role, today))
}

export function rolePage(circle: Circle, role: Role, me: string, today: string): Page {
  const { described, agreement } = role
  return {
    ...roleLine(circle, role, today),
    circle: circle.id,
    practice: purpose(circle).practice,
    described,
    agreement,
    months: monthsOf(circle, role),
    undecided: seatIn(circle, role.id).undecided.map((one) => holderLine(circle, one)),
    proposals: proposalsOn(circle, role),
    history: historyOf(circle, role),
    reviews: reviewsOf(circle, role),
    me,
    onAgenda: onAgendas(circle, role.id),
    names: namesOf(circle),
    asOf: asOfText(circle),
  }
}

/** How long somebody is selected for: by the role's own words, else by the circle's ways. */
export function monthsOf(circle: Circle, { described }: Role): number {
  return described?.months ?? termMonths(circle)
}

/** A day so many months later; of a month that is shorter, its last. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

function roleLine(circle: Circle, { id, described }: Role, today: string): RoleLine {
  const seat = seatIn(circle, id)
  const open = [...circle.selections.values()].find((one) => one.role === id && !isOver(circle, one))
  return {
    role: id,
    name: described?.name ?? null,
    state: seatState(seat, today),
    holders: seat.holders.map((one) => holderLine(circle, one)),
    selection: open === undefined ? null : { selection: open.id, state: selectionState(circle, open) },
  }
}

const holderLine = (circle: Circle, holder: Holder) => ({ ...holder, name: nameOf(circle, holder.person) })

function proposalsOn(circle: Circle, { id }: Role): Page['proposals'] {
  const slots = [roleSlot(id), seatSlot(id)]
  const open = [...circle.proposals.values()].filter(
    (one) => slots.includes(one.slot.id) && agreementOf(circle, one) === undefined && endOf(one) === null,
  )
  const live = open.filter((one) => one.closes.length === 0)
  return live.map((one) => {
    return { proposal: one.id, title: versionShown(one).content.title, state: proposalState(circle, one) }
  })
}

function historyOf(circle: Circle, { id }: Role): Page['history'] {
  const closes = (circle.slots.get(seatSlot(id))?.closes ?? []).filter(({ problem }) => problem === null)
  const once = closes.filter((one, at) => closes.findIndex(({ agreement }) => agreement === one.agreement) === at)
  const laid = circle.laidDown.get(id) ?? []
  return inStoryOrder(circle, [...once, ...laid])
    .toReversed()
    .flatMap((one): Page['history'] => {
      const at = timeOf(circle, one.id)
      if (!('version' in one)) {
        const { person, reason } = one
        return [{ what: 'laid-down', person, at, until: null, agreement: null, reason }]
      }
      const effect = circle.versions.get(one.version)?.content.effect
      if (effect?.kind !== 'seat') return []
      const { person, until } = effect
      return [{ what: person === null ? 'emptied' : 'held', person, at, until, agreement: one.agreement, reason: null }]
    })
}

function reviewsOf(circle: Circle, { id }: Role): Page['reviews'] {
  const reviews = [...circle.reviews.values()].filter((one) => one.role === id)
  return inStoryOrder(circle, reviews)
    .toReversed()
    .map((one) => {
      const plan = inEffect(circle.slots.get(planSlot(one.id)), EVERYTHING)
      const next = circle.versions.get(plan?.version ?? '')?.content.review ?? null
      return {
        review: one.id,
        about: one.about,
        state: reviewState(circle, one),
        at: timeOf(circle, one.id),
        next,
      }
    })
}
