import HyperDHT from 'hyperdht'
import { isIP } from 'node:net'

/** Whom a node asks first for the way on the internet. `host` is an IPv4 address or a name. */
export type Bootstrap = { readonly host: string; readonly port: number }

const MOST = 16
const NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/
const ENTRY = /^([^:@\s]+):([1-9][0-9]{0,4})$/

/**
 * Whom a node asks where its person named nobody: those that HyperDHT's makers run (an address stands beside each name, so
 * that no name server need be asked), or whom whoever looks after the machine `said` in NST_BOOTSTRAP; `none` for nobody.
 */
export function usualBootstrap(said: string | undefined): readonly string[] {
  if (said === undefined || said === '') return HyperDHT.BOOTSTRAP
  return said === 'none' ? [] : (parseBootstrap(said) ?? []).map((entry) => formatBootstrap([entry]))
}

/** `HOST:PORT,…`; undefined where any of it is not that. Empty text is an empty list. */
export function parseBootstrap(text: string): Bootstrap[] | undefined {
  const entries = text
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '')
  const parsed = entries.flatMap((entry) => parseEntry(entry) ?? [])
  return parsed.length === entries.length && parsed.length <= MOST ? parsed : undefined
}

export const formatBootstrap = (list: readonly Bootstrap[]): string =>
  list.map(({ host, port }) => `${host}:${port}`).join(',')

/** True where every one of them is this machine: nobody else is to hear of a node that asks only these. */
export const isLoopback = (list: readonly string[]): boolean =>
  list.every((entry) => /^(127\.[0-9.]+|localhost):/.test(entry))

function parseEntry(entry: string): Bootstrap | undefined {
  const match = ENTRY.exec(entry)
  const [host, port] = [match?.[1] ?? '', Number(match?.[2])]
  const isHost = isIP(host) === 4 || (NAME.test(host) && /[a-z]/.test(host))
  return isHost && port <= 65_535 ? { host, port } : undefined
}
