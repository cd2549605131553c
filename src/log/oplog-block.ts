import messages from 'autobase/lib/messages.js'
import { equalBytes } from './crypto.ts'
import { BATCH_LIMIT } from './size.ts'

export type Head = { readonly key: Uint8Array; readonly length: number }
/** What Autobase writes for each append: `batch` counts down to 1, `heads` are the blocks it was written upon. */
export type OplogBlock = {
  readonly heads: readonly Head[]
  readonly batch: number
  readonly checkpoint: boolean
  readonly value: Uint8Array | null
}

const { OplogMessage } = messages
const OPLOG_VERSION = 2
/** Far more than the writers of a circle; a block of a million heads would only cost everybody time. */
const MOST_HEADS = 4096

/** Total. `undefined` for what no Autobase of ours writes: bytes that are not exactly one block, or odd fields. */
export function readOplogBlock(bytes: Uint8Array): OplogBlock | undefined {
  try {
    const message = OplogMessage.decode({ start: 0, end: bytes.byteLength, buffer: bytes })
    if (message.version !== OPLOG_VERSION || message.optimistic) return undefined
    // The decoder skips what it does not know; what it cannot write again, it has not understood.
    if (!equalBytes(encodeMessage(message), bytes)) return undefined
    const { heads, batch, value } = message.node
    return { heads, batch, value, checkpoint: message.checkpoint !== null }
  } catch {
    return undefined
  }
}

function encodeMessage(message: ReturnType<typeof OplogMessage.decode>): Uint8Array {
  const state = { start: 0, end: 0, buffer: null as Uint8Array | null }
  OplogMessage.preencode(state, message)
  const buffer = Buffer.alloc(state.end)
  OplogMessage.encode({ ...state, buffer }, message)
  return buffer
}

export type Place = {
  readonly writer: Uint8Array
  /** Index of the block in the writer's core. */
  readonly index: number
  /** The `batch` of the block before, where that is not done yet; 1 where a new batch begins here. */
  readonly before: number
  readonly founder: boolean
}

/**
 * Whether Autobase can take the block as the next of its writer. It depends on this log alone, so everyone judges
 * alike. Each condition stands for an assertion in Autobase that would close the base of whoever reads the block.
 */
export function isPlausible(block: OplogBlock, { writer, index, before, founder }: Place): boolean {
  if (block.checkpoint && !founder) return false
  if (!isLength(block.batch) || block.batch > BATCH_LIMIT) return false
  if (block.heads.length > MOST_HEADS || !block.heads.every(({ length }) => isLength(length))) return false
  if (before > 1) return block.batch === before - 1 && isOnly(block.heads, { key: writer, length: index })
  return areDistinct(block.heads) && !block.heads.some((head) => isOwnFuture(head, writer, index))
}

const isLength = (value: number): boolean => Number.isSafeInteger(value) && value >= 1

const isOnly = (heads: readonly Head[], { key, length }: Head): boolean =>
  heads.length === 1 && heads[0]?.length === length && equalBytes(heads[0].key, key)

const areDistinct = (heads: readonly Head[]): boolean =>
  new Set(heads.map(({ key, length }) => `${Buffer.from(key).toString('hex')}:${length}`)).size === heads.length

const isOwnFuture = (head: Head, writer: Uint8Array, index: number): boolean =>
  head.length > index && equalBytes(head.key, writer)
