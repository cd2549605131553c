import { expect, it } from 'vitest'
import { circleOf, expectQuiet, inStep, meet, refusalOf, until, type Peer } from '../helpers/nodes.ts'

type Three = [Peer, Peer, Peer]

it('[D3 row 15] [G2] [G3] three select a facilitator: sealed on each device, also over a restart; opened by themselves when the last has nominated; the nominee last', async () => {
  const [ana, ben, cleo] = (await circleOf('Ana', 'Ben', 'Cleo')) as Three
  const circle = ana.circle
  const { selection } = await ana.api.selection.open({ circle, role: 'facilitator' })
  await inStep(ana, ben, cleo)
  await ana.api.selection.nominate({ selection, nominee: 'Ben', reason: 'He lets everyone finish.' })
  await ben.api.selection.nominate({ selection, nominee: 'Cleo', reason: 'She sees who is silent.' })
  await inStep(ana, ben, cleo)
  const sealed = await cleo.api.selection.show({ selection })
  expect(sealed).toMatchObject({ state: 'nominating', isOpen: false, mine: null, nominees: [], awaiting: [cleo.me] })
  // Nobody's device but their own has the words: not in what was sent, and not in what is shown.
  expect(JSON.stringify([...cleo.session.follower.entries])).not.toContain('He lets everyone finish')
  expect((await ana.api.selection.show({ selection })).mine).toMatchObject({ nominee: ben.me })
  expect((await cleo.api.home.show({})).waiting).toMatchObject([{ kind: 'nominate', role: 'facilitator' }])

  // Ana's program ends and is begun again before it is time to open what she sealed.
  await ana.restart()
  await meet(ana, ben)
  await meet(ben, cleo)
  await cleo.api.selection.nominate({ selection, nominee: null })
  await until('all three nominations are open', [ana, ben, cleo], async () => {
    const pages = await Promise.all([ana, ben, cleo].map((one) => one.api.selection.show({ selection })))
    return pages.every((page) => page.unopened.length === 0 && page.isOpen) ? true : undefined
  })
  await inStep(ana, ben, cleo)
  const open = await cleo.api.selection.show({ selection })
  expect(open.nominees).toMatchObject([
    { person: ben.me, reasons: [{ person: ana.me, reason: 'He lets everyone finish.', changed: false }] },
    { person: cleo.me, reasons: [{ person: ben.me, reason: 'She sees who is silent.', changed: false }] },
  ])
  expect(open.passed).toEqual([cleo.me])
  expect(await refusalOf(cleo.api.selection.nominate({ selection, nominee: 'Ana', reason: 'late' }))).toBe(
    'nominations-open',
  )

  await ana.api.selection.inform({ selection, text: 'Ben is away in summer.' })
  await ana.api.selection.change({ selection, nominee: 'Cleo', reason: 'She is here in summer.' })
  for (const one of [ben, cleo]) await one.api.selection.keep({ selection })
  await inStep(ana, ben, cleo)
  expect((await ana.api.home.show({})).waiting).toMatchObject([{ kind: 'choose', title: 'facilitator' }])
  const { proposal } = await ana.api.selection.propose({
    selection,
    person: 'Cleo',
    title: 'Cleo facilitates',
    text: 'She sees who is silent, and is here in summer.',
  })
  await inStep(ana, ben, cleo)
  // The reasons were heard: nobody is asked for questions and reactions again, and none of it counts as left out.
  for (const one of [ana, ben]) expect((await one.api.home.show({})).waiting).toMatchObject([{ kind: 'open-selected' }])
  expect((await ana.api.round.open({ proposal })).skipped).toEqual([])
  await inStep(ana, ben, cleo)
  expect((await ben.api.proposal.show({ proposal })).rounds).toMatchObject([{ skipped: [], missing: {} }])
  expect(await refusalOf(cleo.api.response.consent({ proposal }))).toBe('nominee-last')
  for (const one of [ana, ben]) await one.api.response.consent({ proposal })
  await inStep(ana, ben, cleo)
  await cleo.api.response.consent({ proposal })
  await inStep(ana, ben, cleo)
  await ben.api.round.close({ proposal })
  await inStep(ana, ben, cleo)
  for (const one of [ana, ben, cleo]) {
    const { items } = await one.api.role.list({ circle })
    expect(items[0]).toMatchObject({
      role: 'facilitator',
      state: 'filled',
      holders: [{ name: 'Cleo', until: '2027-03-01', selection }],
      selection: null,
    })
    expect(await one.api.selection.show({ selection })).toMatchObject({ state: 'selected' })
  }

  // A year later the term is over: it is on the list and at home, and she still facilitates.
  ben.now = Date.UTC(2027, 2, 2)
  expect(await ben.api.backlog.list({ circle })).toMatchObject({
    items: [{ kind: 'term-due', about: 'facilitator', due: '2027-03-01', ownerName: 'Cleo' }],
  })
  expect((await ben.api.home.show({})).waiting).toMatchObject([{ kind: 'term-due', role: 'facilitator' }])
  await cleo.api.role.layDown({ circle, role: 'facilitator', reason: 'It was a good year.' })
  await inStep(ana, ben, cleo)
  expect(await ben.api.role.show({ circle, role: 'facilitator' })).toMatchObject({
    state: 'vacant',
    history: [
      { what: 'laid-down', person: cleo.me, reason: 'It was a good year.' },
      { what: 'held', person: cleo.me, until: '2027-03-01' },
    ],
  })
  expect((await ben.api.backlog.list({ circle })).items).toMatchObject([{ kind: 'seat-vacant', title: 'facilitator' }])
  expectQuiet(ana, ben, cleo)
})

it('[Y1] [Y2] [Y3] a role of the circle’s own, given and looked back on, leads to a plan', async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  const circle = ana.circle
  const agree = async (proposal: string, last: Peer) => {
    await inStep(ana, ben)
    await ana.api.round.open({ proposal })
    await inStep(ana, ben)
    for (const one of [ana, ben].filter((each) => each !== last)) await one.api.response.consent({ proposal })
    await inStep(ana, ben)
    await last.api.response.consent({ proposal })
    await inStep(ana, ben)
    const { agreement } = await ana.api.round.close({ proposal })
    await inStep(ana, ben)
    return agreement
  }
  const role = 'Keeper of the keys'
  const described = await ana.api.role.describe({
    circle,
    name: role,
    aim: 'The room is open when we need it.',
    accountabilities: ['opens on Tuesdays'],
    months: 6,
    review: '2027-01-01',
  })
  await agree(described.proposal, ben)
  const seat = { circle, role, person: 'Ben', title: 'Ben has the keys', text: 'He lives next door.' }
  await agree((await ana.api.role.seat(seat)).proposal, ben)
  expect(await ben.api.role.show({ circle, role })).toMatchObject({
    name: role,
    state: 'filled',
    holders: [{ person: ben.me, until: '2026-09-01' }],
    described: { accountabilities: ['opens on Tuesdays'] },
    months: 6,
  })
  const { review } = await ben.api.review.open({ circle, role })
  await inStep(ana, ben)
  const say = { review, as: 'appreciation', text: 'Never late.' } as const
  expect(await refusalOf(ana.api.review.say(say))).toBe('holder-first')
  await ben.api.review.say({ review, as: 'improvement', text: 'I forgot the windows.' })
  await inStep(ana, ben)
  await ana.api.review.say(say)
  await inStep(ana, ben)
  expect((await ben.api.home.show({})).waiting).toMatchObject([{ kind: 'review-plan', review }])
  const plan = await ben.api.review.plan({ review, title: 'Windows', text: 'A note at the door.', next: '2027-02-01' })
  const agreement = await agree(plan.proposal, ben)
  expect(await ana.api.review.show({ review })).toMatchObject({ state: 'agreed', agreement, next: '2027-02-01' })
  expectQuiet(ana, ben)
})
