import type { CircleSession } from './circle-session.ts'

type Arrivals = {
  readonly isKeeper: (key: Uint8Array) => boolean
  /** Words of a device came here another way than from itself. */
  readonly came: (device: string, path: 'stick' | 'keeper') => void
}

/** Tells by which way somebody's words come who is not here themselves. */
export function followArrivals(session: CircleSession, { isKeeper, came }: Arrivals): void {
  session.log.on('came', (writer, from, isFile) => {
    const path = isFile ? 'stick' : from !== null && isKeeper(from) ? 'keeper' : null
    const device = path === null ? undefined : deviceOf(session, writer)
    if (path !== null && device !== undefined) came(device, path)
  })
}

function deviceOf({ circle, device: own }: CircleSession, writer: string): string | undefined {
  for (const { key, bindings } of circle.devices.values())
    if (key !== own && bindings.some(({ keys }) => keys.writer === writer)) return key
  return undefined
}
