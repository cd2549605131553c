import { expect, test } from 'vitest'
import { LyingKeeper } from '../helpers/lying-keeper.ts'
import { agreeOn, circleOf, expectQuiet, inStep, meet, until, type Peer } from '../helpers/nodes.ts'

const TERMS = { title: 'Someone who keeps', text: 'The machine in the library keeps for us.', review: '2027-01-01' }
const WORDS = 'We cook on Wednesdays.'

/** Ana and Ben named it; then Ana said something that Ben does not have. */
async function scene(): Promise<{ liar: LyingKeeper; ana: Peer; ben: Peer }> {
  const liar = await LyingKeeper.begins()
  const [ana, ben] = (await circleOf('ana', 'ben')) as [Peer, Peer]
  await agreeOn([ana, ben], { ...TERMS, keeper: liar.address })
  await ben.restart()
  await ana.restart()
  await ana.api.proposal.present({ circle: ana.circle, ...TERMS, title: 'Wednesdays', text: WORDS })
  return { liar, ana, ben }
}

/** They may be found where this keeper is, and no packet goes further than this machine. */
async function goesOut(one: Peer): Promise<void> {
  await one.api.circle.reach({ circle: one.circle, reach: 'lan' })
  await one.node.reach.callKeepers({ all: true })
}

const keeperOf = async (one: Peer) => (await one.api.keeper.list({ circle: one.circle })).keepers[0]!
const stands = (one: Peer, standing: string) =>
  until(`the keeper is ${standing} to ${one.name}`, [one], async () =>
    (await keeperOf(one)).standing === standing ? true : undefined,
  )
const said = async (one: Peer) => (await one.api.proposal.list({ circle: one.circle })).items.map(({ title }) => title)

const LIES: Record<string, [how: (block: Buffer) => Buffer | null, standing: 'untrue' | 'withholds']> = {
  'altered in one bit': [
    (block) => {
      block[block.length - 1]! ^= 1
      return block
    },
    'untrue',
  ],
  'cut short': [(block) => block.subarray(0, -5), 'untrue'],
  'of another': [() => Buffer.from('something that somebody else wrote'), 'untrue'],
  empty: [() => Buffer.alloc(0), 'untrue'],
  'not handed out': [() => null, 'withholds'],
}

test.each(Object.keys(LIES))('what a keeper hands out %s is not taken, and its people are told', async (name) => {
  const [how, standing] = LIES[name]!
  const { liar, ana, ben } = await scene()
  await liar.copies(ana)
  await liar.changes(how)
  const before = { at: ben.session.at(), hash: (await ben.api.circle.show({ circle: ben.circle })).stateHash }
  await goesOut(ben)
  await stands(ben, standing)
  expect(await ben.api.network.status({})).toMatchObject([{ keeperFault: standing }])
  // Nothing that is not whole counts, and nothing counts otherwise than before.
  expect(await said(ben)).not.toContain('Wednesdays')
  expect(ben.session.at()).toBe(before.at)
  expect((await ben.api.circle.show({ circle: ben.circle })).leftOut).toBe(0)

  // From Ana herself it comes as she said it, and the keeper's word changes nothing of it.
  await meet(ana, ben)
  await inStep(ana, ben)
  expect(await said(ben)).toContain('Wednesdays')
  expect((await keeperOf(ben)).standing === 'untrue').toBe(standing === 'untrue')
  expectQuiet(ana, ben)
})

test('a keeper that hands out what is old takes nothing back, and is not said to have everything', async () => {
  const { liar, ana, ben } = await scene()
  await liar.copies(ben)
  const whole = await ana.api.circle.show({ circle: ana.circle })
  await goesOut(ana)
  await stands(ana, 'coming')
  const { kept, known } = await keeperOf(ana)
  expect(kept).toBeLessThan(known)
  expect(await ana.api.circle.show({ circle: ana.circle })).toMatchObject({ at: whole.at, stateHash: whole.stateHash })
  // Whoever has only that knows no more than it holds, and what is missing comes with whoever has it.
  await goesOut(ben)
  await until('Ben has the keeper on the line', [ben], async () => (await keeperOf(ben)).connected || undefined)
  expect(await said(ben)).not.toContain('Wednesdays')
  await meet(ana, ben)
  await inStep(ana, ben)
  expect(await said(ben)).toContain('Wednesdays')
  expectQuiet(ana, ben)
})
