import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { WaitingKind } from '../../api/contract/home.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { memberState, nameOf, people } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { backlogOf } from './backlog.ts'
import { timeOf } from './shown.ts'
import { fromDrivers, fromHanding } from './driver-steps.ts'
import { fromLinks } from './link-items.ts'
import { fromRoles } from './role-steps.ts'
import { fromMeetings } from './meeting-waiting.ts'
import { circleState } from '../../domain/standing/queries.ts'
import { waitingOn, type Step } from './waiting-on.ts'

export type Waiting = OutputOf<Procedures['home']['show']>['waiting'][number]

/** What in one circle waits for this person; in no order yet (see `byUrgency`). `now` in milliseconds, on that day. */
export function waitingIn(circle: Circle, me: string, today: string, now = Date.parse(today)): Waiting[] {
  const state = memberState(circle, EVERYTHING, me)
  if (state === null || state === 'left' || state === 'removed') return []
  const { name, practice } = purpose(circle)
  const isAtRest = ['dormant', 'closed'].includes(circleState(circle))
  // [C5] Of a circle that rests nothing is awaited but what would wake it.
  const proposals = [...circle.proposals.values()].filter(({ slot }) => !isAtRest || slot.id === 'state')
  const steps = proposals.flatMap((proposal) => waitingOn(circle, proposal, me, today, now))
  // A guest can do nothing about what waits for the members, and who is on leave is not to be asked to.
  const others =
    state === 'joined' && !isAtRest
      ? [
          ...fromBacklog(circle, me, today),
          ...fromDrivers(circle, me),
          ...fromRoles(circle, me, today),
          ...fromMeetings(circle, me, today),
          ...fromHanding(circle, me, today),
          ...aboutPeople(circle),
          ...fromLinks(circle, me, today),
        ]
      : []
  const asked = state === 'on-leave' ? steps.filter(({ kind }) => kind === 'respond' || kind === 'only-you') : steps
  return [...asked, ...others].map((step) => ({ circle: circle.id, circleName: name, practice, ...EMPTY, ...step }))
}

/** Of a line that is about nothing in particular. */
export const EMPTY = {
  proposal: null,
  agreement: null,
  driver: null,
  role: null,
  selection: null,
  review: null,
  meeting: null,
  action: null,
  title: '',
  person: null,
  guest: null,
  text: null,
  mine: false,
  count: 0,
}

function fromBacklog(circle: Circle, me: string, today: string): Step[] {
  return backlogOf(circle, today).flatMap(({ item, kind, about, title = '', owner, proposal }): Step[] => {
    const agreement = circle.agreements.get(about)
    const close = agreement?.closes[0]
    // Where somebody has brought a proposal for it, that is the next step.
    if (agreement === undefined || close === undefined || typeof proposal === 'string') return []
    const terms = circle.versions.get(agreement.version)?.content
    const mine = owner === me
    const of = { agreement: about, proposal: agreement.proposal, title: terms?.title ?? title, mine }
    if (kind === 'reconcile') return [{ ...of, kind: 'reconcile', since: timeOf(circle, close.id) }]
    const review = Date.parse(terms?.review ?? today)
    if (kind === 'review-due') return [{ ...of, kind: 'review', since: review }]
    // Two weeks ahead is for whoever prepares it.
    if (kind === 'review-soon') return mine || owner === null ? [{ ...of, kind: 'review-soon', since: review }] : []
    const objection = circle.responses.get(item)
    if (kind !== 'objection-to-agreement' || objection === undefined || objection.person === me) return []
    const who = { person: nameOf(circle, objection.person), text: objection.reason }
    return [{ ...of, ...who, kind: 'objected-agreement', since: timeOf(circle, item) }]
  })
}

/** Guests whom nobody has proposed to admit yet, and a circle that is nobody's but mine. */
function aboutPeople(circle: Circle): Step[] {
  const here = people(circle).filter(({ state }) => state !== 'left' && state !== 'removed')
  if (here.length === 1) return [{ kind: 'invite', since: timeOf(circle, circle.genesis?.stamp.id ?? '') }]
  const proposed = new Set(
    [...circle.versions.values()].flatMap(({ content }) =>
      content.effect?.kind === 'admit' ? [content.effect.person] : [],
    ),
  )
  // [Q4] Who is here for a linked circle is that circle's: they sit here again once it has settled what it has to.
  const isForLink = (person: string) => (circle.members.get(person)?.seats.length ?? 0) > 0
  const guests = here.filter(({ person, state }) => state === 'guest' && !proposed.has(person) && !isForLink(person))
  return guests.map(({ person, name }) => {
    const admissions = circle.members.get(person)?.admissions ?? []
    const since = Math.max(0, ...admissions.map(({ stamp }) => timeOf(circle, stamp.id)))
    return { kind: 'welcome', person: name, guest: person, since }
  })
}

/** Practice after what is real; then by how much hangs on this person; of equals, what has waited longest. */
export function byUrgency(waiting: readonly Waiting[]): Waiting[] {
  return [...waiting].sort(
    (a, b) =>
      Number(a.practice) - Number(b.practice) ||
      WaitingKind.options.indexOf(a.kind) - WaitingKind.options.indexOf(b.kind) ||
      a.since - b.since ||
      byCodeUnit(a.circle + (a.proposal ?? ''), b.circle + (b.proposal ?? '')),
  )
}
