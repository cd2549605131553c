import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { orNothing, short } from './lines.ts'

type Backlog = OutputOf<Procedures['backlog']['list']>

const KIND: Readonly<Record<Backlog['items'][number]['kind'], string>> = {
  reconcile: 'to be brought together',
  'objection-to-agreement': 'someone objects to an agreement',
  'review-due': 'time to look at it again',
  'review-soon': 'soon to be looked at again',
  'term-due': 'the term is over',
  'seat-vacant': 'nobody holds it any more',
  selection: 'a selection under way',
  'role-review': 'a review under way',
  'meeting-soon': 'the next meeting',
  'action-due': 'a next step whose day has come',
  'minutes-due': 'minutes to consent to',
  'tabled-due': 'put off until now',
  concern: 'a concern',
  escalated: 'handed on: to be carried where more people are concerned',
  'helping-due': 'a helping circle is to report',
  'helping-report': 'a helping circle has reported',
  'sub-circle': 'agreed, and to be founded',
  'objection-arrived': 'an objection of another circle: answer it, or pass it on',
  'link-offered': 'another circle waits for your consent to a link',
  'link-seat': 'a link waits for its delegate: select somebody',
  'link-due': 'the term of a link is over',
  proposal: 'a proposal',
  'driver-accepted': 'accepted, and no proposal yet',
  driver: 'noticed: what becomes of it?',
}

export function tellBacklog({ items }: Backlog): string {
  const lines = items.map(
    ({ item, kind, about, title, ownerName = null, minutes = null, next = null, proposal = null }) => {
      const notes = [
        ...(ownerName === null ? [] : [ownerName]),
        ...(minutes === null ? [] : [`${minutes} min`]),
        ...(proposal === null ? [] : [`under way: ${short(proposal)}`]),
        ...(next === null ? [] : [`next: ${next}`]),
      ]
      return `${idOf(item)}  ${title ?? short(about)}: ${KIND[kind]}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
    },
  )
  return orNothing(lines, 'Nothing is waiting.')
}

/** Enough to type: a review's and a tabled proposal's item begin with what they are. */
const idOf = (item: string) => item.replace(/[0-9a-f]{64}$/, (id) => short(id))
