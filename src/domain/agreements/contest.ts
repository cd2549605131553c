import type { Stamp } from '../causality.ts'

/** Something that happened apart from the close and disagrees with it (merging.md D2, rows 2, 4, 6 and 8). */
export interface Contest {
  readonly kind:
    | 'objection'
    | 'other-consent'
    | 'other-agreement'
    | 'laid-aside'
    | 'device-gone'
    | 'mutual-removal'
    | 'only-removed'
    | 'device-forked'
    | 'disputed-word'
  readonly id: string
  readonly person: string
  readonly stamp: Stamp
}
