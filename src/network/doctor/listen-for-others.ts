import { createSocket, type Socket } from 'node:dgram'
import { networkInterfaces } from 'node:os'
import { question } from '../lan/dns-sd.ts'
import { attachments, GROUP, GROUP_SIX, PORT } from '../lan/multicast.ts'
import { reasonOf } from '../network-error.ts'

export type Family = 'four' | 'six'
/** Over what another machine was heard, IPv4 or IPv6, or why nothing could be said (the system's short word). */
export type Heard = { readonly over: readonly Family[] } | { readonly failed: string }

/**
 * Asks in the networks of this machine who else is there, over IPv4 and IPv6, and listens until the signal aborts, or
 * somebody was heard over every family that there is: any machine will do, also a printer, since it shows that such calls
 * get through here.
 */
export async function listenForOthers(signal: AbortSignal): Promise<Heard> {
  const all = attachments()
  const four = all.flatMap(({ address, six }) => (six === undefined ? [address] : []))
  const six = all.flatMap(({ six: zone }) => (zone === undefined ? [] : [`::%${zone}`]))
  // In no network it is still asked whether the system lets a program listen at all.
  const asked = six.length > 0 && four.length === 0 ? [asking('six', six)] : [asking('four', four)]
  if (four.length > 0 && six.length > 0) asked.push(asking('six', six))
  const heard = await Promise.all(asked.map(async (one) => ({ ...one, came: await listen(one, signal) })))
  const over = heard.flatMap(({ family, came }) => (came === true ? [family] : []))
  const failed = heard.flatMap(({ came }) => (typeof came === 'string' ? [came] : []))
  // What one family cannot, the other may: only where none can is it a fault.
  return failed.length === heard.length && failed[0] !== undefined ? { failed: failed[0] } : { over }
}

type Asking = { readonly family: Family; readonly ways: readonly string[]; readonly group: string }

const asking = (family: Family, ways: readonly string[]): Asking => ({
  family,
  ways,
  group: family === 'four' ? GROUP : GROUP_SIX,
})

/** Whether another machine was heard; or why nothing could be said. */
async function listen(asked: Asking, signal: AbortSignal): Promise<boolean | string> {
  const own = ownAddresses()
  const isSix = asked.family === 'six'
  const socket = createSocket({ type: isSix ? 'udp6' : 'udp4', reuseAddr: true, ipv6Only: isSix })
  const left = new AbortController()
  try {
    return await new Promise<boolean | string>((resolve) => {
      signal.addEventListener('abort', () => resolve(false), { once: true, signal: left.signal })
      if (signal.aborted) resolve(false)
      socket.on('error', (error) => resolve(reasonOf(error)))
      socket.on('message', (_bytes, { address }) => {
        if (!own.has(plain(address))) resolve(true)
      })
      socket.bind(PORT, () => ask(socket, asked, resolve))
    })
  } finally {
    left.abort()
    socket.close()
  }
}

function ask(socket: Socket, { ways, group }: Asking, failed: (why: string) => void): void {
  try {
    for (const way of ways) {
      socket.addMembership(group, way)
      socket.setMulticastInterface(way)
      socket.send(question(), PORT, group, (error) => void (error && failed(reasonOf(error))))
    }
  } catch (error) {
    failed(reasonOf(error))
  }
}

/** Without the network that a machine says behind it. */
const plain = (address: string): string => address.split('%')[0] ?? ''

function ownAddresses(): Set<string> {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return new Set(all.map(({ address }) => plain(address)))
}
