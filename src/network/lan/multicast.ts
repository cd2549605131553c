import { createSocket, type Socket } from 'node:dgram'
import { BlockList, isIPv6 } from 'node:net'
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'

/** One of this machine's addresses, in a network that others may be in too. */
export type Attachment = {
  readonly address: string
  readonly netmask: string
  /** Over IPv6: by what name this machine knows the network. */
  readonly six?: string
}
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

export const GROUP = '224.0.0.251'
export const GROUP_SIX = 'ff02::fb'
/** Of a network's addresses, what they have in common. */
const SIX_BITS = 64
export const PORT = 5353
/** Receivers throw away what came from further than their own network. */
const HOPS = 255
const LOOK_MS = 500
/** Ours fit one frame. */
const LONGEST = 1_500
const A_SINGLE_HOST = '255.255.255.255'
/** Longer between two looks than anything but sleep. */
const SLEEP_MS = 15_000

/** One socket in each network, and another where it knows IPv6 too, followed as networks come and go. */
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
    const now = new Map(attachments().map((one) => [`${one.six ?? ''} ${one.address}/${one.netmask}`, one]))
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
  readonly #socket: Socket
  readonly #group: string
  #sending = 0
  #left = false
  #isDeaf = false

  constructor(attachment: Attachment, hear: (bytes: Uint8Array, host: string) => void, onReady: () => void) {
    this.attachment = attachment
    this.reaches = reachesOf(attachment)
    const { six, address: own } = attachment
    this.#group = six === undefined ? GROUP : GROUP_SIX
    const way = six === undefined ? own : `::%${six}`
    const socket = createSocket({
      type: six === undefined ? 'udp4' : 'udp6',
      reuseAddr: true,
      ipv6Only: six !== undefined,
    })
    this.#socket = socket
    socket.on('error', () => (this.#isDeaf = true))
    socket.on('message', (bytes, { address }) => {
      if (bytes.byteLength <= LONGEST && !this.#left) hear(bytes, address)
    })
    socket.bind(PORT, () => {
      try {
        socket.addMembership(this.#group, way)
        socket.setMulticastInterface(way)
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
      this.#socket.send(bytes, PORT, this.#group, () => this.#sent())
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

/** Where this machine is now, of each network once for each family. */
export function attachments(): Attachment[] {
  return Object.entries(networkInterfaces()).flatMap(([name, all = []]) => {
    const outer = all.filter(({ internal }) => !internal)
    const four = outer.filter(({ family, netmask }) => family === 'IPv4' && netmask !== A_SINGLE_HOST)
    return [...four.map(({ address, netmask }) => ({ address, netmask })), ...sixOf(name, outer)]
  })
}

/** One for each network, whatever addresses it gave: they come and go by themselves, and the link's own one stays. */
function sixOf(name: string, all: readonly NetworkInterfaceInfo[]): Attachment[] {
  const near = all.filter(({ family, address }) => family === 'IPv6' && isNearSix(address))
  const [first] = near.toSorted((a, b) => Number(isOfLink(b.address)) - Number(isOfLink(a.address)))
  return first === undefined ? [] : [{ address: first.address, netmask: first.netmask, six: name }]
}

/** Of the link alone (fe80::/10), or of networks that nobody outside can reach (fc00::/7). */
const isOfLink = (address: string): boolean => /^fe[89ab]/i.test(address)
const isNearSix = (address: string): boolean => isOfLink(address) || /^f[cd]/i.test(address)

function reachesOf({ address, netmask, six }: Attachment): (host: string) => boolean {
  const list = new BlockList()
  if (six === undefined) list.addSubnet(address, bitsOf(netmask.split('.').map(Number)), 'ipv4')
  else list.addSubnet(address, SIX_BITS, 'ipv6')
  return (host) => {
    const [plain = '', zone] = withoutMapping(host).split('%')
    if (zone !== undefined && zone !== six) return false
    return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
  }
}

const bitsOf = (bytes: readonly number[]): number =>
  bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)

/** A socket for both families says an IPv4 address like this. */
const withoutMapping = (host: string): string => host.replace(/^::ffff:(?=[0-9.]+$)/i, '')
