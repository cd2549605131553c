import { createSocket } from 'node:dgram'
import { BlockList } from 'node:net'
import { networkInterfaces } from 'node:os'

/** One of this machine's addresses, in a network that others may be in too. */
export type Attachment = { readonly address: string; readonly netmask: string }
export type Multicast = {
  /** To everybody in every network of this machine; `bytes` may say its address there. */
  send(bytes: (attachment: Attachment) => Uint8Array): void
  close(): void
}
type MulticastOptions = {
  /** `host` is in one of this machine's networks. */
  readonly onMessage: (bytes: Uint8Array, host: string) => void
  /** A network is here, or the machine slept and anything may have happened meanwhile. */
  readonly onArrival: () => void
  /** This machine has an address no more; `reached` tells whom it reached by it. */
  readonly onGone: (reached: (host: string) => boolean) => void
  readonly clock: () => number
}

const GROUP = '224.0.0.251'
const PORT = 5353
/** Receivers throw away what came from further than their own network. */
const HOPS = 255
const LOOK_MS = 500
/** Ours fit one frame. */
const LONGEST = 1_500
const A_SINGLE_HOST = '255.255.255.255'
/** Longer between two looks than anything but sleep. */
const SLEEP_MS = 15_000

/** One socket in each network, followed as networks come and go. IPv4, as all that is called. */
export function openMulticast(options: MulticastOptions): Multicast {
  return new Multicasting(options)
}

class Multicasting implements Multicast {
  readonly #options: MulticastOptions
  readonly #networks = new Map<string, Network>()
  readonly #looking: NodeJS.Timeout
  #lookedAt: number

  constructor(options: MulticastOptions) {
    this.#options = options
    this.#lookedAt = options.clock()
    this.#look()
    this.#looking = setInterval(() => this.#look(), LOOK_MS)
    this.#looking.unref()
  }

  send(bytes: (attachment: Attachment) => Uint8Array): void {
    for (const network of this.#networks.values()) network.send(bytes(network.attachment))
  }

  close(): void {
    clearInterval(this.#looking)
    for (const network of this.#networks.values()) network.leave()
    this.#networks.clear()
  }

  #look(): void {
    const now = new Map(attachments().map((one) => [`${one.address}/${one.netmask}`, one]))
    for (const [key, network] of this.#networks) {
      if (now.has(key) && !network.isDeaf) continue
      network.leave()
      this.#networks.delete(key)
      if (!now.has(key)) this.#options.onGone(network.reaches)
    }
    for (const [key, attachment] of now) {
      if (this.#networks.has(key)) continue
      const hear = (bytes: Uint8Array, host: string) => this.#isNear(host) && this.#options.onMessage(bytes, host)
      this.#networks.set(key, new Network(attachment, hear, this.#options.onArrival))
    }
    const time = this.#options.clock()
    if (Math.abs(time - this.#lookedAt) > SLEEP_MS) this.#options.onArrival()
    this.#lookedAt = time
  }

  #isNear(host: string): boolean {
    return [...this.#networks.values()].some(({ reaches }) => reaches(host))
  }
}

class Network {
  readonly attachment: Attachment
  readonly reaches: (host: string) => boolean
  readonly #socket = createSocket({ type: 'udp4', reuseAddr: true })
  #sending = 0
  #left = false
  #isDeaf = false

  constructor(attachment: Attachment, hear: (bytes: Uint8Array, host: string) => void, onReady: () => void) {
    this.attachment = attachment
    const list = networkOf(attachment)
    this.reaches = (host) => list.check(host)
    const socket = this.#socket
    socket.on('error', () => (this.#isDeaf = true))
    socket.on('message', (bytes, { address }) => {
      if (bytes.byteLength <= LONGEST && !this.#left) hear(bytes, address)
    })
    socket.bind(PORT, () => {
      try {
        socket.addMembership(GROUP, attachment.address)
        socket.setMulticastInterface(attachment.address)
        socket.setMulticastTTL(HOPS)
        socket.setMulticastLoopback(true)
        onReady()
      } catch {
        // The network went while we came, or knows no multicast.
      }
    })
  }

  /** Another program holds the port for itself, or the network knows no multicast yet: worth another try. */
  get isDeaf(): boolean {
    return this.#isDeaf
  }

  send(bytes: Uint8Array): void {
    if (this.#isDeaf) return
    this.#sending += 1
    try {
      this.#socket.send(bytes, PORT, GROUP, () => this.#sent())
    } catch {
      this.#sent()
    }
  }

  /** What was said already still leaves. */
  leave(): void {
    this.#left = true
    if (this.#sending === 0) this.#socket.close()
  }

  #sent(): void {
    this.#sending -= 1
    if (this.#left && this.#sending === 0) this.#socket.close()
  }
}

function attachments(): Attachment[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.filter((one) => one.family === 'IPv4' && !one.internal && one.netmask !== A_SINGLE_HOST)
}

function networkOf({ address, netmask }: Attachment): BlockList {
  const list = new BlockList()
  const bits = netmask.split('.').reduce((sum, byte) => sum + Number(byte).toString(2).replaceAll('0', '').length, 0)
  list.addSubnet(address, bits, 'ipv4')
  return list
}
