import { encodeCanonical } from '../canonical.ts'
import type { Effect } from '../proposals/effect.ts'
import type { Tools } from '../kind.ts'
import { silenceIn } from '../rounds/silence.ts'
import type { Signed } from './certificate.ts'
import { asideReason, isTestingWay, type ReadAside } from './aside.ts'
import { Fault } from './fault.ts'
import type { Known, Read } from './parts.ts'
import type { ValidCertificate } from './verify.ts'

/** A certificate whose parts fit together, before it is asked why somebody was not heard. */
export interface ReadCertificate {
  readonly certificate: ValidCertificate
  readonly effect: Effect | null
  readonly round: Read<'round.opened'>
  readonly close: Read<'round.closed'>
  readonly without: readonly { readonly person: string; readonly agreement: string }[]
  readonly after: Witness | null
  readonly since: Read<'consent.given'> | Read<'objection.raised'> | null
  readonly aside: ReadAside
  readonly people: Known
}

interface Witness {
  readonly id: string
  readonly device: string
  readonly at: number
}

/** Whatever it says: that it was said, by whom and when, is all that is asked of it. */
export function readWitness(signed: Signed, circle: string, tools: Tools): Witness {
  const text = encodeCanonical(signed.event)
  const { device, at } = signed.event
  if (signed.event.circle !== circle) throw new Fault('other-circle')
  if (!tools.verify(text, signed.signature, device)) throw new Fault('bad-signature')
  return { id: tools.hash(text), device, at }
}

/** [K6] Who was asked and not heard, each by an agreement whose own certificate is here: removed, or silent under a clause. */
export function notHeard(
  read: ReadCertificate,
  grounds: ReadonlyMap<string, ReadCertificate>,
): Pick<ValidCertificate, 'absent' | 'gone' | 'aside'> {
  const { asked } = read.certificate
  mustBeHeard(read, grounds.get(read.close.body.spoken ?? '')?.effect ?? null)
  const [absent, gone]: string[][] = [[], []]
  const aside = new Map<string, string>()
  for (const { person, agreement } of read.without) {
    const effect = grounds.get(agreement)?.effect ?? null
    if (removes(effect, person)) gone?.push(person)
    else if (isSilence(read, agreement, effect)) absent?.push(person)
    else if (isTestingWay(effect)) aside.set(person, reasonAside(read, grounds, person))
    else throw new Fault('not-everyone-consented')
  }
  if (aside.size === 0 && read.aside.tests.length > 0) throw new Fault('changed')
  const named = (people: readonly string[] = []) => asked.filter(({ person }) => people.includes(person))
  const silent = named(absent)
  if (silent.length * 2 >= asked.length - named(gone).length && silent.length > 0)
    throw new Fault('not-everyone-consented')
  const way = grounds.get(read.round.body.clause?.agreement ?? '')?.effect ?? null
  if (silent.length > 0 !== isWitnessed(read, silenceIn(way) ?? Infinity)) throw new Fault('not-everyone-consented')
  const reasoned = named([...aside.keys()]).map((one) => ({ ...one, reason: aside.get(one.person) ?? '' }))
  return { absent: silent, gone: named(gone), aside: reasoned }
}

/** [V5] What is cited as spoken rests on the circle's own way, whose certificate is here, and on as many witnesses as it asks for. */
function mustBeHeard({ certificate, close }: ReadCertificate, effect: Effect | null): void {
  const heard = certificate.consents.flatMap(({ spoken }) => (spoken === undefined ? [] : [spoken.witnesses.length]))
  if (heard.length > 0 !== (close.body.spoken !== undefined)) throw new Fault('changed')
  const way = effect?.kind === 'way' && effect.way.rule === 'spoken-words' ? effect.way : null
  if (heard.some((count) => way === null || count < way.witnesses)) throw new Fault('not-everyone-consented')
}

/** [K8] Everyone else whom the round asked, and whom the circle had not removed. */
function reasonAside(read: ReadCertificate, grounds: ReadonlyMap<string, ReadCertificate>, person: string): string {
  const isGone = (one: string) =>
    read.without.some(({ person: gone, agreement }) => {
      return gone === one && removes(grounds.get(agreement)?.effect ?? null, one)
    })
  const others = read.round.body.electorate.filter((one) => one !== person && !isGone(one))
  const reason = asideReason(read.aside, read.round, read.people, person, others)
  if (reason === null) throw new Fault('not-everyone-consented')
  return reason
}

/** [M9] By name, or because they were here for a link that the circle has ended. */
function removes(effect: Effect | null, person: string): boolean {
  return (
    (effect?.kind === 'remove' && effect.person === person) ||
    (effect?.kind === 'unlink' && effect.people.includes(person))
  )
}

function isSilence({ round, close }: ReadCertificate, agreement: string, effect: Effect | null): boolean {
  const { clause } = round.body
  const length = silenceIn(effect)
  if (length === null || clause?.agreement !== agreement) return false
  return close.at >= clause.deadline && clause.deadline >= round.at + length
}

/** D3 row 16: two clocks, of which one measures the whole length and is not that of who opened the round. */
function isWitnessed(read: ReadCertificate, length: number): boolean {
  const { round, close, without, after, since, people } = read
  if (after === null && since === null) return false
  if (after === null || since === null) throw new Fault('changed')
  const [other, closer] = [people.get(after.device)?.person, people.get(close.device)?.person]
  const isHeard =
    other !== undefined && round.body.electorate.includes(other) && !without.some((one) => one.person === other)
  if (!isHeard || other === closer || after.at < (round.body.clause?.deadline ?? Infinity))
    throw new Fault('not-everyone-consented')
  const measured =
    other === people.get(round.device)?.person ? { person: closer, at: close.at } : { person: other, at: after.at }
  const isTheirs = people.get(since.device)?.person === measured.person && since.body.round === round.id
  if (!isTheirs || since.at + length > measured.at) throw new Fault('not-everyone-consented')
  return true
}
