import { networkInterfaces } from 'node:os'

/** What another machine in the same network could call, as people read it out: IPv4, and with `six` others after it. */
export function hostsOfThisMachine({ six = false } = {}): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const of = (wanted: string) =>
    all.filter(({ internal, family }) => !internal && family === wanted).map(({ address }) => address)
  return [...of('IPv4'), ...(six ? of('IPv6') : [])]
}
