export const circles = {} as const
