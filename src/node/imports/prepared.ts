import { Prepared } from '../../domain/drivers/prepared.ts'
import type { StandardRole } from '../../domain/roles/role.ts'
import { clean, cut } from './clean-text.ts'
import { plainName } from './csv.ts'
import type { Part, Thing } from './thing.ts'

/** In bytes: beside it the event holds where the thing came from, and what it was there. */
const LONGEST = { text: 12_000, part: 4000, point: 400 } as const
const MOST_POINTS = 24

/** Our four seats, as the languages of the program and other programs call them. */
const STANDARD: Readonly<Record<StandardRole, readonly string[]>> = {
  facilitator: [
    'facilitator',
    'facilitador',
    'facilitadora',
    'facilitación',
    'facilitateur',
    'facilitatrice',
    'ميسر',
    'الميسر',
  ],
  secretary: [
    'secretary',
    'secretario',
    'secretaria',
    'secretaría',
    'secrétaire',
    'secrétariat',
    'أمين السر',
    'السكرتير',
  ],
  leader: ['leader', 'lead link', 'circle lead', 'líder', 'premier lien', 'coordinador', 'القائد'],
  delegate: [
    'delegate',
    'rep link',
    'circle rep',
    'delegado',
    'delegada',
    'délégué',
    'déléguée',
    'second lien',
    'المندوب',
  ],
}

/** What a member can present of it as it is or in better words; null for what was only talked about. */
export function preparedOf(thing: Thing): Prepared | null {
  const made = draftOf(thing)
  if (made === null) return null
  const good = Prepared.safeParse(made)
  return good.success ? good.data : null
}

function draftOf({ kind, title, parts }: Thing): Prepared | null {
  const name = clean(title)
  const words = (label: Part['label'], limit: number = LONGEST.part) => wordsOf(parts, label, limit)
  if (kind === 'role') {
    return {
      as: 'role',
      standard: standardOf(title),
      name,
      aim: words('aim') ?? words('description'),
      domain: words('domain'),
      accountabilities: pointsOf(parts, 'accountabilities'),
      qualities: pointsOf(parts, 'qualities'),
      months: monthsOf(words('months')),
    }
  }
  if (kind === 'circle') {
    return { as: 'sub-circle', name, aim: words('aim') ?? words('description'), domain: words('domain') }
  }
  if (kind === 'talked') return null
  const labels = kind === 'policy' ? (['description', 'domain'] as const) : (['outcome', 'proposal'] as const)
  const texts = labels.flatMap((label) => words(label, LONGEST.text) ?? [])
  const text = cut(texts.join('\n\n'), LONGEST.text)
  return { as: 'agreement', title: name, text: text === '' ? name : text }
}

export function standardOf(name: string): StandardRole | null {
  const plain = plainName(name)
  const [found] = Object.entries(STANDARD).find(([, names]) => names.some((one) => plainName(one) === plain)) ?? []
  return (found as StandardRole | undefined) ?? null
}

function partOf(parts: readonly Part[], label: Part['label']): readonly string[] {
  const text = parts.find((part) => part.label === label)?.text ?? []
  return typeof text === 'string' ? [text] : text
}

function wordsOf(parts: readonly Part[], label: Part['label'], limit: number): string | null {
  const lines = partOf(parts, label)
  const text = cut(clean((lines.length > 1 ? lines.map((line) => `- ${line}`) : lines).join('\n')), limit)
  return text === '' ? null : text
}

function pointsOf(parts: readonly Part[], label: Part['label']): string[] {
  const points = partOf(parts, label).flatMap((point) => cut(clean(point), LONGEST.point) || [])
  return points.slice(0, MOST_POINTS)
}

function monthsOf(text: string | null): number | null {
  const months = Number(text ?? '')
  return Number.isInteger(months) && months >= 1 && months <= 120 ? months : null
}
