import type { Words } from '../words/words.tsx'

const STANDARD = ['facilitator', 'secretary', 'leader', 'delegate'] as const
type StandardRole = (typeof STANDARD)[number]

export const isStandard = (role: string): role is StandardRole => (STANDARD as readonly string[]).includes(role)

/** The circle's own name for a role; for one of the four that it has not described, that in the person's language. */
export function roleTitle(t: Words['t'], title: string): string {
  return isStandard(title) ? t(`roles.standard.${title}`) : title
}

/** What one of the four is for, where the circle has not said it. */
export function aimOf(t: Words['t'], role: string): string | null {
  return isStandard(role) ? t(`roles.standard.${role}.aim`) : null
}
