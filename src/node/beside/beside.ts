import { rm } from 'node:fs/promises'
import { personName } from '../../domain/members/person-name.ts'
import { purpose } from '../../domain/purpose.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { toHex } from '../../log/crypto.ts'
import type { CircleSession } from '../circle-session.ts'
import { bringCompanion, removeCompanionKeys, type CompanionNode } from '../companion.ts'
import { realDisk } from '../disk.ts'
import type { RunningNode } from '../node.ts'
import { realPace } from '../practice/pace.ts'
import { phraseIn } from '../vault.ts'
import { besideFolder, besideRecord, type One } from './record.ts'

/** How long after a start they come up, so that a short command does not wait for them. */
const WAKING_MS = 1_500
/** Longest wait for two nodes of one process to know the same. */
const IN_STEP_MS = 5_000

/**
 * People who came without a device and have a key of their own on this one ([V6]): each a whole node beside the owner's,
 * tied to it inside this process. They speak when the device is handed to them, and take their key home on paper.
 */
export class Beside {
  readonly #node: RunningNode
  readonly #closing = new AbortController()
  readonly #up = new Map<string, CompanionNode>()
  #people: readonly One[] = []
  readonly #loaded: Promise<void>
  #waiting: (() => void) | undefined
  #turns: Promise<unknown>

  constructor(node: RunningNode) {
    this.#node = node
    this.#loaded = this.#load()
    this.#turns = this.#loaded.catch((error: unknown) => this.#warn(error))
    node.closesFirst(() => this.#close())
  }

  async people(): Promise<readonly One[]> {
    await this.#loaded
    return this.#people.filter(({ leaving }) => !leaving)
  }

  /** Whose words theirs are in their circle; null while their node is not up yet. */
  personOf({ beside }: One): string | null {
    return this.#up.get(beside)?.session.me ?? null
  }

  /** Gives somebody who is here a key of their own, and lets them into the circle with it. */
  add(session: CircleSession, called: string): Promise<Outcome<One>> {
    return this.#inTurn(async () => {
      const name = personName(called)
      if (!name.ok) return name
      if (purpose(session.circle).practice) return refuse('practice-circle')
      const beside = toHex(this.#node.options.chance(8))
      const one = { beside, circle: session.circle.id, name: name.value, leaving: false }
      await this.#keep([...this.#people, one])
      const said = await this.#enter(one, session.me).catch(async (error: unknown) => {
        // Not let in: nothing of it is to stay here.
        await this.#erase(beside)
        throw error
      })
      return said.ok ? accept(one) : said
    })
  }

  /** The first that they say is whose device it is. */
  async #enter(one: One, from: string): Promise<Outcome<unknown>> {
    const companion = await this.#bring(one)
    return companion.ok ? companion.value.session.say({ type: 'device.borrowed', body: { from } }) : companion
  }

  /** Their node, for who was handed the device. */
  open(beside: string): Promise<Outcome<RunningNode>> {
    return this.#inTurn(async () => {
      const one = this.#find(beside)
      if (one === undefined) return refuse('no-such-person')
      const companion = await this.#bring(one)
      if (!companion.ok) return companion
      // A node that just came up knows nothing yet of what the others said since.
      await this.#inStep(companion.value)
      return accept(companion.value.node)
    })
  }

  /** Their 24 words, to be written on a slip of paper. */
  async slip(beside: string): Promise<Outcome<string>> {
    await this.#loaded
    const one = this.#find(beside)
    const phrase = one === undefined ? undefined : await phraseIn(besideFolder(this.#folder, one.beside))
    return phrase === undefined ? refuse('no-such-person') : accept(phrase)
  }

  /** They go home with their words: what could speak for them is taken off this device. */
  takeHome(beside: string): Promise<Outcome<string>> {
    return this.#inTurn(async () => {
      const one = this.#find(beside)
      if (one === undefined) return refuse('no-such-person')
      await this.#keep(this.#people.map((each) => (each === one ? { ...each, leaving: true } : each)))
      await this.#erase(beside)
      return accept(one.name)
    })
  }

  get #folder(): string {
    return this.#node.options.folder
  }

  #find(beside: string): One | undefined {
    return this.#people.find((one) => one.beside === beside && !one.leaving)
  }

  async #load(): Promise<void> {
    this.#people = (await besideRecord(this.#folder).read())?.people ?? []
    if (this.#people.length === 0) return
    const pace = this.#node.options.pace ?? realPace
    this.#waiting = pace(
      WAKING_MS,
      () => void this.#inTurn(() => this.#wake()).catch((error: unknown) => this.#warn(error)),
    )
  }

  /** Their words reach the owner's device, and the others', without anybody having to hand it to them. */
  async #wake(): Promise<void> {
    for (const one of this.#people) {
      if (one.leaving) await this.#erase(one.beside)
      else await this.#bring(one)
    }
  }

  async #bring(one: One): Promise<Outcome<CompanionNode>> {
    const known = this.#up.get(one.beside)
    known?.mend()
    if (known !== undefined) return accept(known)
    const session = this.#node.sessions().find(({ circle }) => circle.id === one.circle)
    if (session === undefined || this.#closing.signal.aborted) return refuse('no-such-circle')
    const folder = besideFolder(this.#folder, one.beside)
    const parts = { host: this.#node, session, folder, name: one.name, signal: this.#closing.signal }
    const companion = await bringCompanion(parts)
    this.#up.set(one.beside, companion)
    this.#node.changes.tell(null)
    return accept(companion)
  }

  /** Until both know the same, or for as long as that may take. */
  async #inStep({ session }: CompanionNode): Promise<void> {
    const owner = this.#node.sessions().find(({ circle }) => circle.id === session.circle.id)
    if (owner === undefined) return
    await new Promise<void>((resolve) => {
      const both = [owner.follower, session.follower]
      const done = () => {
        clearTimeout(late)
        for (const one of both) one.off('change', look)
        resolve()
      }
      const look = () => (owner.at() === session.at() ? done() : undefined)
      const late = setTimeout(done, IN_STEP_MS)
      for (const one of both) one.on('change', look)
      look()
    })
  }

  /** Keys first, so that whatever a crash leaves cannot be read. */
  async #erase(beside: string): Promise<void> {
    const companion = this.#up.get(beside)
    this.#up.delete(beside)
    await companion?.close()
    const folder = besideFolder(this.#folder, beside)
    await removeCompanionKeys(folder)
    await rm(folder, { recursive: true, force: true })
    await realDisk.syncFolder(this.#folder)
    await this.#keep(this.#people.filter((one) => one.beside !== beside))
    this.#node.changes.tell(null)
  }

  async #keep(people: readonly One[]): Promise<void> {
    await besideRecord(this.#folder).save({ people: [...people] })
    this.#people = people
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turns.then(work, work)
    this.#turns = mine.catch(() => undefined)
    return mine
  }

  async #close(): Promise<void> {
    this.#waiting?.()
    this.#closing.abort()
    await this.#turns.catch(() => undefined)
    const gone = [...this.#up.values()]
    this.#up.clear()
    // What they said last is with the owner before their nodes go.
    await Promise.all(gone.map((companion) => this.#inStep(companion)))
    await Promise.all(gone.map((companion) => companion.close()))
  }

  #warn(error: unknown): void {
    if (this.#closing.signal.aborted) return
    this.#node.options.warn(`beside: ${error instanceof Error ? error.message : String(error)}`)
  }
}
