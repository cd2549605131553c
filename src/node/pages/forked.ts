import type { Circle } from '../../domain/circle.ts'
import type { CircleSession } from '../circle-session.ts'

/** Whose device went on in two ways, as the circle knows or as only this node's copy of their log shows. Sorted ids. */
export function forkedPeople({ circle, log }: Pick<CircleSession, 'circle' | 'log'>): string[] {
  const writers = new Set(log.damaged().flatMap(({ writer, forked }) => (forked ? [writer] : [])))
  const forked = [...circle.devices.values()].filter(
    ({ forks, bindings }) => forks.length > 0 || bindings.some(({ keys }) => writers.has(keys.writer)),
  )
  return [...new Set(forked.flatMap(({ bindings }) => bindings.map(({ person }) => person)))].sort()
}

export function holderOfWriter(circle: Circle, writer: string): string | null {
  const bindings = [...circle.devices.values()].flatMap((device) => device.bindings)
  return bindings.find(({ keys }) => keys.writer === writer)?.person ?? null
}
