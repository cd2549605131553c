import NoiseSecretStream from '@hyperswarm/secret-stream'
import HyperDHT, { type NoiseSecretStream as Stream } from 'hyperdht'
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Endpoint } from './address.ts'
import type { NodeKeyPair } from './quiet-dht.ts'

/** Shorter than the patience with which a standing connection is asked whether it lives (`one-per-peer.ts`). */
const KEEP_ALIVE_MS = 1_500
const SILENT_MS = 10_000
const HELLO_MS = 5_000
const HELLO_SIZE = 32
const MOST_UNKNOWN = 32
const PATTERN = 'IK'

/** What to do with callers of one key; `refuses` is asked before anything is kept for a call from that address. */
export type Answering = {
  readonly keyPair: NodeKeyPair
  readonly refuses: (host: string | undefined) => boolean
  readonly onStream: (stream: Stream) => void
}

/** The same Noise as over UDP, for networks that let no UDP through. Callers have to know a key that answers here. */
export class TcpDoor {
  readonly #server: Server
  readonly #answering = new Map<string, Answering>()
  readonly #unknown = new Set<Socket>()

  private constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket) => this.#greet(socket))
    server.on('error', () => {})
  }

  /** Undefined where the system gives no such port. */
  static async open({ host, port }: Endpoint): Promise<TcpDoor | undefined> {
    const server = createServer({ noDelay: true, keepAlive: true })
    server.listen(port, host)
    try {
      await once(server, 'listening')
      return new TcpDoor(server)
    } catch {
      return undefined
    }
  }

  port(): number {
    const address = this.#server.address()
    return address === null || typeof address === 'string' ? 0 : address.port
  }

  /** Answers callers of this key from now on, until the returned function is called. */
  answer(answering: Answering): () => void {
    const hello = helloFor(answering.keyPair.publicKey).toString('hex')
    this.#answering.set(hello, answering)
    return () => void this.#answering.delete(hello)
  }

  async close(): Promise<void> {
    for (const socket of this.#unknown) socket.destroy()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  /** A caller first says, blinded, whose key they call; whoever says nothing known is sent away without a word. */
  #greet(socket: Socket): void {
    socket.on('error', () => {})
    // Whoever means it says so at once: those who have been silent for longest make room.
    const [silent] = this.#unknown.size >= MOST_UNKNOWN ? this.#unknown : []
    if (silent !== undefined) this.#unknown.delete(silent)
    silent?.destroy()
    this.#unknown.add(socket)
    const timer = setTimeout(() => socket.destroy(), HELLO_MS)
    const onReadable = () => {
      const hello = socket.read(HELLO_SIZE) as Buffer | null
      if (hello === null) return
      left()
      const called = this.#answering.get(hello.toString('hex'))
      if (called === undefined || called.refuses(socket.remoteAddress)) socket.destroy()
      else called.onStream(noiseOver(socket, { isInitiator: false, keyPair: called.keyPair }))
    }
    const left = () => {
      clearTimeout(timer)
      socket.off('readable', onReadable)
      this.#unknown.delete(socket)
    }
    socket.once('close', left)
    socket.on('readable', onReadable)
  }
}

export function callTcp({ host, port }: Endpoint, key: Uint8Array, keyPair: NodeKeyPair): Stream {
  const socket = connect({ host, port, noDelay: true, keepAlive: true })
  socket.on('error', () => {})
  socket.write(helloFor(key))
  return noiseOver(socket, { isInitiator: true, keyPair, remotePublicKey: key })
}

type Noise = { readonly isInitiator: boolean; readonly keyPair: NodeKeyPair; readonly remotePublicKey?: Uint8Array }

function noiseOver(socket: Socket, { isInitiator, ...keys }: Noise): Stream {
  const stream = new NoiseSecretStream(isInitiator, socket, { ...keys, pattern: PATTERN, keepAlive: KEEP_ALIVE_MS })
  stream.setTimeout(SILENT_MS)
  return stream
}

const helloFor = (key: Uint8Array): Buffer => Buffer.from(HyperDHT.hash(key))
