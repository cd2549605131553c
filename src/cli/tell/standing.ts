import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { orNothing, section, short, when } from './lines.ts'
import { tellWay } from './way.ts'

type Helping = OutputOf<Procedures['helpingCircle']['show']>
type Ways = OutputOf<Procedures['way']['list']>

const STATE: Readonly<Record<Helping['state'], string>> = {
  chartered: 'has its task',
  working: 'at work',
  reported: 'has reported',
  dissolved: 'dissolved',
}

export function tellHelpings({ items }: OutputOf<Procedures['helpingCircle']['list']>): string {
  const lines = items.map((one) => `${short(one.helping)}  ${one.name} (${STATE[one.state]}; due ${one.due})`)
  return orNothing(lines, 'No helping circles yet.')
}

export function tellHelping(page: Helping): string {
  const said = ({ at, name, text }: Helping['notes'][number]) => `${when(at)}  ${name}: ${text}`
  return [
    `${page.name} (${short(page.helping)}): ${STATE[page.state]}, due ${page.due}`,
    ...section('Task', [page.mandate]),
    ...section('Who has it', [page.members.map(({ name }) => name).join(', ')]),
    ...section(
      'Handed to it',
      page.handed.map((one) => `${short(one.proposal)}  ${one.title}: ${one.reason}`),
    ),
    ...section('Notes', page.notes.map(said)),
    ...section('Reports', page.reports.map(said)),
  ].join('\n')
}

export function tellKin({ items }: OutputOf<Procedures['subCircle']['list']>): string {
  const lines = items.map(({ circle, name, as, agreement, toldBy, link }) => {
    const what = as === 'parent' ? 'this circle is part of it' : 'part of this circle'
    const agreed = agreement === null ? [] : [circle === null ? 'agreed here, not founded yet' : 'agreed here']
    const linked = link === null ? [] : ['by a link that both consented to']
    const told =
      toldBy !== null
        ? [`as ${toldBy} told`]
        : linked.length > 0 || circle === null
          ? []
          : ['nobody has told yet that it is there']
    return `${circle === null ? '-' : short(circle)}  ${name}: ${[what, ...agreed, ...linked, ...told].join(', ')}`
  })
  return orNothing(lines, 'It belongs to no other circle, and none to it.')
}

const DEFAULT: Readonly<Record<Ways['items'][number]['rule'], string>> = {
  terms: 'a term lasts twelve months',
  absentee: 'everyone answers: silence never counts',
  lazy: 'everyone answers: silence never counts',
  qualifying: 'only its author ends an objection',
  'spoken-words': 'only what a person signs on their own device is their answer',
  representatives: 'nothing is said of whom the circle is made of',
  mirror: 'it stands for nobody but itself',
  'mutual-removal': 'nothing changes until the circle has decided',
}

export function tellWays({ items }: Ways): string {
  return items
    .map(({ rule, way }) => (way === null ? `${rule}  default: ${DEFAULT[rule]}` : `${rule}  agreed: ${tellWay(way)}`))
    .join('\n')
}
