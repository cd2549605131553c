import type { circles as English } from '../en/circles.ts'

export const circles: Record<keyof typeof English, string> = {}
