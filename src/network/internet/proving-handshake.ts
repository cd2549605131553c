import NoiseWrap, { type NoiseHandshake, type NoisePayload } from 'hyperdht/lib/noise-wrap.js'
import type { NodeKeyPair } from '../quiet-dht.ts'

/**
 * The Noise handshake, mixed with something that only those know who belong together. The nodes that keep an
 * announcement know the key to call, and so may anyone who asks them; without the proof the first packet of a call opens
 * for nobody and is answered by nothing. A callee may take any of several proofs.
 */
export class ProvingHandshake extends NoiseWrap implements NoiseHandshake {
  readonly #proofs: readonly Uint8Array[]
  readonly #keyPair: NodeKeyPair

  constructor(keyPair: NodeKeyPair, remotePublicKey: Uint8Array | null, proofs: readonly Uint8Array[]) {
    super(keyPair, remotePublicKey)
    this.#proofs = proofs
    this.#keyPair = keyPair
    const [proof] = proofs
    if (remotePublicKey !== null && proof !== undefined) this.handshake.mixHash(proof)
  }

  override async recv(bytes: Uint8Array): Promise<NoisePayload> {
    try {
      return this.isInitiator ? await super.recv(bytes) : await this.#answer(bytes)
    } catch (cause) {
      // HyperDHT rethrows a TypeError or RangeError, which a stranger's bytes may bring about, uncaught.
      throw new Error('Not a handshake', { cause })
    }
  }

  async #answer(bytes: Uint8Array): Promise<NoisePayload> {
    for (const proof of this.#proofs) {
      const attempt = new NoiseWrap(this.#keyPair, null)
      attempt.handshake.mixHash(proof)
      try {
        const payload = await attempt.recv(bytes)
        this.handshake = attempt.handshake
        this.remotePublicKey = attempt.remotePublicKey
        return payload
      } catch {
        // Perhaps it proves to know another.
      }
    }
    throw new Error('Proves nothing that is known here')
  }
}
