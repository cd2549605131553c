import { rm } from 'node:fs/promises'
import { purpose } from '../../domain/purpose.ts'
import { personName } from '../../domain/members/person-name.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import type { CircleSession, Saying } from '../circle-session.ts'
import { realDisk } from '../disk.ts'
import type { RunningNode } from '../node.ts'
import { bringCompanion, removeCompanionKeys, type CompanionNode } from '../companion.ts'
import { linesOf, type PracticeLanguage } from './lines.ts'
import { nextNomination, type Nominating } from './next-nomination.ts'
import { nextSaying, type Part } from './next-saying.ts'
import { realPace } from './pace.ts'
import { companionFolder, practiceFolder, practiceRecord, removePracticeRecord, type PracticeRecord } from './record.ts'

const PARTS: readonly [Part, Part] = ['asks', 'objects']

/** How long the companions take before the person's screen is theirs again after a start of the program. */
const WAKING_MS = 1_000
const READING_MS = 2_500
/** After something broke: a full disk, say. */
const RETRY_MS = 30_000
/** Some things take longer to write. */
const THINKING_MS: Partial<Record<(Saying | Nominating)['type'], number>> = {
  nominate: 4_000,
  'question.asked': 4_000,
  'objection.raised': 5_000,
  'reaction.given': 3_500,
}

type Names = PracticeRecord['names']

/**
 * One person practises with two companions that the program plays: real nodes in a circle that says for ever that it is
 * for practice. They speak one at a time, each only when all three nodes know the same, so that the same circle always
 * hears the same words; and what they say next stands in no file, only in the circle.
 */
export class Practice {
  readonly #node: RunningNode
  readonly #closing = new AbortController()
  #record: PracticeRecord | undefined
  readonly #loaded: Promise<void>
  #heard: CircleSession | undefined
  #companions: readonly CompanionNode[] = []
  #waiting: (() => void) | undefined
  #turns: Promise<unknown>

  constructor(node: RunningNode) {
    this.#node = node
    this.#loaded = this.#load()
    this.#turns = this.#loaded.then(() => this.#resume()).catch((error: unknown) => this.#warn(error))
    node.closesFirst(() => this.#close())
  }

  /** Resolves with the circle's id when both companions are in. Where one is here already, with that one's. */
  start(language: PracticeLanguage, names: Names = [...linesOf(language).names]): Promise<Outcome<string>> {
    return this.#inTurn(async () => {
      const profile = this.#node.profile()
      if (!profile.ok) return profile
      const [one, other] = [personName(names[0]), personName(names[1])]
      if (!one.ok) return one
      if (!other.ok) return other
      if (this.session() === undefined) {
        this.#record = { language, names: [one.value, other.value], ending: false }
        await practiceRecord(this.#folder).save(this.#record)
        const founded = await this.#node.found({ ...linesOf(language).circle, domain: null }, true)
        if (!founded.ok) return founded
      }
      const session = await this.#gather()
      if (session === undefined) return refuse('no-such-circle')
      this.#wake()
      return accept(session.circle.id)
    })
  }

  /** Keys first, so that whatever a crash leaves cannot be read; then the companions' folders. */
  end(): Promise<Outcome<string>> {
    return this.#inTurn(async () => {
      const circle = this.session()?.circle.id
      if (circle === undefined) return refuse('no-such-circle')
      await practiceRecord(this.#folder).save({ ...this.#settings(), ending: true })
      await this.#erase()
      return accept(circle)
    })
  }

  /** The practice circle that this person founded, if there is one. */
  session(): CircleSession | undefined {
    return this.#node.sessions().find((one) => one.keys().founder && purpose(one.circle).practice)
  }

  async language(): Promise<PracticeLanguage> {
    await this.#loaded
    return this.#settings().language
  }

  get #folder(): string {
    return this.#node.options.folder
  }

  #settings(): PracticeRecord {
    return this.#record ?? { language: 'en', names: [...linesOf('en').names], ending: false }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turns.then(work, work)
    this.#turns = mine.catch(() => undefined)
    return mine
  }

  /** A record that cannot be read is told of; the practice goes on in English. */
  async #load(): Promise<void> {
    try {
      this.#record = await practiceRecord(this.#folder).read()
    } catch (error) {
      this.#warn(error)
    }
  }

  async #resume(): Promise<void> {
    if (this.#record?.ending === true) await this.#erase()
    else if (this.session() !== undefined) this.#after(WAKING_MS)
  }

  /** Everyone who plays a part, in the circle and in touch; undefined where there is nothing to play. */
  async #gather(): Promise<CircleSession | undefined> {
    const session = this.session()
    if (session === undefined || this.#closing.signal.aborted) return undefined
    const wake = () => this.#wake()
    if (this.#heard !== session) session.follower.on('change', wake)
    this.#heard = session
    for (const companion of this.#companions) companion.mend()
    for (let index = this.#companions.length; index < PARTS.length; index += 1) {
      const [folder, name] = [companionFolder(this.#folder, index), this.#settings().names[index] ?? '']
      const companion = await bringCompanion({ host: this.#node, session, folder, name, signal: this.#closing.signal })
      companion.session.follower.on('change', wake)
      this.#companions = [...this.#companions, companion]
    }
    return session
  }

  /** Something changed: does anybody have something to say, and is nobody about to speak? */
  #wake(): void {
    const next = this.#next()
    if (next !== undefined) this.#after(THINKING_MS[next.saying.type] ?? READING_MS)
  }

  #after(ms: number): void {
    if (this.#waiting !== undefined || this.#closing.signal.aborted) return
    const pace = this.#node.options.pace ?? realPace
    this.#waiting = pace(ms, () => {
      this.#waiting = undefined
      void this.#inTurn(() => this.#speak()).catch((error: unknown) => {
        this.#warn(error)
        this.#after(RETRY_MS)
      })
    })
  }

  async #speak(): Promise<void> {
    if ((await this.#gather()) === undefined) return
    const next = this.#next()
    if (next === undefined) return
    const said = await say(next.companion, next.saying)
    // The circle went on between the thought and the word: looked at again, or nobody would speak until the next change.
    if (said.ok) this.#wake()
    else this.#after(READING_MS)
  }

  /** Whoever speaks next, and what. Nobody where the nodes do not know the same yet: the change that comes wakes us. */
  #next(): { readonly companion: CompanionNode; readonly saying: Saying | Nominating } | undefined {
    const session = this.session()
    if (session === undefined || this.#companions.length < PARTS.length) return undefined
    const at = session.at()
    if (this.#companions.some((companion) => companion.session.at() !== at)) return undefined
    const lines = linesOf(this.#settings().language)
    for (const [index, part] of PARTS.entries()) {
      const companion = this.#companions[index]
      if (companion === undefined) continue
      const of = { me: companion.session.me, part, lines }
      const { circle } = companion.session
      const saying = nextSaying(circle, of) ?? nextNomination(circle, of)
      if (saying !== null) return { companion, saying }
    }
    return undefined
  }

  async #erase(): Promise<void> {
    await this.#dismiss()
    const session = this.session()
    if (session !== undefined) await this.#node.forget(session.circle.id)
    for (const index of PARTS.keys()) await removeCompanionKeys(companionFolder(this.#folder, index))
    await rm(practiceFolder(this.#folder), { recursive: true, force: true })
    await realDisk.syncFolder(this.#folder)
    await removePracticeRecord(this.#folder)
    this.#record = undefined
    this.#heard = undefined
  }

  async #dismiss(): Promise<void> {
    this.#waiting?.()
    this.#waiting = undefined
    const gone = this.#companions
    this.#companions = []
    await Promise.all(gone.map((companion) => companion.close()))
  }

  async #close(): Promise<void> {
    this.#closing.abort()
    await this.#turns.catch(() => undefined)
    await this.#dismiss()
  }

  #warn(error: unknown): void {
    if (this.#closing.signal.aborted) return
    this.#node.options.warn(`practice: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A nomination is sealed on the companion's own device, and opened by it once all have sealed. */
async function say({ node, session }: CompanionNode, saying: Saying | Nominating): Promise<Outcome<unknown>> {
  if (saying.type !== 'nominate') return session.say(saying)
  const { selection, nominee, reason } = saying
  return node.nominations(session).seal(selection, nominee, reason, undefined)
}
