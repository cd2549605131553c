import { admissionOf } from './devices.ts'
import { linkSeat } from '../../src/domain/links/effects.ts'
import { mirrored } from '../../src/domain/links/queries.ts'
import { agreed } from './circles.ts'
import type { Saying } from './acts.ts'
import type { Dice } from './dice.ts'
import {
  circleCalled,
  comesAs,
  newcomerKeys,
  consentsTo,
  delegateStatement,
  selects,
  statementOf,
  telling,
  terms,
} from './linking.ts'
import { type Person, words } from './people.ts'

/** Another circle, with all that it could ever say to this one; made once for each history. */
export interface Neighbour {
  readonly circle: string
  /** Whom it sends, once they have come here; each with what makes them its delegate. */
  readonly delegates: { readonly here: Person; readonly takesSeat: string }[]
  readonly says: readonly string[]
  readonly asks: readonly Person[]
  readonly seats: readonly string[]
}

export function makeNeighbour(host: Person): Neighbour {
  const [rosa, sam] = circleCalled('River', 'rosa', 'sam') as [Person, Person]
  const to = host.circleId
  const both = [rosa, sam]
  const own = consentsTo(both, to)
  const seats = [selects(both, to, rosa), selects(both, to, sam)]
  const end = agreed(both, { title: 'End', effect: { kind: 'unlink', circles: [to], people: [] } })
  const anew = consentsTo(both, to, { aim: 'again' })
  const state = (close: string, kind: 'link' | 'unlink') => statementOf(rosa, close, { kind }, to)
  const says = [state(own, 'link'), state(end, 'unlink'), state(anew, 'link')]
  return { circle: rosa.circleId, delegates: [], says, asks: both, seats }
}

/** Somebody of the neighbour comes as a guest: what they say to take their seat is theirs alone. */
export function neighbourComes(neighbour: Neighbour, host: Person): Person | undefined {
  const which = neighbour.delegates.length
  const [who, close] = [neighbour.asks[which], neighbour.seats[which]]
  if (who === undefined || close === undefined || host.state !== 'joined') return undefined
  const name = `${who.name} there`
  // Their device may be gone, or have no voice.
  const keys = newcomerKeys(name, host)
  if (host.refusal('member.admitted', admissionOf(name, keys, host.circleId)) !== null) return undefined
  const here = comesAs(name, host)
  neighbour.delegates.push({ here, takesSeat: delegateStatement(who, close, host.circleId, here) })
  return here
}

/** Consenting to a link, ending it, telling what the other circle says, or taking a seat: whatever may come apart. */
export function anyLinkAct(me: Person, neighbour: Neighbour, dice: Dice): Saying | undefined {
  const own = neighbour.delegates.find(({ here }) => here === me)
  if (own !== undefined && dice.happens(60)) return ['statement.told', telling(own.takesSeat)]
  const says = dice.oneOf([
    ...neighbour.says.slice(0, dice.happens(25) ? 3 : 1),
    ...neighbour.delegates.map(({ takesSeat }) => takesSeat),
  ])
  if (dice.happens(50)) return says === undefined ? undefined : ['statement.told', telling(says)]
  const effect = dice.happens(60)
    ? mirrored(terms(neighbour.circle, { aim: dice.happens(80) ? 'to share the river' : 'again' }))
    : { kind: 'unlink' as const, circles: [neighbour.circle], people: dice.happens(60) ? here(me, neighbour) : [] }
  const seat = {
    kind: 'seat' as const,
    role: linkSeat(neighbour.circle, 1),
    person: me.id,
    until: null,
    selection: null,
  }
  return ['proposal.presented', { content: words({ title: 'A link', effect: dice.happens(15) ? seat : effect }) }]
}

const here = (me: Person, { delegates }: Neighbour) =>
  delegates.flatMap((one) => (me.circle.members.has(one.here.id) ? [one.here.id] : [])).toSorted()
