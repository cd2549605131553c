import Hypercore from 'hypercore'

/** Says who signs a core; the core's key is its hash. Opaque to us, in Hypercore's own encoding. */
type ManifestCodec = {
  parseManifest(bytes: Uint8Array): object
  key(manifest: object): Uint8Array
}
type HasManifest = { getManifest(options: { raw: true }): Uint8Array }

const codec = Hypercore as unknown as ManifestCodec

export const manifestBytes = (core: Hypercore): Uint8Array =>
  (core as unknown as HasManifest).getManifest({ raw: true })

/** `undefined` unless the bytes are the manifest of the core with this key. */
export function manifestOf(bytes: Uint8Array, key: Uint8Array): object | undefined {
  try {
    const manifest = codec.parseManifest(bytes)
    return Buffer.from(codec.key(manifest)).equals(key) ? manifest : undefined
  } catch {
    return undefined
  }
}
