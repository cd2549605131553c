import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { orNothing, section, short } from './lines.ts'
import { tellStory } from './story.ts'

type Page = OutputOf<Procedures['driver']['show']>

const STATE: Readonly<Record<Page['state'], string>> = {
  noticed: 'noticed',
  accepted: 'for this circle to answer',
  'passed-on': 'passed on',
  discarded: 'nothing to be done',
  answered: 'answered by an agreement',
}

export function tellDrivers({ items }: OutputOf<Procedures['driver']['list']>): string {
  const lines = items.map((one) => `${short(one.driver)}  ${one.statement} (${STATE[one.state]}; ${one.name})`)
  return orNothing(lines, 'Nobody has noticed anything yet.')
}

export function tellDriver(page: Page): string {
  const { situation, effect, need, requirement, move } = page
  return [
    `${page.statement} (${short(page.driver)})`,
    `Noticed by ${page.name}. Now: ${STATE[page.state]}${move === null || move.to === null ? '' : ` to ${move.to}`}.`,
    ...section('What is happening', someOf(situation)),
    ...section('What it leads to', someOf(effect)),
    ...section('What is needed', someOf(need)),
    ...section('What any answer has to do', someOf(requirement)),
    ...section('Prepared to be proposed (nst driver propose)', preparedLines(page.prepared)),
    ...section(
      'Other words, not put together yet',
      page.siblings.map((one) => one.statement),
    ),
    ...section(
      'Proposals',
      page.proposals.map((one) => `${short(one.proposal)}  ${one.title}`),
    ),
    ...section(
      'Agreements',
      page.agreements.map((one) => `${short(one.agreement)}  ${one.title}`),
    ),
    ...section('How it came about', tellStory(page.story)),
  ].join('\n')
}

function preparedLines(prepared: Page['prepared']): string[] {
  if (prepared === undefined) return []
  if (prepared.as === 'agreement') return [prepared.title, ...prepared.text.split('\n')]
  const what = prepared.as === 'role' ? 'role' : 'sub-circle'
  const line = (label: string, text: string | null) => (text === null || text === '' ? [] : [`${label}: ${text}`])
  const more = prepared.as === 'role' ? prepared : null
  return [
    `${prepared.name} (${what})`,
    ...line('Aim', prepared.aim),
    ...line('May decide', prepared.domain),
    ...line('Looks after', more?.accountabilities.join('; ') ?? null),
    ...line('What helps', more?.qualities.join('; ') ?? null),
    ...line('Months', more?.months?.toString() ?? null),
  ]
}

export const tellMoved = ({ state }: { state: Page['state'] }): string => `It stands as: ${STATE[state]}.`

const someOf = (text: string | null) => (text === null ? [] : [text])
