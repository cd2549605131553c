import { helpingCircles } from '../../src/domain/helping/queries.ts'
import type { Effect } from '../../src/domain/proposals/effect.ts'
import type { Dice } from './dice.ts'
import { type Person, words } from './people.ts'

type Saying = readonly [type: string, body: unknown]
type Act = (me: Person, dice: Dice) => Saying | undefined

const driverOf = (me: Person, dice: Dice) => dice.oneOf([...me.circle.drivers.values()])
const content = (statement: string) => ({ statement, situation: null, effect: null, need: null, requirement: null })

const notice: Act = (_, dice) => ['driver.noticed', { content: content(`cold ${dice.below(1e9)}`) }]

const reword: Act = (me, dice) => {
  const driver = driverOf(me, dice)
  const from = driver && dice.oneOf(driver.wordings)
  const words = content(`colder ${dice.below(1e9)}`)
  return from && ['driver.reworded', { driver: driver.id, parents: [from.id], content: words }]
}

const move: Act = (me, dice) => {
  const driver = driverOf(me, dice)
  const moves = [{ as: 'accepted' }, { as: 'discarded', reason: 'no' }, { as: 'noticed', reason: 'but' }]
  return driver && ['driver.moved', { driver: driver.id, move: dice.oneOf(moves) }]
}

const item = (me: Person, dice: Dice) =>
  dice.oneOf([...me.circle.proposals.keys(), ...me.circle.drivers.keys(), ...me.circle.agreements.keys()]) ?? 'none'

const place: Act = (me, dice) => {
  const under = [item(me, dice), item(me, dice)].slice(0, dice.below(3))
  return ['backlog.placed', { item: item(me, dice), under }]
}

const note: Act = (me, dice) => {
  const notes = [
    { what: 'owner', owner: me.id },
    { what: 'minutes', minutes: 5 + dice.below(30) },
  ]
  return ['backlog.noted', { item: item(me, dice), note: dice.oneOf(notes) }]
}

const gather: Act = (me, dice) => {
  const driver = driverOf(me, dice)
  const about = dice.oneOf(driver?.items ?? [])?.id ?? null
  const text = `thought ${dice.below(1e9)}`
  const items = [
    { kind: 'dimension', text },
    { kind: 'idea', text, about },
    { kind: 'consideration', text, about: null },
  ]
  return driver && ['forming.added', { driver: driver.id, item: dice.oneOf(items) }]
}

const answer: Act = (me, dice) => {
  const dimension = dice.oneOf([...me.circle.forming.items.keys()])
  return dimension === undefined ? undefined : ['forming.answered', { dimension, text: 'so' }]
}

const takeBack: Act = (me, dice) => {
  const said = dice.oneOf([...me.circle.forming.items.keys(), ...me.circle.forming.answers.keys()])
  return said === undefined ? undefined : ['forming.taken-back', { said }]
}

const name: Act = (me, dice) => {
  const driver = driverOf(me, dice)
  return driver && ['tuners.named', { driver: driver.id, people: [dice.oneOf([...me.circle.members.keys()])] }]
}

const objectToTuners: Act = (me, dice) => {
  const tuners = dice.oneOf([...me.circle.forming.tuners.keys()])
  return tuners === undefined ? undefined : ['tuners.objected', { tuners, reason: 'no time' }]
}

/** Some present that the circle rests, and closes, and give a task; seldom, since most would happen after it. */
const stand: Act = (me, dice) => {
  const effects: Effect[] = [
    { kind: 'state', state: 'dormant', anyoneWakes: true },
    { kind: 'state', state: dice.happens(10) ? 'closed' : 'active', anyoneWakes: false },
    { kind: 'way', way: { rule: 'qualifying', criteria: ['harm'] } },
    { kind: 'helping-circle', name: 'Stove', mandate: 'find one', members: [me.id], due: '2026-06-01' },
  ]
  const effect = dice.oneOf(effects) ?? null
  return me.circle.proposals.size > 6 ? undefined : ['proposal.presented', { content: words({ effect }) }]
}

const help: Act = (me, dice) => {
  const helping = dice.oneOf(helpingCircles(me.circle))?.agreement.id
  const type = dice.oneOf(['helping.noted', 'helping.reported'] as const) ?? 'helping.noted'
  return helping === undefined ? ['circle.woken', {}] : [type, { helping, text: 'found one' }]
}

const tell: Act = (_, dice) => {
  const as = dice.oneOf(['parent', 'sub-circle', 'nothing'])
  return ['circle.told', { other: 'f'.repeat(64), name: `Garden ${dice.below(9)}`, as, agreement: null }]
}

const acts: readonly Act[] = [notice, reword, move, move, place, place, note, gather, gather, answer, takeBack, name]
const seldom: readonly Act[] = [objectToTuners, stand, help, tell]

/** Something about what people noticed and gathered, the list of what waits, or the circle as a whole. */
export function anyDriverAct(me: Person, dice: Dice): Saying | undefined {
  return dice.oneOf(dice.happens(80) ? acts : seldom)?.(me, dice)
}
