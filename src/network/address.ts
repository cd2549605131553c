import { isIP } from 'node:net'

/** Where a node answers over UDP. `host` is an IP address, never a name: asking a name server would tell it. */
export type Endpoint = { readonly host: string; readonly port: number }
/** `peer` is the node's public key, 64 lower-case hex digits. */
export type Address = Endpoint & { readonly peer: string }

const LONGEST = 128
const PEER = /^[0-9a-f]{64}$/
const ENDPOINT = /^(?:\[([0-9a-fA-F:.]+)\]|([0-9.]+)):(0|[1-9][0-9]{0,4})$/

/** `<public key>@<host>:<port>`, an IPv6 host in brackets. */
export const formatAddress = (address: Address): string => `${address.peer}@${formatEndpoint(address)}`

export const formatEndpoint = ({ host, port }: Endpoint): string =>
  isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`

/** Total: `undefined` for whatever is not an address. */
export function parseAddress(text: unknown): Address | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined
  const at = text.indexOf('@')
  const peer = text.slice(0, Math.max(at, 0)).toLowerCase()
  const endpoint = parseEndpoint(text.slice(at + 1))
  if (!PEER.test(peer) || endpoint === undefined || endpoint.port === 0) return undefined
  return { peer, ...endpoint }
}

/** `<host>:<port>`, as for `--listen`; port 0 asks the system for a free one. */
export function parseEndpoint(text: unknown): Endpoint | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined
  const match = ENDPOINT.exec(text)
  if (match === null) return undefined
  const [host, port] = [match[1] ?? match[2] ?? '', Number(match[3])]
  const family = match[1] === undefined ? 4 : 6
  return isIP(host) === family && port <= 65_535 ? { host, port } : undefined
}
