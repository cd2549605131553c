import c from 'compact-encoding'
import Protomux, { type Channel } from 'protomux'
import type { Duplex } from 'node:stream'

/**
 * What a program speaks on a connection: `version`, and everything back to `least`. `program` is for people, who have to
 * know what to update to.
 */
export type Hello = { readonly version: number; readonly least: number; readonly program: string }

/** `newer`, `older`: what their program is, so that the two do not understand each other. */
export type Understanding = 'together' | 'newer' | 'older'

/** Raised with each change that an older program would misread; `least` when the last one goes that spoke so. */
export const SPOKEN = { version: 1, least: 1 } as const

const PROTOCOL = 'nst/hello'
const LONGEST = 1024
const LONGEST_NAME = 32

export function understanding(ours: Hello, theirs: Hello): Understanding {
  if (theirs.least > ours.version) return 'newer'
  return ours.least > theirs.version ? 'older' : 'together'
}

/**
 * The first that two nodes say to each other on any connection, and the one thing that never changes: a program of any
 * age reads it, and leaves unread what it does not know. `onHello` is told of theirs once, before anything that they say
 * after it; undefined for a program that says nothing of the kind.
 */
export function openHello(stream: Duplex, ours: Hello, onHello: (theirs: Hello | undefined) => void): void {
  const told = { already: false }
  const tell = (theirs: Hello | undefined) => {
    if (told.already) return
    told.already = true
    onHello(theirs)
  }
  const channel: Channel | null = Protomux.from(stream).createChannel({
    protocol: PROTOCOL,
    handshake: c.raw,
    messages: [],
    onopen: (bytes: Uint8Array) => tell(readHello(bytes)),
    onclose: () => {
      if (!stream.destroyed) tell(undefined)
    },
  })
  channel?.open(Buffer.from(JSON.stringify(ours)))
}

/** Total. */
export function readHello(bytes: Uint8Array): Hello | undefined {
  if (bytes.byteLength > LONGEST) return undefined
  try {
    const said = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<Record<keyof Hello, unknown>> | null
    const { version, least, program } = said ?? {}
    if (!isVersion(version) || !isVersion(least) || typeof program !== 'string') return undefined
    return { version, least, program: printable(program) }
  } catch {
    return undefined
  }
}

const isVersion = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0

/** It is shown to people. */
const printable = (text: string): string => text.replace(/[^\w.+-]/g, '').slice(0, LONGEST_NAME)
