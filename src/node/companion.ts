import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../domain/refusal.ts'
import { toHex } from '../log/crypto.ts'

import type { CircleSession } from './circle-session.ts'
import type { RunningNode } from './node.ts'
import { openNode } from './open-node.ts'
import type { Join } from './invitation/join.ts'
import type { Joining } from './joining.ts'
import { wireInProcess, type Wire } from './wire-in-process.ts'

/** A real node beside the person's and tied to it inside this process: of a companion, or of who has no device here. */
export interface CompanionNode {
  readonly node: RunningNode
  readonly session: CircleSession
  /** Ties it to the person's node again where something cut the wire. */
  mend(): void
  close(): Promise<void>
}

export interface Arrival {
  readonly host: RunningNode
  readonly session: CircleSession
  readonly folder: string
  readonly name: string
  readonly signal: AbortSignal
}

/** Opens a companion's node and sees to it that it is in the circle: by an invite, as anyone comes in. */
export async function bringCompanion({ host, session, folder, name, signal }: Arrival): Promise<CompanionNode> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { pace: _pace, primaryKey: _key, ...options } = host.options
  const node = must(await openNode({ ...options, folder }))
  let wire: Wire | undefined
  const close = async () => {
    await wire?.cut()
    await node.close()
  }
  try {
    if (!node.profile().ok) must(await node.createProfile(name))
    wire = wireInProcess(host.store, node.store)
    const theirs = await letIn(host, session, node, signal)
    const mend = () => {
      if (wire?.isCut() !== false) wire = wireInProcess(host.store, node.store)
    }
    return { node, session: theirs, mend, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What a companion can read a circle with; its logs are the caller's to remove. */
export async function removeCompanionKeys(folder: string): Promise<void> {
  const files = ['vault.json', 'profile.json', 'joins.json', 'transport.json', 'circles']
  for (const file of files) await rm(join(folder, file), { recursive: true, force: true })
}

async function letIn(
  host: RunningNode,
  session: CircleSession,
  node: RunningNode,
  signal: AbortSignal,
): Promise<CircleSession> {
  const inside = () => node.sessions().find(({ circle }) => circle.id === session.circle.id)
  const known = inside()
  if (known?.belongs() === true) return known
  const joining = must(node.joining())
  const join = openRequest(joining, session, host.options.clock()) ?? (await askIn(host, session, joining))
  await knock(host, session, joining)
  must(await host.inviting(session).confirm(join.request, join.code))
  const joined = await node.whenJoined(join.request, signal)
  const entered = inside()
  if (joined?.state !== 'joined' || entered === undefined) throw new Error('a companion did not come in')
  return entered
}

/** What an earlier life of the program left under way. An invite that has run out is no use: then anew. */
function openRequest(joining: Joining, session: CircleSession, now: number): Join | undefined {
  const ours = joining.list().filter(({ invite }) => invite.circle === session.circle.id)
  const received = session.keys().invites.flatMap(({ requests }) => requests)
  return ours.find(
    ({ state, request, invite }) =>
      ['waiting', 'confirmed'].includes(state) &&
      (received.some((one) => one.id === request && one.state === 'confirmed') || invite.expires > now),
  )
}

async function askIn(host: RunningNode, session: CircleSession, joining: Joining): Promise<Join> {
  const { invite } = await host.inviting(session).create([], undefined)
  return must(await joining.request(invite))
}

/** Carries what the two sides have to say to each other, as the knock channel of a connection would. */
async function knock(host: RunningNode, session: CircleSession, joining: Joining): Promise<void> {
  const inviting = host.inviting(session)
  for (const { invite, sealed } of joining.knocks()) {
    const id = toHex(invite)
    await inviting.knocked(id, sealed, (_status, payload) => {
      // It waits for the log, which comes by the wire; whoever waits for the join hears of its end.
      if (payload !== undefined) void joining.replied(id, payload).catch(() => undefined)
    })
  }
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw Object.assign(new Error(outcome.refusal.code), { refusal: outcome.refusal })
}
