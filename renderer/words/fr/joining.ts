import type { joining as English } from '../en/joining.ts'

export const joining: Record<keyof typeof English, string> = {}
