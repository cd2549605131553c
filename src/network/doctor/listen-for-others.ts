import { createSocket, type Socket } from 'node:dgram'
import { networkInterfaces } from 'node:os'
import { reasonOf } from '../network-error.ts'
import { question } from '../lan/dns-sd.ts'

/** How many other machines were heard, or why nothing could be said (the system's short word). */
export type Heard = { readonly machines: number } | { readonly failed: string }

const GROUP = '224.0.0.251'
const PORT = 5353

/**
 * Asks in the networks of this machine who else is there, and listens until the signal aborts, or somebody was heard: any
 * machine will do, also a printer, since it shows that such calls get through here.
 */
export async function listenForOthers(signal: AbortSignal): Promise<Heard> {
  const own = ownAddresses()
  const others = new Set<string>()
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  const left = new AbortController()
  try {
    const failed = await new Promise<string | null>((resolve) => {
      signal.addEventListener('abort', () => resolve(null), { once: true, signal: left.signal })
      if (signal.aborted) resolve(null)
      socket.on('error', (error) => resolve(reasonOf(error)))
      socket.on('message', (_bytes, { address }) => {
        if (own.includes(address)) return
        others.add(address)
        resolve(null)
      })
      socket.bind(PORT, () => ask(socket, own, resolve))
    })
    return failed === null ? { machines: others.size } : { failed }
  } finally {
    left.abort()
    socket.close()
  }
}

function ask(socket: Socket, own: readonly string[], failed: (why: string) => void): void {
  try {
    for (const address of own) {
      socket.addMembership(GROUP, address)
      socket.setMulticastInterface(address)
      socket.send(question(), PORT, GROUP, (error) => void (error && failed(reasonOf(error))))
    }
  } catch (error) {
    failed(reasonOf(error))
  }
}

function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
}
