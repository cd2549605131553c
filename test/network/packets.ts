import c from 'compact-encoding'

const REQUEST = 0x03

type Request = { internal?: boolean; target?: Uint8Array; value?: Uint8Array; id?: Uint8Array; token?: Uint8Array }

/** One request of the DHT protocol as it goes over the wire, true to form but for what it asks. */
export function packetOf(command: number, { internal = false, target, value, id, token }: Request = {}): Buffer {
  const flags =
    (id ? 1 : 0) |
    (token ? 2 : 0) |
    (internal ? 4 : 0) |
    (target === undefined ? 0 : 8) |
    (value === undefined ? 0 : 16)
  const none = Buffer.alloc(0)
  const head = Buffer.from([REQUEST, flags, 1, 2, 127, 0, 0, 1, 3, 4])
  const content = value === undefined ? none : c.encode(c.buffer, value)
  return Buffer.concat([head, id ?? none, token ?? none, Buffer.from([command]), target ?? none, content])
}

/** The value of a PEER_HANDSHAKE: mode and flags, then whatever stands for the Noise message. */
export const handshakeOf = (noise: Uint8Array, mode = 0, flags = 0, rest: Uint8Array = Buffer.alloc(0)): Buffer =>
  Buffer.concat([Buffer.from([flags, mode]), c.encode(c.buffer, noise), rest])
