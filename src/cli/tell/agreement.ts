import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { tellEffect } from './effect.ts'
import { consentsLine, naming, orNothing, section, short, when } from './lines.ts'
import { tellStory } from './story.ts'

type Page = OutputOf<Procedures['agreement']['show']>
type Name = ReturnType<typeof naming>

const STATE: Readonly<Record<Page['state'], string>> = {
  'in-force': 'holds',
  settled: 'holds, and everyone has seen it',
  contested: 'contested: not everyone stands behind it',
  superseded: 'replaced by a later one',
  invalid: 'not valid',
}
export const DUE: Readonly<Record<NonNullable<Page['due']>, string>> = {
  current: 'look again',
  'due-soon': 'soon to be looked at again:',
  lapsed: 'LAPSED, as its own words say; was due',
  overdue: 'OVERDUE, it holds until you have looked again; due',
}
const BECAME: Readonly<Record<NonNullable<Page['became']>['how'], string>> = {
  renewed: 'renewed by a later one',
  changed: 'changed by a later one',
  ended: 'ended',
}
export const WELL: Readonly<Record<Page['evaluations'][number]['results'][number]['well'], string>> = {
  met: 'met',
  partly: 'partly met',
  not: 'not met',
  unsure: 'not sure',
}

const capital = (line: string) => line.charAt(0).toUpperCase() + line.slice(1)

function standingOf({ state, became, linkOver }: Pick<Page, 'state' | 'became' | 'linkOver'>): string {
  if (linkOver === true && state !== 'superseded') return 'over: the link has ended'
  return state === 'superseded' && became !== null ? BECAME[became.how] : STATE[state]
}

function standingLine(page: Page): string {
  if (page.ends) return 'It says that an agreement has ended'
  const standing = standingOf(page)
  return standing.startsWith('holds') ? `It ${standing}` : `It is ${standing}`
}

export function tellAgreements({ items }: OutputOf<Procedures['agreement']['list']>): string {
  const lines = items.map(
    ({ agreement, title, review, due, ends, ...standing }) =>
      `${short(agreement)}  ${title} (${ends ? 'ended' : standingOf(standing)}${due === null ? '' : `; ${DUE[due]} ${review}`})`,
  )
  return orNothing(lines, 'No agreements yet.')
}

export function tellAgreement(page: Page): string {
  const name = naming(page.names)
  return [
    `${page.title} (${short(page.agreement)})`,
    `${standingLine(page)}.`,
    ...(page.due === null ? [] : [capital(`${DUE[page.due]} ${page.review}.`)]),
    ...(page.became === null ? [] : [`Next: ${page.became.title} (${short(page.became.agreement)})`]),
    ...(page.replaced === null ? [] : [`Before: ${page.replaced.title} (${short(page.replaced.agreement)})`]),
    ...section('Text', [page.text]),
    ...tellEffect(page),
    ...section(
      'We will know it works when',
      page.criteria.map((criterion, index) => `${index + 1}  ${criterion}`),
    ),
    ...(page.owner === null ? [] : ['', `${name(page.owner)} looks after it.`]),
    ...section(
      'How it does',
      page.evaluations.flatMap((one) => evaluationLines(one, name)),
    ),
    ...section('Consented', [consentsLine(page, name)]),
    ...section('Absent: asked and silent, as the circle had agreed', (page.absent ?? []).map(name)),
    ...section('Has still to see it, before nothing said apart can put it in doubt', (page.unseen ?? []).map(name)),
    ...section('Asked, and removed by the circle before the close', (page.gone ?? []).map(name)),
    ...section(
      'Said by people who did not know of it',
      page.contests.map(({ person, reason }) => `${name(person)}: ${reason ?? ''}`),
    ),
    ...section(
      'Concerns',
      page.concerns.map(({ person, text }) => `${name(person)}: ${text}`),
    ),
    ...section(
      'Objections to it',
      page.objections.map(
        ({ objection, person, reason, state }) => `${short(objection)}  ${name(person)}: ${reason} (${state})`,
      ),
    ),
    ...section(
      'Under way',
      page.underWay.map(({ proposal, title, how }) => `${short(proposal)}  ${title} (${WOULD_BE[how]})`),
    ),
    ...section('What to do next', nextSteps(page, name)),
    ...section('How it came about', tellStory(page.story)),
    '',
    `Certificate: ${page.certificate}`,
  ].join('\n')
}

const WOULD_BE = { renewed: 'to renew it', changed: 'to change it', ended: 'to end it' }

export function evaluationLines({ person, at, results, note }: Page['evaluations'][number], name: Name): string[] {
  const lines = results.map(
    ({ criterion, well, text }) => `  ${criterion}: ${WELL[well]}${text === null ? '' : `: ${text}`}`,
  )
  return [`${when(at)}  ${name(person)}${note === null ? '' : `: ${note}`}`, ...lines]
}

/** An objection or a review that nobody has taken up yet: whose step it is, and how. */
function nextSteps({ agreement, due, objections, underWay, caredForBy }: Page, name: Name): string[] {
  const isOpen = objections.some(({ state }) => ['raised', 'understood', 'offered'].includes(state))
  if (underWay.length > 0 || due === null || (!isOpen && due === 'current')) return []
  const who = caredForBy === null ? 'Anyone can take' : `${name(caredForBy)} takes`
  return [`${who} the next step: nst agreement renew, change or end ${short(agreement)}`]
}
