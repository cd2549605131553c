import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { isOver, isRevealOpen, notRevealed, standingSeals } from '../domain/selections/queries.ts'
import type { SelectionRecord } from '../domain/selections/records.ts'
import { nominationSeal } from '../domain/selections/seal.ts'
import type { Outcome } from '../domain/refusal.ts'
import { hashText, toHex } from '../log/crypto.ts'
import type { Chance } from './chance.ts'
import type { CircleSession, Spoken } from './circle-session.ts'
import { localFile, type LocalFile } from './local-file.ts'

/** What this device's seals hold: nobody else can know, so it is kept before the seal is said. */
const Openings = z.array(
  z.strictObject({
    selection: Id,
    seal: Id,
    nominee: Id.nullable(),
    reason: z.string().nullable(),
    salt: Id,
  }),
)
type Opening = z.infer<typeof Openings>[number]

/** One person's sealed nominations in one circle, from sealing to opening. D3 row 15. */
export class Nominations {
  readonly #session: CircleSession
  readonly #file: LocalFile<Opening[]>
  readonly #chance: Chance
  #revealing: Promise<void> | undefined

  constructor(session: CircleSession, folder: string, chance: Chance) {
    this.#session = session
    this.#chance = chance
    const path = join(folder, 'circles', `${session.circle.id}.nominations.json`)
    this.#file = localFile({ path, kind: 'nominations', schema: Openings })
  }

  /** Kept on the disk first: a seal whose words are lost could never be opened. */
  async seal(
    selection: string,
    nominee: string | null,
    reason: string | null,
    asOf: string | undefined,
  ): Promise<Outcome<Spoken>> {
    const salt = toHex(this.#chance(32))
    const seal = nominationSeal(selection, this.#session.me, { nominee, reason, salt }, hashText)
    await this.#file.update((now = []) => [
      ...now.filter((one) => this.#isWanted(one)),
      { selection, seal, nominee, reason, salt },
    ])
    return this.#session.say({ type: 'nomination.sealed', body: { selection, seal } }, asOf)
  }

  /** What this person stands on, where this device sealed it. */
  async own(selection: SelectionRecord): Promise<Opening | undefined> {
    const seals = standingSeals(selection, this.#session.me)
    if (seals.length === 0) return undefined
    return (await this.#file.read())?.find(({ seal }) => seals.some((one) => one.seal === seal))
  }

  /** Opens what this device sealed, wherever it is time to; asked at every change, and once at a time. */
  revealDue(): Promise<void> {
    if (this.#due().length === 0) return Promise.resolve()
    this.#revealing ??= this.#reveal().finally(() => (this.#revealing = undefined))
    return this.#revealing
  }

  async #reveal(): Promise<void> {
    const openings = (await this.#file.read()) ?? []
    for (const { selection, id, seal } of this.#due()) {
      const opening = openings.find((one) => one.seal === seal)
      // Sealed by another device of theirs, which has the words.
      if (opening === undefined) continue
      const { nominee, reason, salt } = opening
      await this.#session.say({ type: 'nomination.revealed', body: { selection, sealed: id, nominee, reason, salt } })
    }
  }

  #due() {
    const { circle, me } = this.#session
    const open = [...circle.selections.values()].filter((one) => isRevealOpen(circle, one))
    return open.flatMap((selection) =>
      notRevealed(selection)
        .filter(({ person }) => person === me)
        .map(({ id, seal }) => ({ selection: selection.id, id, seal })),
    )
  }

  /** Of selections that are over, what was opened or never will be is not kept. */
  #isWanted({ selection }: Opening): boolean {
    const { circle } = this.#session
    const record = circle.selections.get(selection)
    return record === undefined || !isOver(circle, record)
  }
}
