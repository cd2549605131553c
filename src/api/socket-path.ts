import { join } from 'node:path'

/** The kernel's room for a socket's path, without the closing zero: 107 bytes on Linux, 103 elsewhere. */
const ROOM = process.platform === 'linux' ? 107 : 103

/** Where the node of a data folder answers; undefined where the folder's path is too long for a socket. */
export function socketPath(dir: string): string | undefined {
  const path = join(dir, 'node.sock')
  return Buffer.byteLength(path) > ROOM ? undefined : path
}
