import { join } from 'node:path'
import { expect, it } from 'vitest'
import { circleOf, expectQuiet, inStep, meet, refusalOf, type Peer } from '../helpers/nodes.ts'

const DAY = 24 * 60 * 60 * 1000
const REVIEW = '2028-01-01'
type Three = [Peer, Peer, Peer]
/** Two open proposals about one thing. */
type Pair = readonly [one: string, other: string]

const three = async () => (await circleOf('Ana', 'Ben', 'Cleo')) as Three

/** Everyone goes away: from here on only files go between them, until they meet. */
const apart = (...peers: readonly Peer[]) => Promise.all(peers.map((one) => one.restart()))

async function together(...peers: readonly Peer[]): Promise<void> {
  await meet(...peers)
  await inStep(...peers)
}

/** Brings what one knows now to another, in a file. */
async function carries(from: Peer, to: Peer): Promise<void> {
  const file = join(from.folder, '..', 'on-a-stick')
  await from.api.bundle.export({ circle: from.circle, file })
  await to.api.bundle.import({ file })
}

const consents = (one: Peer, proposal: string) => one.api.response.consent({ proposal })
const closes = async (one: Peer, proposal: string) => (await one.api.round.close({ proposal })).agreement
async function statesOf(one: Peer, agreements: readonly string[]) {
  const { items } = await one.api.agreement.list({ circle: one.circle })
  return agreements.map((agreement) => items.find((line) => line.agreement === agreement)?.state)
}

/** All consent to what is asked, the one whom it names last, and it is closed; then everybody is shown it. */
async function settles(peers: Three, proposal: string, last: Peer = peers[2]): Promise<void> {
  await peers[0].api.round.open({ proposal })
  await inStep(...peers)
  for (const one of peers) if (one !== last) await consents(one, proposal)
  await inStep(...peers)
  await consents(last, proposal)
  await inStep(...peers)
  const agreement = await closes(peers[0], proposal)
  await inStep(...peers)
  for (const one of peers) await one.api.agreement.show({ agreement })
  await inStep(...peers)
  for (const one of peers) expect(await statesOf(one, [agreement])).toEqual(['settled'])
}

/**
 * Closed apart so that neither is the later: Ben says yes to the other first, Ana and Cleo to the one. Ben closes the one,
 * Cleo the other, and neither knows of it. Then they meet.
 */
async function closedInNoOrder(peers: Three, [one, other]: Pair): Promise<Pair> {
  const [ana, ben, cleo] = peers
  await apart(...peers)
  await consents(ben, other)
  await consents(ana, one)
  await consents(cleo, one)
  await carries(ben, cleo)
  await carries(ana, ben)
  await carries(cleo, ben)
  await consents(ben, one)
  const first = await closes(ben, one)
  await consents(ana, other)
  await carries(ana, cleo)
  await consents(cleo, other)
  const second = await closes(cleo, other)
  expect(await Promise.all([statesOf(ben, [second]), statesOf(cleo, [first])])).toEqual([[undefined], [undefined]])
  await together(...peers)
  return [first, second]
}

const aims = async (one: Peer, aim: string) => {
  const terms = { title: aim, text: 'From now on.', review: REVIEW, purpose: { name: 'Kitchen', aim } }
  return (await one.api.proposal.present({ circle: one.circle, ...terms })).proposal
}
const aimOf = async (one: Peer) => (await one.api.circle.show({ circle: one.circle })).aim

/** Two would give the circle another aim, each in their own words, and both rounds are open. */
async function twoAims(peers: Three, silence: { silence?: 'absentee' } = {}): Promise<Pair> {
  const [ana, ben] = peers
  const pair = [await aims(ana, 'to cook for the street'), await aims(ben, 'to cook for all')] as const
  await inStep(...peers)
  for (const proposal of pair) await ben.api.round.open({ proposal, ...silence })
  await inStep(...peers)
  return pair
}

it('[D3 row 8] two closed apart for one place, whose words all go in one order: the later is adopted on every node', async () => {
  const peers = await three()
  const [ana, ben, cleo] = peers
  // Who is not asked can close a round without knowing what was said since.
  await cleo.api.member.leaveOfAbsence({ circle: cleo.circle })
  await inStep(...peers)
  const [one, other] = await twoAims(peers)
  for (const person of [ana, ben]) await consents(person, one)
  await inStep(...peers)
  await apart(cleo)
  for (const person of [ana, ben]) await consents(person, other)
  await inStep(ana, ben)
  await apart(ana, ben)
  // The order of the words counts, not that of the closes.
  const second = await closes(ana, other)
  const first = await closes(cleo, one)
  expect([await aimOf(ben), await aimOf(cleo)]).toEqual(['to cook together', 'to cook for the street'])
  await together(...peers)
  for (const person of peers) {
    expect(await statesOf(person, [first, second])).toEqual(['superseded', 'in-force'])
    expect(await aimOf(person)).toBe('to cook for all')
  }
  expectQuiet(...peers)
})

it('[D3 row 8] whose words go in both orders: both are contested, what was settled goes on, and it waits to be reconciled', async () => {
  const peers = await three()
  await settles(peers, await aims(peers[0], 'to cook at all'))
  const both = await closedInNoOrder(peers, await twoAims(peers))
  for (const person of peers) {
    expect(await statesOf(person, both)).toEqual(['contested', 'contested'])
    expect(await aimOf(person)).toBe('to cook at all')
    const { items } = await person.api.backlog.list({ circle: person.circle })
    const waiting = items.filter(({ kind }) => kind === 'reconcile').map(({ about }) => about)
    expect(waiting.toSorted()).toEqual([...both].toSorted())
  }
  expectQuiet(...peers)
})

const seats = async (one: Peer, { me: person, name }: Peer) => {
  const terms = { role: 'facilitator', person, title: `${name} facilitates`, text: 'For now.', until: '2027-01-01' }
  return (await one.api.role.seat({ circle: one.circle, ...terms })).proposal
}
const twoSeats = async (peers: Three): Promise<Pair> => {
  const pair = [await seats(peers[0], peers[1]), await seats(peers[0], peers[2])] as const
  for (const proposal of pair) await peers[0].api.round.open({ proposal })
  await inStep(...peers)
  return pair
}
const seatAt = async (one: Peer) => {
  const { state, holders, undecided } = await one.api.role.show({ circle: one.circle, role: 'facilitator' })
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).toSorted()
  return { state, holders: names(holders), undecided: names(undecided) }
}

it('[D3 row 14] two are selected apart for one seat: the settled holder acts on every node, until the circle says more', async () => {
  const peers = await three()
  const [ana, ben] = peers
  await settles(peers, await seats(ana, ana), ana)
  await closedInNoOrder(peers, await twoSeats(peers))
  for (const one of peers)
    expect(await seatAt(one)).toEqual({ state: 'apart', holders: ['Ana'], undecided: ['Ben', 'Cleo'] })
  await settles(peers, await seats(ana, ben), ben)
  for (const one of peers) expect(await seatAt(one)).toMatchObject({ holders: ['Ben'], undecided: [] })
  expectQuiet(...peers)
})

it('[D3 row 14] where nobody was settled in that seat before, both act', async () => {
  const peers = await three()
  const both = await closedInNoOrder(peers, await twoSeats(peers))
  for (const one of peers) {
    expect(await statesOf(one, both)).toEqual(['contested', 'contested'])
    expect(await seatAt(one)).toMatchObject({ state: 'apart', holders: ['Ben', 'Cleo'] })
  }
  expectQuiet(...peers)
})

it('[D3 row 17] a clock that is years wrong: what it says counts on all nodes, and its time is shown as unsure', async () => {
  const peers = await three()
  const [ana, ben, cleo] = peers
  const proposal = await aims(ana, 'to cook for all')
  await inStep(...peers)
  await apart(...peers)
  const today = ana.now
  cleo.now -= 3650 * DAY
  await cleo.api.proposal.react({ proposal, text: 'Yes, long ago.' })
  ben.now += 3650 * DAY
  await ben.api.proposal.react({ proposal, text: 'Yes, in years.' })
  await together(...peers)
  cleo.now = ana.now
  for (const one of [ana, cleo]) await one.api.proposal.understood({ proposal })
  await inStep(...peers)
  for (const one of peers) {
    const { story, reactions } = await one.api.proposal.show({ proposal })
    expect(new Set(reactions.map(({ text }) => text))).toEqual(new Set(['Yes, in years.', 'Yes, long ago.']))
    const unsure = story.filter((line) => line.unsure)
    expect(new Set(unsure.map(({ name }) => name))).toEqual(new Set(['Ben', 'Cleo']))
    // The time shown is the one that the others' clocks leave room for.
    for (const { at } of unsure) expect(Math.abs(at - today)).toBeLessThan(DAY)
  }
  expectQuiet(...peers)
})

it('[D3 row 19] silence counted in two parts of a circle: each names who was away, and who was away contests by their other word', async () => {
  const peers = await three()
  const [ana, ben, cleo] = peers
  const way = { rule: 'absentee', days: 2 } as const
  const silence = { circle: ana.circle, way, title: 'Silence', text: 'Two days.', review: REVIEW }
  await settles(peers, (await ana.api.way.propose(silence)).proposal)
  const [one, other] = await twoAims(peers, { silence: 'absentee' })
  await apart(...peers)
  await consents(ana, one)
  await consents(cleo, other)
  for (const person of peers) person.now += 3 * DAY
  expect(await refusalOf(closes(ana, one))).toBe('too-many-silent')
  await consents(ben, one)
  await carries(ben, ana)
  const first = await closes(ana, one)
  await consents(ben, other)
  await carries(ben, cleo)
  const second = await closes(cleo, other)
  for (const [person, agreement, away] of [[ana, first, cleo] as const, [cleo, second, ana] as const])
    expect(await person.api.agreement.show({ agreement })).toMatchObject({ state: 'in-force', absent: [away.me] })
  await together(...peers)
  for (const person of peers) {
    // Ben, who is in both, gave the second word later.
    expect(await statesOf(person, [first, second])).toEqual(['superseded', 'contested'])
    const page = await person.api.agreement.show({ agreement: second })
    expect(page).toMatchObject({ absent: [ana.me], contests: [{ kind: 'other-consent', person: ana.me }] })
  }
  expectQuiet(...peers)
})

it('[D3 row 22] two secretaries write on apart: both texts are kept, and consent at the next meeting chooses', async () => {
  const peers = await three()
  const [ana, ben] = peers
  const { circle } = ana
  const { meeting } = await ana.api.meeting.schedule({ circle, title: 'Evening', starts: ana.now, minutes: 30 })
  const { minutes: from } = await ana.api.minutes.write({ meeting, text: 'We met.' })
  await inStep(...peers)
  await apart(...peers)
  await ana.api.minutes.write({ meeting, text: 'We met and ate.', from })
  const { minutes: bens } = await ben.api.minutes.write({ meeting, text: 'We met and cooked.', from })
  await together(...peers)
  const texts = async (one: Peer) => {
    const { drafts } = (await one.api.minutes.show({ meeting })).standing
    return drafts.map(({ name, text }) => `${name}: ${text}`).toSorted()
  }
  const kept = ['Ana: We met and ate.', 'Ben: We met and cooked.']
  for (const one of peers) expect(await texts(one)).toEqual(kept)
  const next = { circle, title: 'Next', starts: ana.now + DAY, minutes: 30, follows: meeting }
  await ana.api.meeting.start({ meeting: (await ana.api.meeting.schedule(next)).meeting })
  const terms = { meeting, title: 'Minutes', review: REVIEW }
  expect(await refusalOf(ana.api.minutes.propose(terms))).toBe('siblings-open')
  await settles(peers, (await ana.api.minutes.propose({ ...terms, minutes: bens })).proposal)
  for (const one of peers) {
    expect((await one.api.minutes.show({ meeting })).standing.agreed).toMatchObject({ text: 'We met and cooked.' })
    expect(await texts(one)).toEqual(kept)
  }
  expectQuiet(...peers)
})
