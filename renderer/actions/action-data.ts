import type { Client } from '../../src/api/client.ts'

export type Action = Awaited<ReturnType<Client['action']['list']>>[number]
export type Member = { readonly person: string; readonly name: string }
export type From = { readonly kind: 'meeting' | 'item' | 'agreement' | 'proposal'; readonly id: string }

/** Whom nobody is, in a choice of who does it. */
export const NOBODY = 'nobody'
/** A next step as it is typed: empty is not said. */
export type TypedAction = {
  readonly text: string
  readonly owner: string
  readonly due: string
  readonly waitingFor: string
}
