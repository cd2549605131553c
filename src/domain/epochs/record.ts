import type { Stamp } from '../causality.ts'

/** One opening of an epoch. The first is the genesis's; a joiner gets every key from whoever lets them in. */
export interface EpochRecord {
  readonly epoch: string
  readonly stamp: Stamp
  readonly parents: readonly string[]
  readonly boxes: readonly { readonly device: string; readonly box: string }[]
}

/** [Z4] Boxes that do not open, and the keys that others gave for them. */
export interface LostKeys {
  readonly missing: {
    readonly id: string
    readonly device: string
    readonly epoch: string
    readonly bad: readonly string[]
  }[]
  readonly given: { readonly id: string; readonly by: string; readonly device: string; readonly epoch: string }[]
}

export const createLostKeys = (): LostKeys => ({ missing: [], given: [] })
