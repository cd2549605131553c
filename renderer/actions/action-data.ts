import type { Client } from '../../src/api/client.ts'

export type Action = Awaited<ReturnType<Client['action']['list']>>[number]
export type Member = { readonly person: string; readonly name: string }
export type From = { readonly kind: 'meeting' | 'item' | 'agreement' | 'proposal'; readonly id: string }
