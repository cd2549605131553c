import type { refusals as English } from '../en/refusals.ts'

export const refusals: Record<keyof typeof English, string> = {}
