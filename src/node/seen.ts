import type { Path } from '../network/one-per-peer.ts'
import type { Door } from './door.ts'

/** Of a program that this one does not understand, or that does not understand this one. */
export type Misunderstood = { readonly theirs: 'newer' | 'older'; readonly program: string }

/** What a node knows of a device elsewhere that it met since it started. */
export type Seen = {
  readonly reachable: boolean
  /** By which way; null while not reachable. */
  readonly path: Path | null
  /** It counts the same as this node, now. */
  readonly inStep: boolean
  /** It makes something else of the same events: a fault of a program. */
  readonly differs: boolean
  /** Here, and no use: one of the two programs has to be updated. */
  readonly misunderstood: Misunderstood | null
}

const BY_NEARNESS: readonly Path[] = ['lan', 'direct', 'internet', 'relay']

export const nearest = (paths: readonly Path[]): Path | null => BY_NEARNESS.find((one) => paths.includes(one)) ?? null

/** Who was met in each circle since this node started, and how they are to be read. */
export class SeenDevices {
  readonly #doors: () => readonly Door[]
  /** By circle and device: whose program and this one do not understand each other. */
  readonly #strange = new Map<string, Map<string, Misunderstood>>()
  readonly #differing = new Map<string, Set<string>>()

  constructor(doors: () => readonly Door[]) {
    this.#doors = doors
  }

  /** By device. */
  of(circle: string): ReadonlyMap<string, Seen> {
    const met = this.#doors().flatMap(({ encounters, connection, understanding }) => {
      const encounter = encounters.get(circle)
      const { isHere = false, device = null } = encounter ?? {}
      const isMet = understanding === 'together' && isHere && device !== null
      return isMet ? [{ device, path: connection.path(), inStep: encounter?.isInStep() === true }] : []
    })
    const differing = this.#differing.get(circle) ?? new Set<string>()
    const strange = this.#strange.get(circle) ?? new Map<string, Misunderstood>()
    const devices = new Set([...differing, ...strange.keys(), ...met.map(({ device }) => device)])
    return new Map(
      [...devices].map((device) => {
        const theirs = met.filter((one) => one.device === device)
        const path = nearest(theirs.map((one) => one.path))
        const inStep = theirs.some((one) => one.inStep)
        const misunderstood = path === null ? (strange.get(device) ?? null) : null
        return [device, { reachable: path !== null, path, inStep, differs: differing.has(device), misunderstood }]
      }),
    )
  }

  /** Kept after they left: it is to be read until one of the two is updated. */
  noteUnderstanding(circle: string): void {
    const strange = this.#strange.get(circle) ?? new Map<string, Misunderstood>()
    this.#strange.set(circle, strange)
    for (const door of this.#doors()) {
      const device = door.encounters.get(circle)?.device ?? null
      const why = strangeness(door)
      if (device !== null && why !== null) strange.set(device, why)
      else if (device !== null && door.understanding === 'together') strange.delete(device)
    }
  }

  noteDifference(circle: string, device: string): void {
    this.#differing.set(circle, (this.#differing.get(circle) ?? new Set()).add(device))
  }

  forget(circle: string): void {
    this.#differing.delete(circle)
    this.#strange.delete(circle)
  }
}

export function strangeness(door: Door | undefined): Misunderstood | null {
  const theirs = door?.understanding
  if (door === undefined || theirs === undefined || theirs === 'together') return null
  return { theirs, program: door.program }
}
