import { existsSync } from 'node:fs'
import type { Client } from '../api/client.ts'
import { clientInProcess } from '../api/in-process.ts'
import { connectLocalSocket } from '../api/local-client.ts'
import type { Backend } from '../api/node-port.ts'
import { createRouter } from '../api/router.ts'
import { refusal } from '../domain/refusal.ts'
import { Refused, Stopped } from './stopping.ts'
import type { World } from './world.ts'

/** How long a command waits for another one that holds the store. */
const PATIENCE_MS = 10_000
const BETWEEN_TRIES_MS = 100

/** The part of the world that opening a node needs. */
export type Opening = Pick<World, 'openBackend' | 'signal' | 'now' | 'pause'>

type Reached = { readonly client: Client; readonly close: () => Promise<void> }
/** With a way to the nodes of people who have a key of their own on this device. */
type Owners = Reached & { readonly at: (beside: string) => Promise<Reached> }

/** Somebody who has a key on this device, as they are called; the owner where nobody is named. */
export async function reachAs(owners: Owners, name: string | undefined): Promise<Reached & { beside?: string }> {
  if (name === undefined) return owners
  const { people } = await owners.client.beside.list({})
  const [one, ...others] = people.filter((each) => each.beside === name || each.name === name)
  if (one === undefined || others.length > 0) throw new Refused(refusal('no-such-person', { name }))
  return { ...(await owners.at(one.beside)), beside: one.beside }
}

/** The node that runs on the folder, or, if none does, one started for this command alone. */
export async function reachNode(dir: string, world: World, isFirst: boolean): Promise<Owners> {
  // A question must not leave a store behind in a folder that was a slip of the finger.
  if (!isFirst && !existsSync(dir)) throw new Refused(refusal('no-profile'))
  return retryWhileBusy(world, async () => {
    const running = await connectLocalSocket(dir)
    if (running) {
      const at = async (beside: string) => {
        const theirs = await connectLocalSocket(dir, beside)
        if (theirs === undefined) throw new Refused(refusal('no-such-person'))
        return { client: theirs.client, close: async () => theirs.close() }
      }
      return { client: running.client, at, close: async () => running.close() }
    }
    const backend = await open(dir, world, isFirst)
    if (backend === 'busy') return 'busy'
    const at = async (beside: string) => {
      const port = await backend.at(beside)
      if (!port.ok) throw new Refused(port.refusal)
      return { client: clientInProcess(createRouter(port.value)), close: async () => {} }
    }
    return { client: clientInProcess(createRouter(backend.commands)), at, close: backend.close }
  })
}

/** A node for `up`: only one can be up on a folder, while a short command is waited for. */
export async function openNode(dir: string, world: Opening): Promise<Backend> {
  return retryWhileBusy(world, async () => {
    const running = await connectLocalSocket(dir)
    running?.close()
    if (running) throw new Refused(refusal('store-busy', { path: dir }))
    return open(dir, world, true)
  })
}

async function open(dir: string, world: Opening, mayBegin: boolean): Promise<Backend | 'busy'> {
  const opened = await world.openBackend(dir, mayBegin)
  if (opened.ok) return opened.value
  if (opened.refusal.code === 'store-busy') return 'busy'
  throw new Refused(opened.refusal)
}

async function retryWhileBusy<T>(world: Opening, attempt: () => Promise<T | 'busy'>): Promise<T> {
  const deadline = world.now() + PATIENCE_MS
  for (;;) {
    const found = await attempt()
    if (found !== 'busy') return found
    if (world.signal.aborted) throw new Stopped()
    if (world.now() >= deadline) throw new Refused(refusal('store-busy'))
    await world.pause(BETWEEN_TRIES_MS)
  }
}
