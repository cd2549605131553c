import type { Client } from '../../src/api/client.ts'

/** An agreement as the node shows it. */
export type Agreement = Awaited<ReturnType<Client['agreement']['show']>>

/** Objections of people who knew of it, and that nobody has settled yet. */
export const openObjections = ({ objections }: Agreement): Agreement['objections'] =>
  objections.filter(({ state }) => ['raised', 'understood', 'offered'].includes(state))

/** Whether it is in force and there is something to renew, change or end. */
export const isStanding = ({ state, ends }: Agreement): boolean =>
  ['in-force', 'settled', 'contested'].includes(state) && !ends
