import type { Client } from '../../api/client.ts'
import type { ThingKind } from '../../api/contract/imports.ts'
import { when } from './lines.ts'

type Reading = Awaited<ReturnType<Client['imports']['show']>>
type Brought = Awaited<ReturnType<Client['imports']['bring']>>
type Kind = (typeof ThingKind.options)[number]

const SOURCES: Readonly<Record<Reading['source'], string>> = {
  loomio: 'Loomio',
  glassfrog: 'GlassFrog',
  holaspirit: 'Holaspirit',
  table: 'A table',
}
const KINDS: Readonly<Record<Kind, string>> = {
  decided: 'Decided there, to be consented here',
  proposed: 'Proposed there',
  role: 'Roles',
  circle: 'Circles',
  policy: 'Policies',
  talked: 'Only talked about there (comes in with --kind talked)',
}
const LEFT_OUT: Readonly<Record<string, string>> = {
  deleted: 'deleted there',
  private: 'private, among some people only',
  'undecided-polls': 'polls without an outcome',
  attachments: 'attached files: they stay where they are',
  empty: 'without a title',
}

export function tellReading({ source, name, things, people, leftOut }: Reading): string {
  const kinds = Object.entries(KINDS).flatMap(([kind, title]) => {
    const of = things.filter((thing) => thing.kind === kind)
    return of.length === 0 ? [] : ['', `${title} (${of.length}):`, ...of.map(line)]
  })
  const left = Object.entries(leftOut).map(([why, count]) => `  ${count} ${LEFT_OUT[why] ?? why}`)
  return [
    `${SOURCES[source]}${name === null ? '' : `, ${name}`}. Nothing has come in yet.`,
    ...kinds,
    ...(people.length === 0
      ? []
      : ['', `People there, whom you could invite (${people.length}):`, `  ${people.join(', ')}`]),
    ...(left.length === 0 ? [] : ['', 'Left out:', ...left]),
  ].join('\n')
}

function line({ key, title, at, already }: Reading['things'][number]): string {
  const day = at === null ? '' : ` (${when(at).slice(0, 10)})`
  return `  [${key}] ${title}${day}${already ? ', here already' : ''}`
}

export function tellBrought({ drivers, already }: Brought): string {
  const before = already === 0 ? '' : ` ${already} had come in before.`
  if (drivers.length === 0) return `Nothing new came in.${before}`
  return `${drivers.length} came in as noticed, and wait in the backlog: nobody here has consented to them yet. What can be proposed is prepared: nst driver propose.${before}`
}
