import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { section, short } from './lines.ts'

type Page = OutputOf<Procedures['forming']['show']>

export function tellForming({ statement, dimensions, considerations, ideas, tuners }: Page): string {
  const line = ({ item, text, name }: { item: string; text: string; name: string }) =>
    `${short(item)}  ${text} (${name})`
  return [
    statement,
    ...section(
      'Questions',
      dimensions.flatMap((one) => [line(one), ...one.answers.map((answer) => `  ${line(answer)}`)]),
    ),
    ...section('To bear in mind', considerations.map(line)),
    ...section('Ideas', ideas.map(line)),
    ...section(
      'Named to write a draft',
      tuners.map((one) => `${short(one.tuners)}  ${one.people.map(({ name }) => name).join(', ')}`),
    ),
  ].join('\n')
}
