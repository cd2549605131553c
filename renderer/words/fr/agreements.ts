import type { agreements as English } from '../en/agreements.ts'

export const agreements: Record<keyof typeof English, string> = {}
