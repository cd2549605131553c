import { describe, expect, it } from 'vitest'
import { agreementState, validCloses } from '../../src/domain/agreements/queries.ts'
import type { Fold } from '../../src/domain/fold.ts'
import { selectionState } from '../../src/domain/selections/queries.ts'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { stateHash } from '../../src/domain/state-hash.ts'
import { hashText } from '../../src/log/crypto.ts'
import { foldOf } from '../helpers/circles.ts'
import { belongingStates } from '../helpers/belonging-acts.ts'
import { certificateOf } from '../helpers/certificates.ts'
import { tools, type Said } from '../helpers/devices.ts'
import { Dice } from '../helpers/dice.ts'
import { faultsOf, makeHistory, type History } from '../helpers/histories.ts'
import type { Person } from '../helpers/people.ts'

/** Minutes, not seconds: others may be busy on the machine, and a soak is long. */
const PATIENCE = { timeout: 60 * 60_000 }

const one = process.env['NST_SEED']
const count = Number(process.env['NST_HISTORIES'] ?? 500)
/** The first of them: a soak that found something goes on from there. */
const from = Number(process.env['NST_FROM'] ?? 1)
const seeds = one === undefined ? Array.from({ length: count }, (_, index) => index + from) : [Number(one)]

const AGREED = ['in-force', 'settled', 'contested', 'superseded']
const SELECTED = ['revealed', 'changing', 'proposed', 'consenting', 'selected', 'none-suitable']
const BELONGING = [
  'removed',
  'rested',
  'opposed',
  'suspended',
  'absent',
  'silent-on-change',
  'kept',
  'without',
  'epoch',
]

describe('random histories', () => {
  it(
    `[S1] [D2.6] ${seeds.length} histories of five people apart: one state per set of events, and no law is broken`,
    PATIENCE,
    () => {
      const seen = new Map<string, number>()
      for (const seed of seeds) for (const state of statesOf(seed)) seen.set(state, (seen.get(state) ?? 0) + 1)
      if (process.env['NST_TELL'] !== undefined) process.stderr.write(`${JSON.stringify([...seen])}\n`)
      const rare = [...AGREED, ...SELECTED, ...BELONGING].filter((state) => (seen.get(state) ?? 0) < 8)
      // A run that never meets a state says nothing about it.
      expect(seeds.length < 500 ? [] : rare).toEqual([])
    },
  )
})

function statesOf(seed: number): string[] {
  try {
    return judged(seed).states
  } catch (cause) {
    const again = `NST_SEED=${seed} npx vitest run -c test/vitest.config.ts histories`
    throw new Error(`history ${seed} (again: ${again}): ${cause instanceof Error ? cause.message : ''}`, { cause })
  }
}

function judged(seed: number): { states: string[] } {
  const met = new Set<string>()
  const watch = watching(seed, met)
  const history = makeHistory(seed, watch)
  for (const person of history.people) {
    person.takes(...history.events)
    watch(person)
  }
  const last = stateOf((history.people[0] as Person).fold)
  if (last.waiting !== 0 || last.state === null) throw new Error('something still waits')
  for (const person of history.people) mustBe(last, stateOf(person.fold), person.name)
  for (const order of [1, 2]) mustBe(last, stateOf(delivered(history, seed * 7 + order)), `order ${order}`)
  verdictsHold(history, seed)
  if (seed % 4 === 0) certificatesHold(history.people[0] as Person)
  const { circle } = (history.people[0] as Person).fold
  const agreements = [...circle.agreements.values()].map((agreement) => agreementState(circle, agreement))
  return { states: [...agreements, ...met, ...belongingStates(circle)] }
}

/** All that two folds of one set of events must share. */
function stateOf(fold: Fold) {
  const { stateHash: state, at, waiting } = stateHash(fold.circle, fold.waiting().length, hashText)
  const agreements = [...fold.circle.agreements.values()].map((one) => `${one.id} ${agreementState(fold.circle, one)}`)
  const refused = [...fold.circle.refused].map(([id, { refusal, person }]) => `${id} ${refusal.code} ${person}`)
  return { state, at, waiting, refused: refused.toSorted().join('\n'), agreements: agreements.toSorted().join('\n') }
}

function mustBe(wanted: ReturnType<typeof stateOf>, got: ReturnType<typeof stateOf>, whose: string): void {
  const differ = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((key) => wanted[key] !== got[key])
  if (differ.length > 0) throw new Error(`${whose} differs in ${differ.map((key) => `${key}: ${got[key]}`).join('; ')}`)
}

/** In an order of chance, which the fold makes causal by waiting, and some of it twice. */
function delivered(history: History, order: number): Fold {
  const dice = new Dice(order)
  const shuffled = dice.shuffled(history.events)
  const twice = shuffled.flatMap((said) => (dice.happens(10) ? [said, said] : [said]))
  return foldOf(history.circleId, [...twice, ...shuffled.slice(0, 5)])
}

/** [K1] [V6] Whatever stands can be shown to anyone, with what its close says of borrowed devices. */
function certificatesHold(person: Person): void {
  for (const agreement of person.circle.agreements.values()) {
    const close = validCloses(agreement)[0]
    if (close === undefined) continue
    const verdict = verifyCertificate(certificateOf(person, close.id), tools)
    if (!verdict.valid) throw new Error(`a certificate is not valid: ${verdict.why}`)
    const borrowed = verdict.consents.filter(({ borrowedFrom }) => borrowedFrom !== undefined).length
    if (borrowed !== (close.borrowed ?? []).length)
      throw new Error('a certificate keeps silent about a borrowed device')
  }
}

/** Whether an event counted never changes when more arrives, concurrent or not. */
function verdictsHold(history: History, seed: number): void {
  const fold = foldOf(history.circleId, [])
  const verdicts = new Map<string, boolean>()
  const placed: Said[] = []
  for (const said of new Dice(seed).shuffled(history.events)) {
    fold.add(said.known)
    placed.push(said)
    for (const { known } of placed) {
      const verdict = fold.circle.counted.has(known.id)
      if (!verdict && !fold.circle.refused.has(known.id)) continue
      const before = verdicts.get(known.id)
      if (before !== undefined && before !== verdict) throw new Error(`the verdict on ${known.type} changed`)
      verdicts.set(known.id, verdict)
    }
  }
  if (verdicts.size !== history.events.length) throw new Error('an act vanished')
}

/** `met`: the states that selections went through on the way, each once. */
function watching(seed: number, met: Set<string>): (person: Person) => void {
  const counted = new Map<string, number>()
  const settled = new Set<string>()
  const honest = seed % 5 !== 0
  return (person) => {
    const { circle } = person
    // Where nothing new counts, nothing new can be wrong.
    if (circle.counted.size === counted.get(person.name)) return
    const faults = faultsOf(circle)
    if (faults.length > 0) throw new Error(`${person.name}: ${faults.join()}`)
    if (circle.counted.size < (counted.get(person.name) ?? 0)) throw new Error('an act vanished')
    counted.set(person.name, circle.counted.size)
    for (const selection of circle.selections.values()) met.add(selectionState(circle, selection))
    for (const agreement of circle.agreements.values()) {
      const [state, key] = [agreementState(circle, agreement), `${person.name} ${agreement.id}`]
      if (state === 'settled') settled.add(key)
      else if (honest && state === 'contested' && settled.has(key)) throw new Error('settled, and contested after all')
    }
  }
}
