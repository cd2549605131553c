import { lightBeacon, readBeacon, SLOTS, type Beacon, type Saying } from './beacon.ts'
import { announcement, hear, question } from './dns-sd.ts'
import { openMulticast, type Multicast } from './multicast.ts'

/** Something whose members look for each other, such as a circle; `id` is for the one who asks alone. */
export type Place = {
  readonly id: string
  /** What is said under this secret; nothing where one only looks… */
  readonly says?: Saying
  /** … and what is listened for under these. */
  readonly hears: readonly Uint8Array[]
}
export type Sighting = {
  readonly place: string
  /** The public key to call, hex. */
  readonly peer: string
  readonly host: string
  readonly port: number
  readonly tcp: number
}
export type LanOptions = {
  readonly clock: () => number
  readonly chance: (size: number) => Uint8Array
  readonly onSighting: (sighting: Sighting) => void
  /** They said farewell, perhaps to come back under another name: nobody needs to call them there. */
  readonly onFarewell: (sighting: Omit<Sighting, 'host'>) => void
  /** This machine has an address no more: whoever was `reached` by it is cut off. */
  readonly onGone: (reached: (host: string) => boolean) => void
}

type Own = { readonly name: string; readonly beacon: Beacon; readonly port: number }

const FIRST_ASK_MS = 1_000
const LONGEST_ASK_MS = 30_000
const ANSWER_WITHIN_MS = 100
/** Under new names after that. */
const RENEW_MS = 10 * 60_000
const MOST_HEARD = 512

/**
 * Finds those who hold the same secrets in the networks of this machine, by multicast DNS under names that mean nothing,
 * and is found. Silent while there is no place. Whoever is seen is told of at each beacon, perhaps again and again.
 */
export class Lan {
  readonly #options: LanOptions
  #places: readonly Place[] = []
  #multicast: Multicast | undefined
  #own: readonly Own[] = []
  /** Beacons by name, and whom they show; a beacon under a known name is read once. */
  readonly #heard = new Map<string, { salt: string; sightings: readonly Omit<Sighting, 'host'>[] }>()
  #asking: NodeJS.Timeout | undefined
  #answering: NodeJS.Timeout | undefined
  #renewing: NodeJS.Timeout | undefined

  constructor(options: LanOptions) {
    this.#options = options
  }

  /** From now on for these places and no others. */
  setPlaces(places: readonly Place[]): void {
    this.#farewell()
    this.#places = places
    this.#heard.clear()
    if (places.length === 0) return this.#silence()
    this.#renew()
    if (this.#multicast !== undefined) return this.ask()
    this.#multicast = openMulticast({
      onMessage: (bytes, host) => this.#hear(bytes, host),
      onArrival: () => this.ask(),
      onGone: this.#options.onGone,
      clock: this.#options.clock,
    })
  }

  /** Looks around at once, then less and less often: somebody is missing, or this machine came to another network. */
  ask(): void {
    if (this.#multicast === undefined) return
    clearTimeout(this.#asking)
    const again = (wait: number) => {
      // Everybody says now and then that they are there: it is enough to ask at the start.
      if (wait < LONGEST_ASK_MS) this.#multicast?.send(question)
      this.#announce()
      this.#asking = setTimeout(() => again(Math.min(wait * 3, LONGEST_ASK_MS)), wait)
      this.#asking.unref()
    }
    again(FIRST_ASK_MS)
  }

  close(): void {
    this.#farewell()
    this.#silence()
  }

  #silence(): void {
    this.#multicast?.close()
    this.#multicast = undefined
    for (const timer of [this.#asking, this.#answering, this.#renewing]) clearTimeout(timer)
    this.#answering = undefined
    this.#own = []
  }

  #announce(ends = false): void {
    for (const { name, beacon, port } of this.#own)
      this.#multicast?.send(({ address }) => announcement({ name, beacon, ends }, { host: address, port }))
  }

  #farewell(): void {
    this.#announce(true)
  }

  /** New names: nobody can follow a node by them for long. */
  #renew(): void {
    const { clock, chance } = this.#options
    const sayings = this.#places.flatMap(({ says }) => says ?? [])
    const groups = Array.from({ length: Math.ceil(sayings.length / SLOTS) }, (_, at) =>
      sayings.slice(at * SLOTS, (at + 1) * SLOTS),
    )
    this.#own = groups.map((group) => ({
      name: Buffer.from(chance(8)).toString('hex'),
      beacon: lightBeacon(group, clock(), chance),
      port: group[0]?.at.port ?? 0,
    }))
    clearTimeout(this.#renewing)
    this.#renewing = setTimeout(() => {
      this.#farewell()
      this.#renew()
      this.#announce()
    }, RENEW_MS)
    this.#renewing.unref()
  }

  #hear(bytes: Uint8Array, host: string): void {
    const heard = hear(bytes)
    if (heard?.asks === true) this.#answerSoon()
    for (const { name, beacon, ends } of heard?.notices ?? []) {
      if (this.#own.some((own) => own.name === name)) continue
      if (ends) this.#part(name)
      else for (const sighting of this.#read(name, beacon)) this.#options.onSighting({ ...sighting, host })
    }
  }

  #part(name: string): void {
    for (const sighting of this.#heard.get(name)?.sightings ?? []) this.#options.onFarewell(sighting)
    this.#heard.delete(name)
  }

  /** Many may be asked at once: they do not all speak in the same moment, and none speaks twice. */
  #answerSoon(): void {
    const [lot = 0] = this.#options.chance(1)
    this.#answering ??= setTimeout(
      () => {
        this.#answering = undefined
        this.#announce()
      },
      (lot / 256) * ANSWER_WITHIN_MS,
    ).unref()
  }

  #read(name: string, beacon: Beacon): readonly Omit<Sighting, 'host'>[] {
    const salt = Buffer.from(beacon.salt).toString('hex')
    const known = this.#heard.get(name)
    if (known?.salt === salt) return known.sightings
    const sightings = this.#places.flatMap(({ id, hears }) =>
      hears.flatMap((secret) => {
        const at = readBeacon(beacon, secret, this.#options.clock())
        return at === undefined
          ? []
          : [{ place: id, peer: Buffer.from(at.peer).toString('hex'), port: at.port, tcp: at.tcp }]
      }),
    )
    // Anyone may shout any number of names: the oldest are forgotten.
    const [oldest] = this.#heard.size >= MOST_HEARD ? this.#heard.keys() : []
    if (oldest !== undefined) this.#heard.delete(oldest)
    this.#heard.set(name, { salt, sightings })
    return sightings
  }
}
