import type { Past, Stamp } from '../causality.ts'
import type { CloseRecord, SlotRecord } from '../circle.ts'
import type { SeatRecord } from '../statements/record.ts'
import type { DeviceKeys } from './events.ts'

export interface MemberRecord {
  readonly person: string
  readonly admissions: Admission[]
  /** What they said they are called since. */
  readonly names: { readonly stamp: Stamp; readonly name: string }[]
  /** Every device that was ever let in as theirs. */
  readonly devices: DeviceRecord[]
  readonly leaves: { readonly stamp: Stamp; readonly endings: { readonly stamp: Stamp }[] }[]
  readonly departures: { readonly stamp: Stamp }[]
  /** Valid closes of agreements that admit this person. */
  readonly admittedBy: CloseRecord[]
  /** Valid closes of agreements to go on without this person; whether one takes effect is a question (`belonging.ts`). */
  readonly removals: CloseRecord[]
  /** All that was said about whether this person belongs. */
  readonly belonging: SlotRecord
  /** [Q4] What they said of whom they take part for here. */
  readonly seats: SeatRecord[]
  /** Valid closes of agreements not to ask this person until they speak again, with their first words since. */
  readonly rests: { readonly close: CloseRecord; readonly endings: { readonly stamp: Stamp }[] }[]
}

export interface Admission {
  readonly stamp: Stamp
  readonly name: string
  /** Admitted after the first agreement: a guest until an agreement admits them. */
  readonly asGuest: boolean
  readonly by: string
  /** The request that it answers; null for the founder. */
  readonly request: string | null
}

export interface DeviceRecord {
  readonly key: string
  readonly bindings: DeviceBinding[]
  readonly cuts: Cut[]
  /** What it said first at each sequence, as it came here. */
  readonly said: Map<number, Stamp>
  readonly forks: Fork[]
  /** [V6] Whose device it is in truth, as its own person said. */
  readonly borrowed: { readonly stamp: Stamp; readonly from: string }[]
}

export interface DeviceBinding {
  readonly stamp: Stamp
  readonly person: string
  readonly keys: DeviceKeys
  /** Whether it came with its person, or as another device of somebody who was here already. */
  readonly as: 'person' | 'device'
  readonly by: string
  /** The request that it answers; null for the founder's. */
  readonly request: string | null
}

/** From here on a device says nothing more: what its author had heard of it by then stands, the rest is cut off. */
export interface Cut {
  readonly stamp: Stamp
  readonly why: 'device-gone' | 'removed'
  readonly by: string
  /** Of a removal: whether it takes effect in a past, and the agreement of which this is one certificate. */
  readonly removal?: { readonly agreement: string; holds(past: Past): boolean }
}

/** A device said more than one thing at this sequence ([E8]): two of the sides prove it. */
export interface Fork {
  readonly seq: number
  readonly sides: Stamp[]
}
