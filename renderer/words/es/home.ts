import type { home as English } from '../en/home.ts'

export const home: Record<keyof typeof English, string> = {}
