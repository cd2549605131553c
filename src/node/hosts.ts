import { networkInterfaces } from 'node:os'

/** What another machine in the same network could call; IPv4, as people read it out. */
export function hostsOfThisMachine(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address)
}
