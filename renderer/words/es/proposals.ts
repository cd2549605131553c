import type { proposals as English } from '../en/proposals.ts'

export const proposals: Record<keyof typeof English, string> = {}
