import { describe, expect, it } from 'vitest'
import { encodeCanonical } from '../../src/domain/canonical.ts'
import type { StatementFile } from '../../src/domain/statements/statement.ts'
import { STATEMENT_LIMIT } from '../../src/domain/statements/statement.ts'
import { createFold } from '../../src/domain/fold.ts'
import { stateHash } from '../../src/domain/state-hash.ts'
import { readAgain, withoutProof } from '../../src/domain/statements/again.ts'
import { bodyBack, keptBody } from '../../src/domain/statements/verdicts.ts'
import { verifyStatement } from '../../src/domain/statements/verify.ts'
import { agreed, together } from '../helpers/circles.ts'
import { tools } from '../helpers/devices.ts'
import { Dice } from '../helpers/dice.ts'
import {
  circleCalled,
  comesAs,
  consentsTo,
  delegateStatement,
  selects,
  statementOf,
  telling,
  tells,
  terms,
} from '../helpers/linking.ts'
import type { Person } from '../helpers/people.ts'

type Two = [Person, Person]
const why = (text: string) => {
  const verdict = verifyStatement(text, tools)
  return verdict.valid ? 'valid' : verdict.why
}
const changed = (text: string, change: (file: StatementFile) => object) =>
  encodeCanonical(change(JSON.parse(text) as StatementFile))

function story() {
  const kitchen = circleCalled('Kitchen', 'ana', 'ben') as Two
  const river = circleCalled('River', 'rosa', 'sam') as Two
  const [ana, rosa] = [kitchen[0], river[0]]
  const close = consentsTo(kitchen, rosa.circleId)
  return { kitchen, river, ana, rosa, close, text: statementOf(ana, close, { kind: 'link' }, rosa.circleId) }
}

describe('a statement', () => {
  it('[Q2] is checked by who never saw the circle, and has the same id whoever of it signed', () => {
    const { ana, rosa, kitchen, close, text } = story()
    const verdict = verifyStatement(text, tools)
    expect(verdict).toMatchObject({
      valid: true,
      statement: {
        kind: 'link',
        from: ana.circleId,
        fromName: 'Kitchen',
        to: rosa.circleId,
        person: ana.id,
        name: 'ana',
      },
    })
    expect(verdict.valid && verdict.statement.link).toEqual(terms(rosa.circleId))
    const other = verifyStatement(statementOf(kitchen[1], close, { kind: 'link' }, rosa.circleId), tools)
    expect(verdict.valid && other.valid && other.statement.id === verdict.statement.id).toBe(true)
    expect(text.length).toBeLessThan(10_000)
  })

  it('[Q2] has one form: these bytes, this id', () => {
    const verdict = verifyStatement(story().text, tools)
    expect(verdict.valid && verdict.statement.id).toMatchInlineSnapshot(
      `"362b718b212c911dbd056665f81d97b25e34004a795770eb84be5905ae050bf7"`,
    )
    expect(tools.hash(story().text)).toMatchInlineSnapshot(
      `"e0ab58a4fda22748b72aaf8d02db86081b4cf68a7eed0c599fbdde5bb7cfc177"`,
    )
  })

  it('[Q2] is refused for any byte that is changed, and no bytes stop the program', () => {
    const { text } = story()
    const dice = new Dice(6)
    const bytes = Buffer.from(text, 'utf8')
    for (let time = 0; time < 400; time++) {
      const copy = Buffer.from(bytes)
      const at = dice.below(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << dice.below(8))
      const cut = dice.happens(10) ? copy.subarray(0, dice.below(copy.length)) : copy
      expect(why(cut.toString('utf8')), `byte ${at}`).not.toBe('valid')
    }
    for (const other of ['', '{}', 'null', '[]', '"', '{"statement":{}}', ' '.repeat(70_000)])
      expect(why(other)).not.toBe('valid')
  })

  it('[Q2] says only what its circle agreed on, to whom it agreed, by somebody of it', () => {
    const { text, rosa, ana, kitchen } = story()
    expect(why(changed(text, (file) => ({ ...file, statement: { ...file.statement, to: 'ab'.repeat(32) } })))).toBe(
      'bad-signature',
    )
    expect(why(changed(text, (file) => ({ ...file, certificate: null })))).toBe('not-a-certificate')
    const words = agreed(kitchen, {})
    expect(why(statementOf(ana, words, { kind: 'link' }, rosa.circleId))).toBe('not-these-words')
    const close = consentsTo(kitchen, rosa.circleId)
    expect(why(statementOf(ana, close, { kind: 'unlink' }, rosa.circleId))).toBe('not-these-words')
    expect(why(statementOf(ana, close, { kind: 'link' }, 'ab'.repeat(32)))).toBe('not-these-words')
    const stranger = changed(text, (file) => ({ ...file, device: rosa.device }))
    expect(why(stranger)).toBe('not-by-a-member')
  })

  it('[Q2] is said by a device that came later, which shows how it came in', () => {
    const { ana, kitchen, rosa, close } = story()
    const phone = kitchen[1].admitsDeviceOf(ana)
    const late = phone.admitsDeviceOf(kitchen[1], 'tablet')
    const text = statementOf(late, close, { kind: 'link' }, rosa.circleId)
    expect(why(text)).toBe('valid')
    expect(why(changed(text, (file) => ({ ...file, doors: file.doors?.slice(1) })))).not.toBe('valid')
  })

  it('[Q2] of a practice circle binds nobody, and one that is too large is not read', () => {
    const { text } = story()
    expect(why(text + ' '.repeat(STATEMENT_LIMIT))).toBe('statement-too-big')
  })

  it('[Q2] is written in by anybody here, once, for this circle, and in time', () => {
    const { kitchen, river, ana, rosa, text } = story()
    const [, sam] = river
    expect(ana.refusal('statement.told', telling(text))?.code).toBe('other-circle')
    tells(rosa, text)
    expect(rosa.refusal('statement.told', telling(text))?.code).toBe('already-done')
    tells(sam, text)
    together(...river)
    expect([...rosa.circle.statements.told.values()].map(({ tellings }) => tellings.length)).toEqual([2])
    const late = circleCalled('Lake', 'lea') as [Person]
    const offer = statementOf(ana, consentsTo(kitchen, late[0].circleId), { kind: 'link' }, late[0].circleId)
    late[0].clock.now = Date.parse('2040-01-01')
    expect(late[0].refusal('statement.told', telling(offer))?.code).toBe('statement-expired')
  })

  it('[Q4] of a delegate is only said by the delegate, with their own key', () => {
    const { kitchen, rosa, river } = story()
    const [ana, ben] = kitchen
    const close = selects(kitchen, rosa.circleId, ben)
    const there = comesAs('ben of us', rosa)
    together(...river, there)
    expect(why(delegateStatement(ben, close, rosa.circleId, there))).toBe('valid')
    expect(why(delegateStatement(ana, close, rosa.circleId, there))).toBe('not-these-words')
  })
})

describe('a statement that was checked before', () => {
  it('[Q2] is read again as it was read first, without a single signature', () => {
    const { ana, kitchen, rosa, close } = story()
    const tablet = kitchen[1].admitsDeviceOf(ana).admitsDeviceOf(kitchen[1], 'tablet')
    for (const text of [story().text, statementOf(tablet, close, { kind: 'link' }, rosa.circleId)])
      expect(readAgain(JSON.parse(text), tools.hash)).toEqual(verifyStatement(text, tools))
    expect(readAgain({ statement: 'anything' }, tools.hash)).toBeNull()
  })

  it('[Q2] is put away without its proof, and counts the same from what is left of it', () => {
    const { ana, kitchen, rosa, close } = story()
    const tablet = kitchen[1].admitsDeviceOf(ana).admitsDeviceOf(kitchen[1], 'tablet')
    const facts = new Set<string>()
    const remembering = { ...tools, known: facts }
    tells(rosa, statementOf(tablet, close, { kind: 'link' }, rosa.circleId))
    const events = [...rosa.known.values()].map(({ known }) => structuredClone(known))
    const first = createFold(rosa.circleId, remembering)
    for (const event of events) first.add(event)
    const bodies = events.map((event) => keptBody(event, remembering))
    const kept = bodies.flatMap((body) => (body === undefined ? [] : [JSON.stringify(body)]))
    expect(kept.map((one) => one.length * 4 < JSON.stringify(events.at(-1)?.body).length)).toEqual([true])
    const back = events.map((event, at) =>
      bodies[at] === undefined ? event : { ...event, body: bodyBack(JSON.parse(JSON.stringify(bodies[at]))) },
    )
    expect(back.map((event) => keptBody(event, remembering))).toEqual(bodies)
    const again = createFold(rosa.circleId, { ...tools, verify: (text) => text.includes('attests') })
    for (const event of back) again.add(event)
    expect(stateHash(again.circle, 0, tools.hash)).toEqual(stateHash(first.circle, 0, tools.hash))
    expect([...again.circle.statements.told.values()]).toEqual([...first.circle.statements.told.values()])
  })

  it('[Q2] is never taken from anybody else without its proof', () => {
    const { ana, rosa, close } = story()
    const text = statementOf(ana, close, { kind: 'link' }, rosa.circleId)
    const bare = withoutProof(JSON.parse(text), tools.hash)
    const event = rosa.sayAnyway('statement.told', { statement: bare, through: null, hops: [] })
    expect(rosa.circle.refused.get(event)?.refusal.code).toBe('bad-statement')
    const said = rosa.known.get(event)?.known
    const every = { ...tools, known: { has: () => false, add: () => undefined } }
    expect(said && keptBody(said, every)).toBeUndefined()
    expect(bodyBack({ bare: { id: 'x', file: {} }, through: null, hops: [] })).toBeUndefined()
    expect(bodyBack({ bare: null })).toBeUndefined()
  })
})
