/** What a key asks for. `begun`: the first of two keys. */
export type Wish =
  { readonly kind: 'find' | 'sheet' | 'propose' | 'invite' | 'begun' } | { readonly kind: 'go'; readonly path: string }

export type Pressed = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

type Circumstances = {
  /** Whether the key before was the first of two. */
  readonly begun: boolean
  /** In a field, a list that looks for letters itself, or under a dialog. */
  readonly isBusy: boolean
  /** A person may have switched single keys off (WCAG 2.1.4). */
  readonly single: boolean
}

/** Places by the second key after `g`. */
export const GO_KEYS = [
  { key: 'n', path: '/', words: 'shell.nextStep' },
  { key: 'c', path: '/circles', words: 'shell.circles' },
  { key: 's', path: '/in-step', words: 'shell.inStep' },
  { key: 'm', path: '/me', words: 'shell.me' },
] as const

/** What the pressed key means now; null where it is not for us. */
export function wishOf(pressed: Pressed, { begun, isBusy, single }: Circumstances): Wish | null {
  const letter = letterOf(pressed)
  if (pressed.altKey) return null
  if (pressed.ctrlKey || pressed.metaKey) return letter === 'k' ? { kind: 'find' } : null
  if (isBusy || !single) return null
  if (begun) {
    const place = GO_KEYS.find(({ key }) => key === letter)
    return place === undefined ? null : { kind: 'go', path: place.path }
  }
  if (letter === 'g') return { kind: 'begun' }
  if (letter === 'n') return { kind: 'propose' }
  if (letter === 'i') return { kind: 'invite' }
  if (pressed.key === '/') return { kind: 'find' }
  return pressed.key === '?' || pressed.key === '؟' ? { kind: 'sheet' } : null
}

/** The Latin letter, also on a keyboard that writes others: there it is the key in its place that counts. */
function letterOf({ key, code }: Pressed): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  return /^\p{L}$/u.test(key) && code.startsWith('Key') ? code.slice(3).toLowerCase() : ''
}
