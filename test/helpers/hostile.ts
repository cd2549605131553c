import messages from 'autobase/lib/messages.js'
import type Hypercore from 'hypercore'
import { CIRCLE, type Device } from './logs.ts'

export type Oplog = Parameters<typeof messages.OplogMessage.encode>[1]
export type Heads = Oplog['node']['heads']

/** A block as Autobase writes it, with anything about it changed. */
export function oplogBlock(node: Partial<Oplog['node']>, over: Partial<Oplog> = {}): Buffer {
  const whole: Oplog = {
    version: 2,
    optimistic: false,
    checkpoint: null,
    digest: null,
    trace: null,
    ...over,
    node: { heads: [], batch: 1, value: Buffer.from('hostile'), ...node },
  }
  const state = { start: 0, end: 0, buffer: null as Uint8Array | null }
  messages.OplogMessage.preencode(state, whole)
  const buffer = Buffer.alloc(state.end)
  messages.OplogMessage.encode({ ...state, buffer }, whole)
  return buffer
}

/** The device's own core below Autobase, sealed as the others expect; the device must not have its log open. */
export async function ownCore(of: Device, invitation: Device['invitation']): Promise<Hypercore> {
  const core = of.store.root
    .namespace(CIRCLE)
    .get({ name: 'local', encryption: { key: invitation.encryptionKey }, valueEncoding: 'binary' })
  await core.ready()
  return core
}
