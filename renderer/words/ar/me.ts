import type { me as English } from '../en/me.ts'

export const me: Record<keyof typeof English, string> = {}
