import type { practice as English } from '../en/practice.ts'

export const practice: Record<keyof typeof English, string> = {}
