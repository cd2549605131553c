import type { NoiseSecretStream } from 'hyperdht'
import { isIPv6 } from 'node:net'
import type { Address, Endpoint } from './address.ts'
import { QuietDht, type NodeKeyPair } from './quiet-dht.ts'
import { callTcp, TcpDoor, type Answering } from './tcp.ts'

/** Two ports at which the same keys answer; `tcp` is 0 where only UDP does. */
export type Ports = { readonly port: number; readonly tcp: number }

const ANYWHERE = '0.0.0.0'
/** Of both families, where the system knows both. */
const ANYWHERE_SIX = '::'
const THIS_MACHINE = '127.0.0.1'

/**
 * The sockets of a node. Any number of keys answer and call at the same ones, and none of them shows in another's
 * calls. Nothing is opened, and no packet leaves, before `listen` or a call.
 */
export class Sockets {
  readonly #keyPair: NodeKeyPair
  readonly #callers = new Map<string, QuietDht>()
  #listener: QuietDht | undefined
  #door: TcpDoor | undefined
  #closing: Promise<void> | undefined

  /** `keyPair` is what the sockets need to exist; nobody is shown it. */
  constructor(keyPair: NodeKeyPair) {
    this.#keyPair = keyPair
  }

  get isListening(): boolean {
    return this.#listener !== undefined || this.#door !== undefined
  }

  /**
   * Rejects with what the system says where the address or the port cannot be had. HyperDHT speaks IPv4 alone: over IPv6
   * it is TCP. `bothFamilies`: where it answers on IPv4 over TCP, it does on IPv6 too.
   */
  async listen(at: Endpoint, { bothFamilies = false } = {}): Promise<void> {
    if (isIPv6(at.host)) return this.#listenToTcp(at)
    const dht = new QuietDht(this.#keyPair, at)
    this.#listener = dht
    try {
      await dht.bind()
      // The same port where it is free: then whoever has the address of the one has both.
      const hosts = bothFamilies ? [ANYWHERE_SIX, at.host] : [at.host]
      for (const host of hosts)
        this.#door ??= (await TcpDoor.open({ host, port: dht.port() })) ?? (await TcpDoor.open({ host, port: 0 }))
    } catch (error) {
      this.#listener = undefined
      await dht.destroy()
      throw error
    }
  }

  async #listenToTcp(at: Endpoint): Promise<void> {
    const door = await TcpDoor.open(at)
    if (door === undefined) throw new Error('it cannot be had')
    this.#door = door
  }

  ports(): Ports {
    return { port: this.#listener?.port() ?? 0, tcp: this.#door?.port() ?? 0 }
  }

  /** Answers callers of this key, until the returned function is called; connections that stand then go on. */
  async answer(answering: Answering): Promise<() => Promise<void>> {
    const server = this.#listener?.answer(answering.refuses, answering.onStream)
    await server?.listen(answering.keyPair)
    const leave = this.#door?.answer(answering)
    return async () => {
      leave?.()
      await server?.close()
    }
  }

  callUdp(address: Address, keyPair: NodeKeyPair): NoiseSecretStream {
    return this.#callerFor(address.host).call(address, Buffer.from(address.peer, 'hex'), keyPair)
  }

  callTcp({ host, peer }: Address, port: number, keyPair: NodeKeyPair): NoiseSecretStream {
    return callTcp({ host, port }, Buffer.from(peer, 'hex'), keyPair)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  /** A call to this machine itself is made from a socket that the rest of the world cannot reach. */
  #callerFor(host: string): QuietDht {
    const from = host.startsWith('127.') ? THIS_MACHINE : ANYWHERE
    const dht = this.#callers.get(from) ?? new QuietDht(this.#keyPair, { host: from, port: 0 })
    this.#callers.set(from, dht)
    return dht
  }

  async #close(): Promise<void> {
    await this.#door?.close()
    const all = [...this.#callers.values(), ...(this.#listener === undefined ? [] : [this.#listener])]
    await Promise.all(all.map((dht) => dht.destroy()))
  }
}
