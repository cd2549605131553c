import type { Client } from '../../src/api/client.ts'

const PART = 192 * 1024
/** As many arguments as a function surely takes. */
const AT_ONCE = 0x8000

/**
 * Hands a file to the program part by part; the program says no as soon as something in it is wrong. Answers with the
 * name of the reading. `tell` hears how much has gone over, from 0 to 1.
 */
export async function handOver(
  node: Client,
  circle: string,
  file: Blob,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { reading } = await node.imports.begin({ circle })
  let from = 0
  try {
    do {
      signal.throwIfAborted()
      const bytes = new Uint8Array(await file.slice(from, from + PART).arrayBuffer())
      from += PART
      await node.imports.add({ reading, part: base64(bytes), last: from >= file.size })
      tell(Math.min(1, from / file.size))
    } while (from < file.size)
    signal.throwIfAborted()
    return reading
  } catch (error) {
    await node.imports.leave({ reading }).catch(() => undefined)
    throw error
  }
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += AT_ONCE) binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE))
  return btoa(binary)
}
