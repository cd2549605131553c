import type { Body, EventType } from '../../src/domain/events.ts'
import type { RoleId } from '../../src/domain/roles/role.ts'
import { seatIn } from '../../src/domain/roles/queries.ts'
import { isOver, isRevealOpen, namedIn, notRevealed, selectionState } from '../../src/domain/selections/queries.ts'
import { nominationSeal, type SealedWords } from '../../src/domain/selections/seal.ts'
import { hashText } from '../../src/log/crypto.ts'
import { together } from './circles.ts'
import type { Dice } from './dice.ts'
import { type Person, words } from './people.ts'
import { seated } from './selecting.ts'

type Saying = readonly [type: string, body: unknown]
type RoleAct = (me: Person, dice: Dice) => Saying | undefined

const UNTIL = '2027-02-01'

/** What each seal of these histories holds, as the devices that made them remember. */
const kept = new Map<string, SealedWords>()

const anyRole = (dice: Dice): RoleId => (dice.happens(80) ? 'facilitator' : 'secretary')
const anybody = (me: Person, dice: Dice) => dice.oneOf([...me.circle.members.keys()]) ?? me.id
const anySelection = (me: Person, dice: Dice) => dice.oneOf([...me.circle.selections.values()])

const open: RoleAct = (me, dice) => ['selection.opened', { role: anyRole(dice), electorate: me.electorate() }]

const seal: RoleAct = (me, dice) => {
  const selection = anySelection(me, dice)
  if (selection === undefined) return undefined
  const nominee = dice.happens(80) ? anybody(me, dice) : null
  const said = { nominee, reason: nominee && 'they listen', salt: hashText(`salt ${dice.below(1e9)}`) }
  const sealed = nominationSeal(selection.id, me.id, said, hashText)
  kept.set(sealed, said)
  return ['nomination.sealed', { selection: selection.id, seal: sealed }]
}

const reveal: RoleAct = (me, dice) => {
  const selection = anySelection(me, dice)
  const mine = selection && notRevealed(selection).find(({ person }) => person === me.id)
  const said = kept.get(mine?.seal ?? '')
  return mine && said && ['nomination.revealed', { selection: selection.id, sealed: mine.id, ...said }]
}

const change: RoleAct = (me, dice) => {
  const selection = anySelection(me, dice)
  const nominee = anybody(me, dice)
  return selection && ['nomination.changed', { selection: selection.id, nominee, reason: `reason ${dice.below(1e9)}` }]
}

const on =
  (type: string, more: object = {}): RoleAct =>
  (me, dice) => {
    const selection = anySelection(me, dice)
    return selection && [type, { selection: selection.id, ...more }]
  }

/** Out of a selection where one is, or by itself: both take the circle's consent. */
const propose: RoleAct = (me, dice) => {
  const selection = dice.happens(70) ? anySelection(me, dice) : undefined
  const person = selection === undefined ? anybody(me, dice) : dice.oneOf(namedIn(selection))
  if (person === undefined) return undefined
  const role = selection?.role ?? anyRole(dice)
  const effect = { kind: 'seat', role, person, until: UNTIL, selection: selection?.id ?? null } as const
  return ['proposal.presented', { content: words({ title: 'Who holds it', effect }) }]
}

const layDown: RoleAct = (_, dice) => ['role.laid-down', { role: anyRole(dice), reason: null }]

const review: RoleAct = (me, dice) => {
  const role = anyRole(dice)
  const person = seatIn(me.circle, role).holders[0]?.person
  const open = dice.oneOf([...me.circle.reviews.keys()])
  if (open !== undefined && dice.happens(70))
    return dice.happens(90)
      ? ['review.said', { review: open, as: 'appreciation', text: 'well done' }]
      : ['review.ended', { review: open }]
  return person && person !== me.id ? ['review.opened', { role, person, reviewers: [me.id] }] : undefined
}

/** A selection that has come some way, while all were together. */
export function beginSelection(people: readonly Person[], dice: Dice): void {
  const say = (me: Person, saying: Saying | undefined) => {
    const [type, body] = (saying ?? []) as [EventType, Body<EventType>]
    if (saying !== undefined) me.say(type, body)
    together(...people)
  }
  say(people[0] as Person, open(people[0] as Person, dice))
  if (dice.happens(30)) return
  for (const person of people) say(person, seal(person, dice))
  if (dice.happens(20)) return
  for (const person of people) say(person, reveal(person, dice))
  const [selection] = (people[0] as Person).circle.selections.values()
  const named = people.find(({ id }) => selection !== undefined && namedIn(selection).includes(id))
  if (named !== undefined && selection !== undefined && dice.happens(50))
    seated(people, selection.role, named, selection.id)
}

/** What brings a selection on. */
export function nextRoleStep(me: Person, dice: Dice): Saying | undefined {
  const selection = [...me.circle.selections.values()].find((one) => !isOver(me.circle, one))
  if (selection === undefined) return open(me, dice)
  const mine = selection.seals.some(({ person }) => person === me.id)
  if (!isRevealOpen(me.circle, selection)) return mine ? undefined : seal(me, dice)
  if (notRevealed(selection).some(({ person }) => person === me.id)) return reveal(me, dice)
  const state = selectionState(me.circle, selection)
  return state === 'proposed' || state === 'consenting' ? undefined : (dice.happens(40) ? change : propose)(me, dice)
}

const acts: readonly (readonly [times: number, act: RoleAct])[] = [
  [3, open],
  [8, seal],
  [1, on('nominations.opened')],
  [8, reveal],
  [2, change],
  [2, on('nomination.kept')],
  [1, on('selection.informed', { text: 'away in summer' })],
  [1, on('selection.ended', { reason: 'nobody has the time' })],
  [3, propose],
  [1, layDown],
  [1, review],
]
const total = acts.reduce((sum, [times]) => sum + times, 0)

/** Something about roles, selections and reviews, whether it is its time or not. */
export function anyRoleAct(me: Person, dice: Dice): Saying | undefined {
  let left = dice.below(total)
  for (const [times, act] of acts) {
    left -= times
    if (left < 0) return act(me, dice)
  }
  return undefined
}
