import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { wordsFor } from '../words.ts'
import { orNothing, short, when } from './lines.ts'

type Links = OutputOf<Procedures['link']['list']>
type Line = Links['items'][number]
type Trips = OutputOf<Procedures['trip']['list']>
type Trip = Trips['items'][number]

/** The same from both ends: by names. */
function stateWords(state: Line['state'], endedBy: Line['endedBy'], us: string, them: string): string {
  if (state === 'proposed') return `proposed by ${us}`
  if (state === 'consented-here') return `${us} has consented; ${them} has not yet, as far as is known here`
  if (state === 'consented-there') return `${them} has consented and waits for ${us}`
  if (state !== 'ended' || endedBy === null) return STATE[state]
  return `ended by ${endedBy === 'both' ? 'both' : endedBy === 'here' ? us : them}`
}

const STATE: Readonly<Record<Exclude<Line['state'], 'proposed' | 'consented-here' | 'consented-there'>, string>> = {
  differing: 'both consented, but not to the same',
  agreed: 'both consented; delegates are still to come',
  active: 'active',
  due: 'its term is over: look at it again; it goes on',
  ended: 'ended',
}

/** [Q11] Whose turn it is, where one of them has consented to something newer than both. */
const TURN: Readonly<Record<'here' | 'there', string>> = {
  here: 'what both had consented to goes on: accept what they say now, or both consent to something new',
  there: 'what both had consented to goes on until they consent to the same',
}
/** The same where they never had anything together. */
const NO_LINK: typeof TURN = {
  here: 'no link yet: accept what they say, or both consent to something new',
  there: 'no link until they consent to the same; or accept what they say',
}

/** What holds where some acted without knowing of others. */
export const APART: Readonly<Record<Line['apart'][number], string>> = {
  'ended-over-renewal':
    'This circle consented to it and ended it, neither knowing of the other: it has ended. Only a consent that knows of the end begins it anew.',
  'ended-over-consent':
    'The other circle consented before it had heard that this one had ended it: it has ended. Only a consent that knows of the end begins it anew.',
  'consented-unaware':
    'This circle consented before it had heard that the other had ended it: it has ended. Only a consent that knows of the end begins it anew.',
  'ended-twice': 'It was ended more than once, neither knowing of the other: it has ended once.',
}

export function tellLinks({ items }: Links): string {
  return orNothing(items.map(linkText), 'No link with any other circle.')
}

function linkText(link: Line): string {
  const { circle, name, as, state, endedBy, terms, ours, theirs, apart } = link
  const is = as === 'beside' ? '' : `${as === 'above' ? 'the broader circle' : 'a part of this circle'}; `
  const about = terms === null ? [] : [`${is}for: ${terms.aim}; until ${terms.until}; tells: ${terms.shares}`]
  const turn = link.turn === null ? [] : [(state === 'differing' ? NO_LINK : TURN)[link.turn]]
  const said = (who: string, of: Line['theirs']) =>
    of === null ? [] : [`${who} now: ${of.aim}; until ${of.until}; tells: ${of.shares}`]
  const lines = [
    ...apart.map((one) => APART[one]),
    ...turn,
    ...about,
    ...said('this circle says', ours),
    ...said('they say', theirs),
    ...whoLines(link),
    ...meetingLines(link),
  ]
  return [
    `${short(circle)}  ${name}: ${stateWords(state, endedBy, 'this circle', name)}`,
    ...lines.map((line) => `  ${line}`),
  ].join('\n')
}

/** Who takes part where, and who went. */
function whoLines({ sent, received, went }: Line): string[] {
  const out = sent.map((seat) => `${seat.name}: ${sentText(seat)}`)
  const here = received.map(({ named, over, person }) => {
    if (person !== null)
      return `from there: ${person.name}, takes part here${person.isAway ? '; on leave, so nothing waits for them' : ''}`
    if (named.length === 0 && over.length > 0) return `from there: ${over.join(' and ')} no more; nobody else yet`
    if (named.length === 0) return 'from there: nobody yet'
    const isApart = named.length > 1
    return `from there: ${named.join(' and ')}, ${isApart ? 'selected apart: neither decides here until they have settled it' : 'not here yet'}`
  })
  const gone = went.map(
    (who) =>
      `${who} took part here and went: what had been heard of them by then counts, what came later decides nothing`,
  )
  return [...out, ...here, ...gone]
}

function sentText({ people, hasArrived, hasLeft }: Line['sent'][number]): string {
  const [only] = people
  if (only === undefined) return 'nobody yet'
  const who = people.map((one) => one.name).join(' and ')
  if (people.length > 1) return `${who}, selected apart: neither decides there until this circle has settled it`
  if (hasLeft) return `${who}, takes part there no more: select somebody again, or ask them to let ${who} in again`
  return `${who}, ${hasArrived ? 'takes part there' : 'is not there yet'}${only.isAway ? '; on leave here' : ''}`
}

function meetingLines({ isMet, tellFailed }: Line): string[] {
  const met = isMet ? ['somebody of it is there now: what is new goes over by itself'] : []
  const failed = tellFailed.map(
    ({ to, refusal }) => `not written in ${to === 'here' ? 'here' : 'there'}: ${wordsFor(refusal)}`,
  )
  return [...met, ...failed]
}

export function tellTrips({ items }: Trips): string {
  return orNothing(items.map(tripText), 'No objection went along any link.')
}

function tripText(trip: Trip): string {
  const whose = trip.as === 'ours' ? `ours, to ${trip.to.name}` : `from ${trip.fromName}`
  const concerns = trip.concerns === null ? [] : [`concerns: ${trip.concerns}`]
  const way = trip.hops.map(({ name, at }) => `came through ${name}, ${when(at)}`)
  const on = trip.passed.map(({ name, by, at }) => `passed on to ${name} by ${by}, ${when(at)}`)
  const notes = tripNotes(trip)
  const own = trip.answered === null ? [] : [`answered here (${short(trip.answered)})`]
  const answers = trip.answers.map(({ fromName, title, text, hops }) => {
    const home = hops.map(({ name }) => name).join(', ')
    return `${fromName} answers: ${title}. ${text}${home === '' ? '' : ` (came through ${home})`}`
  })
  const lines = [trip.text, ...concerns, ...way, ...on, ...own, ...answers, ...notes].map((line) => `  ${line}`)
  return [`${short(trip.objection)}  ${when(trip.issued)}  ${trip.title} (${whose})`, ...lines].join('\n')
}

/** What holds where it was answered, passed on or cut off by some who did not know of others. */
function tripNotes({ isWayClosed, answered, answers, passed }: Trip): string[] {
  return [
    ...(isWayClosed
      ? ['the link that it came by has ended: it stays to be answered; nothing more comes that way']
      : []),
    ...(answered !== null && passed.length > 0
      ? ['it was passed on and answered here: both hold, and the next circle may answer too']
      : []),
    ...(answers.length > 1 ? ['more than one answer came: all of them hold, the older first'] : []),
  ]
}

type Structure = OutputOf<Procedures['structure']['show']>

export function tellStructure({ circles, links }: Structure): string {
  const name = (id: string) => circles.find(({ circle }) => circle === id)?.name ?? short(id)
  const lines = circles.map(({ circle, name: called, isMine, members }) => {
    const own = links.filter(({ from, to }) => from === circle || to === circle)
    const others = own.map((one) => `  ${relationText(one, circle, name)}`)
    return [`${short(circle)}  ${called}${isMine ? ` (yours, ${members ?? 0} people)` : ''}`, ...others].join('\n')
  })
  return orNothing(lines, 'You are in no circle yet.')
}

const RELATION = { above: 'part of', below: 'has the part', beside: 'beside' } as const

/** What the other is to this one, who sends somebody where, and how that stands. */
function relationText(one: Structure['links'][number], circle: string, name: (id: string) => string): string {
  const { from, to, as, state, endedBy, sends, receives } = one
  const isFrom = from === circle
  const other = name(isFrom ? to : from)
  if (as === 'kin') return `${RELATION[isFrom ? 'below' : 'above']} ${other}`
  const is = RELATION[as === 'beside' || isFrom ? as : as === 'above' ? 'below' : 'above']
  const [out, back] = isFrom ? [sends, receives] : [receives, sends]
  const way = out > 0 ? (back > 0 ? 'each sends somebody' : 'sends somebody there') : 'somebody comes from there'
  const stands = state === null ? '' : `: ${stateWords(state, endedBy, name(from), name(to))}`
  return `${is} ${other}, linked, ${way}${stands}`
}
