import { describe, expect, it } from 'vitest'
import type { Effect } from '../../src/domain/proposals/effect.ts'
import { agreement, circle, page } from './answers.ts'
import { fakeWorld } from './fake-world.ts'

const id = (letter: string) => letter.repeat(64)
const names = { [id('b')]: 'Ben', [id('c')]: 'Cleo' }
const role = { standard: null, name: 'Treasurer', aim: 'The tin', domain: 'coins', months: 6 }
const link = { name: 'Bees', as: 'beside', aim: 'honey', sends: 1, receives: 1, shares: 'news', seat: 'Envoy' } as const

/** What comes into force with words, and what of it a person must be able to read before they consent. */
const EFFECTS: readonly (readonly [Effect, readonly string[]])[] = [
  [{ kind: 'admit', person: id('b') }, ['Ben becomes a member']],
  [{ kind: 'remove', person: id('b') }, ['goes on without Ben']],
  [{ kind: 'rest', person: id('b') }, ['Ben is not asked']],
  [{ kind: 'rekey', person: id('b'), device: id('d') }, ['Ben goes on with a new device']],
  [{ kind: 'purpose', name: 'Hut', aim: 'shelter', domain: 'roof' }, ['Hut', 'shelter', 'roof']],
  [{ kind: 'way', way: { rule: 'lazy', days: 7, matters: 'tools' } }, ['after 7 days', 'tools']],
  [{ kind: 'way', way: { rule: 'terms', months: 1 } }, ['1 month.']],
  [{ kind: 'way', way: { rule: 'qualifying', criteria: ['harm', 'risk'] } }, ['harm; risk']],
  [{ kind: 'way', way: { rule: 'spoken-words', witnesses: 2 } }, ['2 witnesses']],
  [{ kind: 'way', way: { rule: 'representatives', of: 'streets', most: 9 } }, ['streets, at most 9']],
  [{ kind: 'way', way: { rule: 'mirror', of: 'Hall', shows: ['plans'] } }, ['Hall', 'plans']],
  [{ kind: 'way', way: { rule: 'mutual-removal', outcome: 'both-suspended' } }, ['take no part']],
  [{ kind: 'way', way: { rule: 'absentee', days: 1 } }, ['after 1 day,']],
  [{ kind: 'minutes', meeting: id('a'), minutes: id('a') }, ['minutes']],
  [
    { kind: 'role', ...role, accountabilities: ['counts'], qualities: ['calm'] },
    ['Treasurer: The tin', 'coins', 'counts', 'calm', '6 months'],
  ],
  [
    { kind: 'seat', role: 'facilitator', person: id('b'), until: '2030-01-31', selection: null },
    ['Facilitator: Ben until 2030-01-31'],
  ],
  [{ kind: 'seat', role: 'secretary', person: null, until: null, selection: null }, ['Secretary: nobody']],
  [{ kind: 'plan', review: id('e') }, ['development plan']],
  [{ kind: 'state', state: 'dormant', anyoneWakes: true }, ['rests', 'wake']],
  [
    { kind: 'helping-circle', name: 'Tap', mandate: 'mend', members: [id('b'), id('c')], due: '2030-01-31' },
    ['Tap', '2030-01-31', 'Ben, Cleo'],
  ],
  [{ kind: 'sub-circle', name: 'Bees', aim: 'honey', domain: 'hives', founder: id('c') }, ['Bees', 'Cleo', 'hives']],
  [{ kind: 'adopts', circle: id('f'), name: 'Bees' }, ['Bees is taken in']],
  [{ kind: 'relay', relay: id('f'), address: 'there' }, ['relay', 'there']],
  [{ kind: 'keeper', keeper: id('f'), address: 'there' }, ['there']],
  [{ kind: 'link', circle: id('f'), ...link, until: '2030-01-31' }, ['Bees until 2030-01-31', 'send 1', 'news']],
  [{ kind: 'unlink', circles: [id('f')], people: [] }, ['ffffffff']],
  [{ kind: 'objects', to: id('f'), concerns: null }, ['ffffffff', 'objection']],
  [{ kind: 'answers', objection: id('a'), agreement: id('a'), to: id('f') }, ['ffffffff']],
  [{ kind: 'end' }, ['ends']],
]

describe('nobody consents to what they cannot read', () => {
  it.each(EFFECTS)('%o is told with a proposal', async (effect, words) => {
    const seat = effect.kind === 'seat' ? { seat: effect.role } : {}
    const { run } = fakeWorld({ 'proposal.show': { ...page, effect, names, ...seat } })
    const { out } = await run('proposal', 'show', 'Sundays')
    for (const word of words) expect(out).toContain(word)
  })

  it('and with what was agreed', async () => {
    const effect = { kind: 'way', way: { rule: 'terms', months: 6 } }
    const { out } = await fakeWorld({ 'agreement.show': { ...agreement, effect } }).run('agreement', 'show', 'g1')
    expect(out).toContain('A term lasts 6 months.')
  })
})

describe('what was put away', () => {
  const ended = { person: id('b'), at: 0, reason: 'too big for us', until: null, carriers: [], helping: null }
  const told = async (more: object) => {
    const { run } = fakeWorld({ 'proposal.show': { ...page, names, state: 'tabled', ended: { ...ended, ...more } } })
    return (await run('proposal', 'show', 'Sundays')).out
  }

  it('says who did, why, who has it now, and how it is taken up again', async () => {
    expect(await told({ as: 'escalated', carriers: [id('c')] })).toMatch(/Ben handed it on: too big[^]*Cleo carries it/)
    expect(await told({ as: 'tabled', until: '2030-01-31' })).toMatch(
      /Ben put it off[^]*2030-01-31[^]*take it up again/,
    )
    const helping = { helping: id('d'), name: 'Tap' }
    expect(await told({ as: 'to-helping-circle', helping })).toContain('the helping circle Tap')
    expect(await told({ as: 'withdrawn' })).not.toContain('take it up again')
  })
})

it('whether a circle rests or is closed is told with it', async () => {
  const told = async (state: string) => {
    const shown = { ...circle, state, anyoneWakes: true }
    return (await fakeWorld({ 'circle.show': shown }).run('circle', 'show', 'Garden')).out
  }
  expect(await told('dormant')).toMatch(/It rests[^]*nst circle wake/)
  expect(await told('closed')).toContain('It is closed')
  expect(await told('active')).not.toMatch(/rests|closed/)
})
