import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** What `@electron/fuses` looks for in the binary: its mark, the version and number of fuses, and each fuse's state. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const STATES = '101101011'

/**
 * A STAND-IN for Electron's own binary, where that cannot be had: enough for the packaging to run, and nothing that could
 * show a window. Answers with the folder to give as ELECTRON_ZIP_DIR.
 */
export async function writeStandIn(folder: string, version: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const binary = Buffer.concat([
    Buffer.from(`#!/bin/sh\necho 'a stand-in for Electron: no program'; exit 1\n# ${FUSES}`),
    Buffer.from([1, STATES.length]),
    Buffer.from(`${STATES}\n`),
  ])
  const zip = zipOf([
    ['electron', binary, 0o755],
    ['version', Buffer.from(version), 0o644],
    ['LICENSE', Buffer.from('stand-in'), 0o644],
    ['LICENSES.chromium.html', Buffer.from('stand-in'), 0o644],
    ['resources/default_app.asar', Buffer.alloc(0), 0o644],
    ['chrome-sandbox', Buffer.alloc(0), 0o755],
  ])
  await writeFile(join(folder, `electron-v${version}-linux-${process.arch}.zip`), zip)
  return folder
}

type Entry = readonly [name: string, bytes: Buffer, mode: number]

/** As PKWARE's APPNOTE has it, uncompressed. */
function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const [name, bytes, mode] of entries) {
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(bytes.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), bytes])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 6)
    rest.writeUInt32LE(at, 10)
    // 3: made on Unix, so that modes count.
    centrals.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), shared, rest, Buffer.from(name))
    locals.push(local)
    at += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end])
}
