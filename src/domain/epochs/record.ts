import type { Stamp } from '../causality.ts'

/** One opening of an epoch. The first is the genesis's; a joiner gets every key from whoever lets them in. */
export interface EpochRecord {
  readonly epoch: string
  readonly stamp: Stamp
  readonly parents: readonly string[]
  readonly boxes: readonly { readonly device: string; readonly box: string }[]
}
