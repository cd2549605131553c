import { FORMAT } from '../../src/domain/event.ts'
import type { Body } from '../../src/domain/events.ts'
import { createFold, type Fold } from '../../src/domain/fold.ts'
import type { StateHash } from '../../src/domain/state-hash.ts'
import { toHex } from '../../src/log/crypto.ts'
import { attested, keysOf, seed, signed, tools, type Said } from './devices.ts'
import { Person } from './people.ts'

/** A new circle with its founder. Circles of other names have other ids. */
export function foundCircle(founder: string, circleName = 'Kitchen', practice = false): Person {
  const keys = keysOf(founder)
  const nonce = toHex(seed(`${circleName} nonce`))
  const body: Body<'circle.created'> = {
    name: circleName,
    aim: 'to cook together',
    domain: null,
    practice,
    nonce,
    epoch: toHex(seed(`${circleName} epoch`)),
    person: toHex(keys.person.publicKey),
    personName: founder,
    device: attested(keys, nonce),
  }
  const device = toHex(keys.sign.publicKey)
  const type = 'circle.created'
  const genesis = signed(
    { format: FORMAT, circle: null, device, seq: 1, prev: null, seen: [], type, body, at: 1 },
    keys,
  )
  const person = new Person(founder, keys, genesis.known.id, { now: 1000 })
  person.takes(genesis)
  return person
}

/** A forming circle whose first named founded it and admitted the others; all know all. */
export function circleOf(...names: readonly [string, ...string[]]): Person[] {
  const founder = foundCircle(names[0])
  const people = [founder, ...names.slice(1).map((name) => founder.admits(name))]
  together(...people)
  return people
}

/** Everyone gets what anyone of them knows. */
export function together(...people: readonly Person[]): void {
  const all = new Map(people.flatMap((person) => [...person.known]))
  for (const person of people) person.takes(...[...all.values()].filter((said) => !person.known.has(said.known.id)))
}

/** Everyone consents to the open round, hearing of each other, and the first named closes it. Answers with the close. */
export function agree(round: string, ...people: readonly [Person, ...Person[]]): string {
  for (const person of people) person.consents(round)
  together(...people)
  const close = people[0].closes(round)
  together(...people)
  return close
}

/** A fold of the events alone, given in this order. */
export function foldOf(circleId: string, events: readonly Said[]): Fold {
  const fold = createFold(circleId, tools)
  for (const { known } of events) fold.add(known)
  return fold
}

/** All of them have one and the same state, whole. Answers with it. */
export function expectSameCircle(...people: readonly Person[]): StateHash {
  const states = people.map((person) => person.stateHash())
  const first = states[0] ?? { stateHash: null, at: '', waiting: 0 }
  for (const [index, state] of states.entries()) {
    if (state.stateHash === null || state.at !== first.at || state.stateHash !== first.stateHash)
      throw new Error(
        `${people[index]?.name} has ${JSON.stringify(state)}, ${people[0]?.name} ${JSON.stringify(first)}`,
      )
  }
  return first
}

/** Everyone agrees on what one of them presents; answers with its close. */
export function agreed(people: readonly Person[], change: Parameters<Person['presents']>[0]): string {
  const [first] = people as readonly [Person]
  const proposal = first.presents(change)
  together(...people)
  const round = first.opensRound(proposal)
  together(...people)
  return agree(round, first, ...people.slice(1))
}
