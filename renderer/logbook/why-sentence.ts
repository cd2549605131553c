import type { Client } from '../../src/api/client.ts'
import { isolated } from '../words/isolated.ts'
import type { Words } from '../words/words.tsx'

export type WhyLine = Awaited<ReturnType<Client['logbook']['why']>>['chapters'][number]['lines'][number]
type Names = Readonly<Record<string, string>>

/** One thing that happened on the way, in a plain sentence. */
export function whySentence(line: WhyLine, names: Names, { t, list, direction }: Words): string {
  const name = isolated(names[line.person] ?? '', direction)
  const named = (people: readonly string[]) => list(people.map((person) => isolated(names[person] ?? '', direction)))
  const quote = (text: string) => isolated(text.trim(), direction)
  switch (line.kind) {
    case 'asked':
    case 'reacted':
    case 'concern':
      return t(`why.${line.kind}`, { name, text: quote(line.text) })
    case 'amended':
      return line.integrates.length === 0
        ? t('why.amended', { name })
        : t('why.amendedFor', { name, names: named(line.integrates) })
    case 'round':
      return t('why.round', { name, names: named(line.asked) })
    case 'objected':
      return t(line.toAgreement ? 'why.objectedLater' : 'why.objected', { name, text: quote(line.reason) })
    case 'laid-aside':
      return t('why.laidAside', { name, text: quote(line.reason) })
    default:
      return t(`why.${line.kind}`, { name })
  }
}
