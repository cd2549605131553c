import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { hashText, verifyText } from '../../src/log/crypto.ts'
import { Program } from '../helpers/below-the-rules.ts'
import { circleOf, expectQuiet, inStep, peer, refusalOf, type Peer } from '../helpers/nodes.ts'

const TERMS = { title: 'Tuesday kitchen', text: 'We cook on Tuesdays.', review: '2027-01-01' }
const REASON = 'I work on Thursdays now.'

/** All away from each other: from here on only files go between them. */
async function alone(...peers: readonly Peer[]): Promise<void> {
  await Promise.all(peers.map((one) => one.restart()))
}

/** Brings what one knows to others, in a file. */
async function carries(from: Peer, ...to: readonly Peer[]): Promise<number[]> {
  const file = join(from.folder, '..', 'on-a-stick')
  await from.api.bundle.export({ circle: from.circle, file })
  const imported: number[] = []
  for (const one of to) imported.push((await one.api.bundle.import({ file })).events)
  return imported
}

/** Everyone's files reach everyone. */
async function exchange(...peers: readonly Peer[]): Promise<void> {
  for (const one of peers) await carries(one, ...peers.filter((other) => other !== one))
}

async function scene(): Promise<{ peers: [Peer, Peer, Peer]; proposal: string }> {
  const peers = (await circleOf('Ana', 'Ben', 'Cleo')) as [Peer, Peer, Peer]
  const { proposal } = await peers[0].api.proposal.present({ circle: peers[0].circle, ...TERMS })
  await inStep(...peers)
  return { peers, proposal }
}

const agreements = async (one: Peer) =>
  Object.fromEntries(
    (await one.api.agreement.list({ circle: one.circle })).items.map(({ agreement, state }) => [agreement, state]),
  )
const reconciling = async (one: Peer) =>
  (await one.api.backlog.list({ circle: one.circle })).items.filter(({ kind }) => kind === 'reconcile')

it('[D3 row 2] [D3 row 4] an objection made apart, without knowing of the close, contests it for all, until a round reconciles them', async () => {
  const { peers, proposal } = await scene()
  const [ana, ben, cleo] = peers
  const { version } = await ben.api.proposal.amend({ proposal, text: 'We cook on Thursdays.' })
  await inStep(...peers)
  await ana.api.round.open({ proposal })
  await inStep(...peers)
  await cleo.api.response.consent({ proposal })
  await inStep(...peers)
  const seen = (await ben.api.proposal.show({ proposal })).responses
  expect(seen).toEqual([{ person: cleo.me, answer: 'consent', reason: null, version }])

  await alone(cleo)
  for (const one of [ana, ben]) await one.api.response.consent({ proposal })
  await inStep(ana, ben)
  const { agreement } = await ana.api.round.close({ proposal })
  await inStep(ana, ben)
  expect(await agreements(ben)).toEqual({ [agreement]: 'in-force' })
  expect(await agreements(cleo)).toEqual({})
  const { objection } = await cleo.api.response.object({ proposal, reason: REASON })

  await alone(ana, ben)
  await carries(cleo, ana)
  await carries(ana, ben, cleo)
  await inStep(...peers)
  for (const one of peers) {
    expect(await agreements(one)).toEqual({ [agreement]: 'contested' })
    expect(await reconciling(one)).toMatchObject([{ about: agreement, title: TERMS.title }])
    const page = await one.api.agreement.show({ agreement })
    expect(page).toMatchObject({ state: 'contested', text: 'We cook on Thursdays.' })
    expect(page.consents).toEqual([ana.me, ben.me, cleo.me].toSorted())
    expect(page.contests).toMatchObject([{ event: objection, kind: 'objection', person: cleo.me, reason: REASON }])
    expect((await one.api.proposal.show({ proposal })).state).toBe('contested')
  }

  await exchange(...peers)
  await ben.api.proposal.amend({ proposal, text: 'We cook on Fridays.', integrates: [objection] })
  await ben.api.round.open({ proposal })
  await carries(ben, ana, cleo)
  for (const one of peers) await one.api.response.consent({ proposal })
  await exchange(...peers)
  const { agreement: reconciled } = await cleo.api.round.close({ proposal })
  await exchange(...peers)
  await inStep(...peers)
  for (const one of peers) {
    expect(await agreements(one)).toEqual({ [agreement]: 'superseded', [reconciled]: 'in-force' })
    expect(await reconciling(one)).toEqual([])
    expect((await one.api.proposal.show({ proposal })).objections).toMatchObject([{ objection, state: 'integrated' }])
  }
  expectQuiet(...peers)
})

it('a close without the standing consent of everyone asked is refused at its author, and invalid for all', async () => {
  const { peers, proposal } = await scene()
  const [ana, ben, cleo] = peers
  const { round } = await ana.api.round.open({ proposal })
  await inStep(...peers)
  const { response: before } = await cleo.api.response.consent({ proposal })
  const { response: anas } = await ana.api.response.consent({ proposal })
  const { response: bens } = await ben.api.response.consent({ proposal })
  const { objection } = await cleo.api.response.object({ proposal, reason: REASON })
  await inStep(...peers)
  expect(await refusalOf(ana.api.round.close({ proposal }))).toBe('not-consented')

  const { version } = await ana.api.proposal.show({ proposal })
  const cited = (consents: Record<string, string>) =>
    Object.entries(consents)
      .map(([person, response]) => ({ person, response }))
      .toSorted((a, b) => (a.person < b.person ? -1 : 1))
  const program = new Program(ana)
  // Without Cleo; with a word of Cleo's that she took back; with her objection.
  for (const cleos of [{}, { [cleo.me]: before }, { [cleo.me]: objection }]) {
    const consents = cited({ [ana.me]: anas, [ben.me]: bens, ...cleos })
    await program.says('round.closed', { round, version, consents })
  }
  await inStep(...peers)
  for (const one of peers) {
    expect(Object.values(await agreements(one))).toEqual(['invalid'])
    expect((await one.api.circle.show({ circle: one.circle })).state).toBe('forming')
    expect(await refusalOf(one.api.certificate.export({ agreement: Object.keys(await agreements(one))[0]! }))).toBe(
      'not-in-force',
    )
  }
  await cleo.api.objection.withdraw({ objection })
  await cleo.api.response.consent({ proposal })
  await inStep(...peers)
  const { agreement } = await ben.api.round.close({ proposal })
  await inStep(...peers)
  for (const one of peers) expect(await agreements(one)).toEqual({ [agreement]: 'in-force' })
  expectQuiet(...peers)
})

it('[D3 row 7] two amendments made apart are siblings, and nothing merges by itself', async () => {
  const { peers, proposal } = await scene()
  const [ana, ben, cleo] = peers
  await alone(...peers)
  const { version: anas } = await ana.api.proposal.amend({ proposal, text: 'We cook on Mondays.' })
  const { version: bens } = await ben.api.proposal.amend({ proposal, text: 'We cook on Fridays.' })
  await exchange(...peers)
  await inStep(...peers)
  for (const one of peers) {
    const page = await one.api.proposal.show({ proposal })
    expect([page.version, ...page.siblings].toSorted()).toEqual([anas, bens].toSorted())
    expect(page.versions.filter(({ number }) => number === 2)).toHaveLength(2)
  }
  expect(await refusalOf(cleo.api.round.open({ proposal }))).toBe('siblings-open')
  expect(await refusalOf(cleo.api.proposal.amend({ proposal, text: 'Both.' }))).toBe('siblings-open')
  await cleo.api.proposal.amend({ proposal, text: 'We cook on Mondays and Fridays.', from: [anas, bens] })
  await cleo.api.round.open({ proposal })
  await exchange(...peers)
  expect((await ana.api.proposal.show({ proposal })).siblings).toEqual([])
  await inStep(...peers)
})

it('[D3 row 5] two closes of one round and version, made apart, are one agreement with two certificates', async () => {
  const { peers, proposal } = await scene()
  const [ana, ben] = peers
  await ana.api.round.open({ proposal })
  await inStep(...peers)
  for (const one of peers) await one.api.response.consent({ proposal })
  await inStep(...peers)
  await alone(...peers)
  const { agreement } = await ana.api.round.close({ proposal })
  expect(await ben.api.round.close({ proposal })).toMatchObject({ agreement })
  const apart = await Promise.all([ana, ben].map((one) => one.api.certificate.export({ agreement })))
  const texts = apart.map(({ certificate }) => certificate)
  expect(texts[0]).not.toBe(texts[1])
  for (const text of texts)
    expect(verifyCertificate(text, { hash: hashText, verify: verifyText })).toMatchObject({ valid: true, agreement })

  await exchange(...peers)
  await inStep(...peers)
  for (const one of peers) {
    expect(await agreements(one)).toEqual({ [agreement]: 'in-force' })
    expect(await reconciling(one)).toEqual([])
    const { certificate } = await one.api.certificate.export({ agreement })
    expect(texts).toContain(certificate)
    expect(one.session.circle.agreements.get(agreement)?.closes).toHaveLength(2)
  }
})

it('a file that was taken in before changes nothing, and one of another circle is not ours', async () => {
  const { peers } = await scene()
  const [ana, ben, cleo] = peers
  await alone(...peers)
  await ben.api.proposal.present({ circle: ben.circle, ...TERMS, title: 'Another' })
  expect(await carries(ben, ana)).toEqual([1])
  const lengths = () => peers.map(({ session }) => session.log.base.local.length)
  const [before, state] = [lengths(), await ana.api.circle.show({ circle: ana.circle })]
  expect(await carries(ben, ana, ana)).toEqual([0, 0])
  expect(lengths()).toEqual(before)
  expect(await ana.api.circle.show({ circle: ana.circle })).toEqual(state)
  // Taking in is not saying: nothing was added to any log by it.
  await carries(ana, cleo, ben)
  expect(lengths()).toEqual(before)
  await inStep(...peers)

  const [dora, eve] = [(await circleOf('Dora'))[0]!, await peer('Eve')]
  for (const one of [dora, eve]) expect(await refusalOf(carries(ana, one))).toBe('not-your-circle')
  expect(await eve.api.circle.list({})).toEqual([])
})
