import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { DUE } from './agreement.ts'
import { APART } from './link.ts'
import { consentsLine, naming, orNothing, section, short, when } from './lines.ts'

type Logbook = OutputOf<Procedures['logbook']['list']>
type Entry = Logbook['items'][number]

const KIND: Readonly<Record<Entry['kind'], string>> = {
  founded: 'the circle began',
  purpose: 'aim',
  way: 'way of the circle',
  link: 'link with another circle',
  role: 'role',
  belonging: 'who belongs',
  plan: 'development plan',
  helping: 'helping circle',
  'sub-circle': 'sub-circle',
  state: 'whether the circle goes on',
  driver: 'something noticed',
  minutes: 'minutes',
  agreement: 'agreed',
  ending: 'ended',
  evaluation: 'how it does',
  objection: 'objection between circles',
  'passed-on': 'objection passed on',
  answer: 'answer between circles',
  joined: 'came in',
}
const STATE: Readonly<Record<NonNullable<Entry['state']>, string>> = {
  'in-force': 'holds',
  settled: 'holds',
  contested: 'contested',
  superseded: 'replaced',
  invalid: 'not valid',
}

export function tellLogbook({ items, total, names }: Logbook): string {
  const name = naming(names)
  const lines = items.flatMap((entry) => entryLines(entry, name))
  const more = total > items.length ? ['', `${items.length} of ${total}.`] : []
  return orNothing([...lines, ...more], 'Nothing of that is in the logbook.')
}

function entryLines(entry: Entry, name: (person: string | null) => string): string[] {
  const {
    at,
    kind,
    title,
    way,
    apart = [],
    due,
    review,
    owner,
    found,
    text,
    driver,
    criteria,
    consents,
    borrowed,
  } = entry
  const about = [
    ...standing(entry),
    ...(due === null || due === 'current' ? [] : [`${DUE[due]} ${review ?? ''}`]),
    ...(owner === null ? [] : [`${name(owner)} looks after it`]),
  ]
  const whole = [
    ...(text === null ? [] : [text]),
    ...section('Why', driver === null ? [] : [driver]),
    ...section('We will know it works when', criteria),
    ...section('Consented', consents.length === 0 ? [] : [consentsLine({ consents, borrowed }, name)]),
  ]
  return [
    `${when(at).slice(0, 10)}  ${short(entry.agreement ?? entry.entry)}  ${title}: ${[KIND[kind], ...about].join('; ')}`,
    ...(way === undefined ? [] : [`    its way: ${way.join(' > ')}`]),
    ...apart.map((one) => `    ${APART[one]}`),
    ...(found === null ? [] : [`    ${found}`]),
    ...whole.map((line) => `    ${line.replaceAll('\n', '\n    ')}`),
  ]
}

function standing({ kind, state, became }: Entry): string[] {
  if (kind === 'ending' || state === null) return []
  return [became ?? STATE[state]]
}
