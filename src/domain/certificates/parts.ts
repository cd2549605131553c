import type { Body, EventType } from '../events.ts'
import { byCodeUnit } from '../canonical.ts'
import { Fault } from './fault.ts'

export interface Read<T extends EventType> {
  readonly id: string
  readonly device: string
  readonly at: number
  readonly body: Body<T>
}

/** The person behind each device, and their name. */
export type Known = Map<string, { readonly person: string; readonly name: string }>

export function holderOf(known: Known, device: string): { readonly person: string; readonly name: string } {
  const holder = known.get(device)
  if (holder === undefined) throw new Fault('not-by-a-member')
  return holder
}

export function isSorted(ids: readonly string[]): boolean {
  return ids.every((id, index) => index === 0 || byCodeUnit(ids[index - 1] ?? '', id) < 0)
}
