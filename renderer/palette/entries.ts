import type { Client } from '../../src/api/client.ts'
import { roleTitle } from '../roles/role-words.ts'
import { GO_KEYS } from '../shell/shortcuts.ts'
import { isolated } from '../words/isolated.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../words/language.ts'
import type { Words } from '../words/words.tsx'

type Found = Awaited<ReturnType<Client['find']['list']>>[number]
type Circle = Awaited<ReturnType<Client['circle']['list']>>[number]

/** A line of the finder: a way to go, a thing to do, or a question that comes first. */
export type Entry = {
  readonly id: string
  readonly kind: Found['kind'] | 'place' | 'act' | 'language'
  readonly label: string
  readonly note?: string
} & ({ readonly path: string } | { readonly does: (() => void) | 'keys' } | { readonly ask: 'propose' | 'invite' })

const STANDARD_ROLES = ['facilitator', 'secretary', 'leader', 'delegate'] as const

const PATHS: Readonly<Record<Found['kind'], (found: Found) => string>> = {
  circle: ({ id }) => `/circles/${id}`,
  proposal: ({ id }) => `/proposals/${id}`,
  agreement: ({ id }) => `/agreements/${id}`,
  person: ({ circle }) => `/circles/${circle}/people`,
  driver: ({ id }) => `/drivers/${id}`,
  role: ({ circle, id }) => `/circles/${circle}/roles/${id}`,
  helping: ({ id }) => `/helping/${id}`,
  meeting: ({ id }) => `/meetings/${id}`,
}

export function foundEntry(found: Found, { t, direction }: Words): Entry {
  const { kind, id, circle, circleName, title } = found
  const note = t(`palette.kind.${kind}`, { circle: isolated(circleName, direction) })
  return { id: `${kind}-${circle}-${id}`, kind, label: title, note, path: PATHS[kind](found) }
}

/** What can be done from anywhere; what needs a circle is done in the one that is open, else asked first. */
export function doEntries(words: Words, here: Circle | undefined): Entry[] {
  const { t, direction, setLanguage } = words
  const circle = isolated(here?.name ?? '', direction)
  const act = { kind: 'act' as const }
  return [
    here === undefined
      ? { ...act, id: 'propose', label: t('palette.propose'), ask: 'propose' }
      : { ...act, id: 'propose', label: t('palette.propose.in', { circle }), path: `/circles/${here.circle}/propose` },
    here === undefined || here.practice
      ? { ...act, id: 'invite', label: t('palette.invite'), ask: 'invite' }
      : { ...act, id: 'invite', label: t('palette.invite.in', { circle }), path: `/circles/${here.circle}/invite` },
    { ...act, id: 'start', label: t('palette.start'), path: '/circles/new' },
    { ...act, id: 'join', label: t('palette.join'), path: '/join' },
    { ...act, id: 'practice', label: t('palette.practice'), path: '/practice' },
    ...GO_KEYS.map(({ key, path, words: place }): Entry => {
      return { id: `go-${key}`, kind: 'place', label: t('palette.go', { place: t(place) }), path }
    }),
    { ...act, id: 'keys', label: t('palette.keys'), does: 'keys' },
    ...LANGUAGES.filter((language) => language !== words.language).map((language): Entry => {
      const label = t('palette.language', { name: isolated(LANGUAGE_NAMES[language], direction) })
      return { id: `language-${language}`, kind: 'language', label, does: () => setLanguage(language) }
    }),
  ]
}

/** The seats that every circle has from the start, by this language's words for them. */
export function seatEntries({ t, direction }: Words, here: Circle | undefined): Entry[] {
  if (here === undefined) return []
  const note = t('palette.kind.role', { circle: isolated(here.name, direction) })
  return STANDARD_ROLES.map((role) => ({
    id: `role-${role}`,
    kind: 'role',
    label: roleTitle(t, role),
    note,
    path: `/circles/${here.circle}/roles/${role}`,
  }))
}

/** The answers to "in which circle?". */
export function circleEntries(circles: readonly Circle[], to: 'propose' | 'invite'): Entry[] {
  const open = circles.filter(({ practice }) => !practice || to === 'propose')
  return open.map(({ circle, name, aim }) => ({
    id: circle,
    kind: 'circle',
    label: name,
    note: aim,
    path: `/circles/${circle}/${to}`,
  }))
}

/** Those whose words all begin, somewhere in the line, as the person types them. */
export function matching(entries: readonly Entry[], text: string): Entry[] {
  const wanted = plain(text).split(' ').filter(Boolean)
  return entries.filter(({ label }) => {
    const words = ` ${plain(label)}`
    return wanted.every((word) => words.includes(` ${word}`))
  })
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
