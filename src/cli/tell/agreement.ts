import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { naming, orNothing, section, short } from './lines.ts'
import { tellStory } from './story.ts'

type Page = OutputOf<Procedures['agreement']['show']>

const STATE: Readonly<Record<Page['state'], string>> = {
  'in-force': 'holds',
  settled: 'holds, and everyone has seen it',
  contested: 'contested: not everyone stands behind it',
  superseded: 'replaced by a later one',
  invalid: 'not valid',
}
export function tellAgreements({ items }: OutputOf<Procedures['agreement']['list']>): string {
  const lines = items.map(
    ({ agreement, title, state, review }) => `${short(agreement)}  ${title} (${STATE[state]}; look again ${review})`,
  )
  return orNothing(lines, 'No agreements yet.')
}

export function tellAgreement(page: Page): string {
  const name = naming(page.names)
  return [
    `${page.title} (${short(page.agreement)})`,
    `It ${STATE[page.state]}. To be looked at again on ${page.review}.`,
    ...section('Text', [page.text]),
    ...section('We will know it works when', page.criteria),
    ...section('Consented', [page.consents.map(name).join(', ')]),
    ...section(
      'Said by people who did not know of it',
      page.contests.map(({ person, reason }) => `${name(person)}: ${reason ?? ''}`),
    ),
    ...section(
      'Concerns',
      page.concerns.map(({ person, text }) => `${name(person)}: ${text}`),
    ),
    ...section('How it came about', tellStory(page.story)),
    '',
    `Certificate: ${page.certificate}`,
  ].join('\n')
}
