import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { together } from '../helpers/node-history.ts'
import { testFolder } from '../helpers/folder.ts'
import { expectQuiet, inStep, lets, meet, Peer, peer } from '../helpers/nodes.ts'
import { seededCircle } from '../helpers/seeded-circle.ts'

const DAY = 24 * 60 * 60 * 1000
const REVIEW = '2028-01-01'

/** Ana, and Ben with two devices; all three know all. */
async function twoOfBen(): Promise<[Peer, Peer, Peer]> {
  const [ana, laptop, phone] = [await peer('Ana'), await newcomer('Ben'), await newcomer('Ben on the way')]
  const { phrase = '' } = await laptop.api.profile.create({ name: 'Ben' })
  await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  await lets(ana, laptop)
  await phone.api.profile.restore({ name: 'Ben', phrase })
  expect(await lets(ana, phone)).toBe(laptop.me)
  await inStep(ana, laptop, phone)
  return [ana, laptop, phone]
}

async function newcomer(name: string): Promise<Peer> {
  const made = await new Peer(name, join(await testFolder(), 'data'), 'of two devices').open()
  onTestFinished(() => made.close())
  return made
}

async function asks(ana: Peer, title: string): Promise<string> {
  const terms = { circle: ana.circle, title, text: 'As we said.', review: REVIEW }
  const { proposal } = await ana.api.proposal.present(terms)
  await ana.api.round.open({ proposal })
  await ana.api.response.consent({ proposal })
  return proposal
}

const closes = async (one: Peer, proposal: string) => (await one.api.round.close({ proposal })).agreement

it('[D3 row 12] Ben says from his phone that the laptop is gone, and the laptop speaks apart: contested where it was cited, kept where it objects', async () => {
  const peers = await twoOfBen()
  const [ana, laptop, phone] = peers
  const [oven, bench] = [await asks(ana, 'An oven'), await asks(ana, 'A bench')]
  await inStep(...peers)
  await Promise.all(peers.map((one) => one.restart()))
  await phone.api.device.revoke({ circle: phone.circle, device: laptop.session.device })
  // Whoever has the laptop goes on with it, and nobody there knows.
  await laptop.api.response.consent({ proposal: oven })
  const { agreement } = await laptop.api.round.close({ proposal: oven })
  const { objection } = await laptop.api.response.object({ proposal: bench, reason: 'It is too heavy.' })
  await meet(phone, ana, laptop)
  await inStep(ana, phone)
  for (const one of [ana, phone]) {
    const page = await one.api.agreement.show({ agreement })
    expect(page).toMatchObject({ state: 'contested', contests: [{ kind: 'device-gone', person: phone.me }] })
    const { items } = await one.api.backlog.list({ circle: one.circle })
    expect(items.filter(({ kind }) => kind === 'reconcile').map(({ about }) => about)).toEqual([agreement])
    const record = one.session.circle.responses.get(objection)
    expect(record && objectionState(one.session.circle, record)).toBe('cut-off')
  }
  // What the laptop objected to holds nothing up, and the circle says anew what Ben stands on.
  await phone.api.response.consent({ proposal: bench })
  await ana.api.round.open({ proposal: oven })
  await inStep(ana, phone)
  await phone.api.response.consent({ proposal: oven })
  await ana.api.response.consent({ proposal: oven })
  await inStep(ana, phone)
  const after = [await closes(ana, bench), await closes(ana, oven)]
  await inStep(ana, phone)
  for (const one of [ana, phone]) {
    for (const close of after)
      expect(['in-force', 'settled']).toContain((await one.api.agreement.show({ agreement: close })).state)
    expect((await one.api.agreement.show({ agreement })).state).toBe('superseded')
  }
  expectQuiet(ana, phone)
})

it('[D3 row 18] a review and a term date pass while all are apart: overdue and in force for each, and one that says so lapses', async () => {
  const peers = await seededCircle('dates pass', 'Ana', 'Ben')
  const [ana, ben] = peers as [Peer, Peer]
  const { circle } = ana
  const agreeOn = async (proposal: string) => {
    await ana.api.round.open({ proposal })
    await together(peers)
    await ana.api.response.consent({ proposal })
    await together(peers)
    await ben.api.response.consent({ proposal })
    await together(peers)
    const { agreement } = await ana.api.round.close({ proposal })
    await together(peers)
    return agreement
  }
  const terms = { circle, text: 'As we said.', review: '2026-04-01' }
  const stays = await agreeOn((await ana.api.proposal.present({ ...terms, title: 'Oven' })).proposal)
  const lapses = await agreeOn((await ana.api.proposal.present({ ...terms, title: 'Trial', lapses: true })).proposal)
  const seat = { circle, role: 'facilitator', person: ben.me, title: 'Ben facilitates', text: 'For now.' }
  await agreeOn((await ana.api.role.seat({ ...seat, until: '2026-04-01' })).proposal)
  const looks = async (one: Peer) => {
    const { items } = await one.api.agreement.list({ circle })
    const [{ due: oven, state }, { due: trial }] = [stays, lapses].map((id) =>
      items.find((line) => line.agreement === id),
    ) as [(typeof items)[number], (typeof items)[number]]
    const { holders } = await one.api.role.show({ circle, role: 'facilitator' })
    const { items: waiting } = await one.api.backlog.list({ circle })
    const kinds = waiting.map(({ kind }) => kind).filter((kind) => kind === 'review-due' || kind === 'term-due')
    return {
      oven,
      holds: ['in-force', 'settled'].includes(state),
      trial,
      holders: holders.map(({ name }) => name),
      kinds: kinds.toSorted(),
    }
  }
  const before = await looks(ana)
  expect(before).toMatchObject({ holds: true, holders: ['Ben'] })
  // Nobody hears of anybody for months.
  for (const one of peers) one.now += 60 * DAY
  for (const one of peers)
    expect(await looks(one)).toMatchObject({
      oven: 'overdue',
      holds: true,
      trial: 'lapsed',
      holders: ['Ben'],
      kinds: ['review-due', 'review-due', 'term-due'],
    })
  // Ben goes on in his seat meanwhile, and Ana proposes to renew what is overdue.
  await ben.api.agreement.evaluate({ agreement: stays, note: 'It bakes.' })
  const { proposal } = await ana.api.agreement.renew({ agreement: stays, review: REVIEW })
  await together(peers)
  const renewed = await agreeOn(proposal)
  for (const one of peers) {
    const { items } = await one.api.agreement.list({ circle })
    expect(items.find((line) => line.agreement === renewed)).toMatchObject({ due: 'current' })
    expect(items.find((line) => line.agreement === stays)).toMatchObject({
      state: 'superseded',
      due: null,
      became: { how: 'renewed' },
    })
    expect(await looks(one)).toMatchObject({ trial: 'lapsed', holders: ['Ben'] })
  }
  expectQuiet(...peers)
})
