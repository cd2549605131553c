import { describe, expect, it } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { hashText, verifyText } from '../../src/log/crypto.ts'
import { agreeOn, circleOf, expectQuiet, inStep, lets, meet, peer, refusalOf, type Peer } from '../helpers/nodes.ts'

type Three = [Peer, Peer, Peer]

describe('Ana, Ben and Cleo', () => {
  it('bring a proposal through an objection to one agreement', async () => {
    const [ana, ben, cleo] = (await circleOf('Ana', 'Ben', 'Cleo')) as Three
    await meet(ben, cleo)
    const circle = ana.circle
    const { proposal, version } = await ana.api.proposal.present({
      circle,
      title: 'Tuesday kitchen',
      text: 'We cook together on Tuesdays.',
      review: '2027-01-01',
    })
    await inStep(ana, ben, cleo)

    const { question } = await ben.api.proposal.ask({ proposal: 'Tuesday kitchen', text: 'Who buys the food?' })
    await inStep(ana, ben, cleo)
    await ana.api.proposal.answer({ question, text: 'Whoever cooks.' })
    await inStep(ana, ben, cleo)
    await ben.api.proposal.understood({ proposal })
    await cleo.api.proposal.react({ proposal, text: 'I like it.' })
    await inStep(ana, ben, cleo)

    const round = await ben.api.round.open({ proposal })
    expect(round.skipped).toEqual(['clarifying', 'reactions'])
    await inStep(ana, ben, cleo)
    const page = await cleo.api.proposal.show({ proposal })
    expect(page).toMatchObject({ state: 'in-round', round: round.round, version })
    expect(page.rounds[0]).toMatchObject({ missing: { clarifying: [cleo.me], reactions: [ben.me] } })

    await ana.api.response.consent({ proposal })
    const { objection } = await cleo.api.response.object({ proposal, reason: 'I work on Tuesdays.' })
    await inStep(ana, ben, cleo)
    await ben.api.response.consent({ proposal })
    expect(await refusalOf(ben.api.round.close({ proposal }))).toBe('not-consented')
    await ben.api.objection.understood({ objection })
    await inStep(ana, ben, cleo)
    expect(await objectionOf(ana, proposal)).toMatchObject({ objection, state: 'understood' })

    const second = await ana.api.proposal.amend({ proposal, text: 'We cook on Thursdays.', integrates: [objection] })
    await inStep(ana, ben, cleo)
    for (const one of [ana, ben, cleo]) expect(await objectionOf(one, proposal)).toMatchObject({ state: 'offered' })
    await ana.api.round.open({ proposal })
    await inStep(ana, ben, cleo)
    // Consents to the first version say nothing about the second.
    expect((await ben.api.proposal.show({ proposal })).awaiting.toSorted()).toEqual(
      [ana.me, ben.me, cleo.me].toSorted(),
    )
    for (const one of [cleo, ben, ana]) await one.api.response.consent({ proposal })
    await inStep(ana, ben, cleo)
    for (const one of [ana, ben, cleo]) expect(await objectionOf(one, proposal)).toMatchObject({ state: 'integrated' })

    const { agreement } = await ben.api.round.close({ proposal })
    const { stateHash } = await inStep(ana, ben, cleo)
    expect(stateHash).toMatch(/^[0-9a-f]{64}$/)
    for (const one of [ana, ben, cleo]) {
      const { items } = await one.api.agreement.list({ circle })
      expect(items).toMatchObject([{ agreement, title: 'Tuesday kitchen', state: 'in-force', review: '2027-01-01' }])
      expect(await one.api.circle.show({ circle })).toMatchObject({ state: 'active', waiting: 0, stateHash })
    }
    expect(await cleo.api.agreement.show({ agreement })).toMatchObject({
      text: 'We cook on Thursdays.',
      version: second.version,
      consents: [ana.me, ben.me, cleo.me].toSorted(),
      contests: [],
    })
    const { certificate } = await cleo.api.certificate.export({ agreement })
    const verdict = verifyCertificate(certificate, { hash: hashText, verify: verifyText }, circle)
    if (!verdict.valid) throw new Error(verdict.why)
    expect(verdict.text).toBe('We cook on Thursdays.')
    expect(verdict.consents.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben', 'Cleo'])
    expectQuiet(ana, ben, cleo)
  })

  it('settle an agreement only when each of them was shown it', async () => {
    const [ana, ben, cleo] = (await circleOf('Ana', 'Ben', 'Cleo')) as Three
    const agreement = await agreeOn([ana, ben, cleo])
    const stateOf = async (one: Peer) => (await one.api.agreement.list({ circle: one.circle })).items[0]?.state
    const before = await inStep(ana, ben, cleo)
    // Ana closed it, so she has seen it; that it lies on the others' machines says nothing of them.
    for (const one of [ana, ben, cleo]) expect(await stateOf(one)).toBe('in-force')
    await ben.api.agreement.show({ agreement })
    await inStep(ana, ben, cleo)
    for (const one of [ana, ben, cleo]) expect(await stateOf(one)).toBe('in-force')
    await cleo.api.agreement.show({ agreement })
    const after = await inStep(ana, ben, cleo)
    for (const one of [ana, ben, cleo]) expect(await stateOf(one)).toBe('settled')
    expect(after.stateHash).toBe(before.stateHash)
    const events = ben.session.follower.entries.length
    await ben.api.agreement.show({ agreement })
    expect(ben.session.follower.entries).toHaveLength(events)
  })

  it('let Dora in as a guest after their first agreement, and as a member by another', async () => {
    const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
    await agreeOn([ana, ben])
    const dora = await peer('Dora')
    const doraHere = await lets(ben, dora)
    await meet(ana, dora)
    await inStep(ana, ben, dora)
    const states = async (one: Peer) =>
      Object.fromEntries(
        (await one.api.circle.show({ circle: one.circle })).members.map(({ name, state }) => [name, state]),
      )
    expect(await states(ana)).toEqual({ Ana: 'joined', Ben: 'joined', Dora: 'guest' })

    const draft = { circle: dora.circle, title: 'Mine', text: 'Let me in.', review: '2027-01-01' }
    expect(await refusalOf(dora.api.proposal.present(draft))).toBe('needs-consent')
    expect(await refusalOf(dora.api.invite.create({ circle: dora.circle }))).toBe('needs-consent')
    const agreed = { title: 'Dora is one of us', text: 'Dora joins the kitchen.', review: '2027-01-01' }
    const { proposal } = await ana.api.proposal.present({ circle: ana.circle, ...agreed, admits: 'Dora' })
    await inStep(ana, ben, dora)
    await dora.api.proposal.react({ proposal, text: 'I would love to.' })
    expect(await refusalOf(dora.api.round.open({ proposal }))).toBe('needs-consent')
    await inStep(ana, ben, dora)
    await ben.api.round.open({ proposal })
    await inStep(ana, ben, dora)
    expect((await dora.api.proposal.show({ proposal })).awaiting).not.toContain(doraHere)
    expect(await refusalOf(dora.api.response.consent({ proposal }))).toBe('needs-consent')
    for (const one of [ana, ben]) await one.api.response.consent({ proposal })
    await inStep(ana, ben, dora)
    await ben.api.round.close({ proposal })
    await inStep(ana, ben, dora)
    for (const one of [ana, ben, dora]) expect(await states(one)).toMatchObject({ Dora: 'joined' })
    await dora.api.proposal.present(draft)
    await inStep(ana, ben, dora)
    expectQuiet(ana, ben, dora)
  })
})

async function objectionOf(one: Peer, proposal: string) {
  return (await one.api.proposal.show({ proposal })).objections[0]
}
