import HyperDHT, { type NoiseSecretStream } from 'hyperdht'
import type { InternetDht } from './internet-dht.ts'

/**
 * How whoever holds an invitation reaches its inviter on the internet: a key to call and a proof to call it with, both
 * made of the invitation's secret alone. Nobody else can compute the one or use it without the other, and neither says
 * anything of the circle.
 */
const wayOf = (secret: Uint8Array) => ({
  keyPair: HyperDHT.keyPair(derived('nst/1 invite door', secret)),
  proof: derived('nst/1 invite proof', secret),
})

const derived = (what: string, secret: Uint8Array): Uint8Array =>
  HyperDHT.hash(Buffer.concat([Buffer.from(what), secret]))

/** The inviter's: answers until the returned function is called. */
export async function answerInvite(
  dht: InternetDht,
  secret: Uint8Array,
  refuses: () => boolean,
  onStream: (stream: NoiseSecretStream) => void,
): Promise<() => Promise<void>> {
  const { keyPair, proof } = wayOf(secret)
  const server = dht.answerTo(() => [proof], { firewall: refuses }, onStream)
  await server.listen(keyPair)
  return () => server.close()
}

/** The newcomer's, with a key of this one call, through this relay if one is said. Opens, or closes by itself where nobody answers now. */
export function callInviter(
  dht: InternetDht,
  secret: Uint8Array,
  keyPair: { publicKey: Uint8Array; secretKey: Uint8Array },
  relay: Uint8Array | null,
): NoiseSecretStream {
  const way = wayOf(secret)
  return dht.callWith(way.proof, way.keyPair.publicKey, { keyPair, relayThrough: () => relay })
}

export const inviterKeys = (secret: Uint8Array) => wayOf(secret).keyPair
