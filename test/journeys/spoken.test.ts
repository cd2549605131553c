import { expect, it } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { hashText, verifyText } from '../../src/log/crypto.ts'
import { circleOf, expectQuiet, inStep, meet, refusalOf, type Peer } from '../helpers/nodes.ts'

type Four = [Peer, Peer, Peer, Peer]

const REVIEW = '2027-01-01'

it('[V1] [V2] [V3] [V4] [V5] Cleo came without her device: Ana writes down her consent, Ben and Dora witness it, it counts and is shown as spoken; disputed by her own device, everyone sees it', async () => {
  const [ana, ben, cleo, dora] = (await circleOf('Ana', 'Ben', 'Cleo', 'Dora')) as Four
  const everyone = [ana, ben, cleo, dora] as const
  const { circle } = ana
  const way = { rule: 'spoken-words', witnesses: 2 } as const
  const asked = await ana.api.way.propose({ circle, way, title: 'Spoken words', text: 'They count.', review: REVIEW })
  await ana.api.round.open({ proposal: asked.proposal })
  await inStep(...everyone)
  for (const one of everyone) await one.api.response.consent({ proposal: asked.proposal })
  await inStep(...everyone)
  await ana.api.round.close({ proposal: asked.proposal })
  await inStep(...everyone)

  // The evening: Cleo's device is switched off at her home.
  await cleo.close()
  const room = [ana, ben, dora] as const
  const { meeting } = await ana.api.meeting.schedule({ circle, title: 'Evening', starts: ana.now, minutes: 60 })
  await ana.api.meeting.start({ meeting })
  await inStep(...room)
  for (const one of room) await one.api.meeting.attend({ meeting, here: true })
  await ana.api.meeting.attend({ meeting, who: { person: 'Cleo' }, here: true, device: false })
  const { proposal } = await ana.api.proposal.present({ circle, title: 'An oven', text: 'We buy it.', review: REVIEW })
  await ana.api.round.open({ proposal })
  await inStep(...room)
  for (const one of room) await one.api.response.consent({ proposal })
  const said = { meeting, who: { person: 'Cleo' }, proposal, answer: 'consent' } as const
  const { spoken } = await ana.api.spoken.write(said)
  await inStep(...room)

  // One who writes and one who heard are not enough; who wrote it down is no witness of it.
  expect(await refusalOf(ana.api.spoken.witness({ spoken }))).toBe('own-word')
  await ben.api.spoken.witness({ spoken })
  await inStep(...room)
  expect(await refusalOf(dora.api.round.close({ proposal }))).toBe('not-consented')
  expect((await dora.api.meeting.show({ meeting })).spoken).toMatchObject([{ needed: 2, stands: false }])
  await dora.api.spoken.witness({ spoken })
  await inStep(...room)
  expect((await ana.api.meeting.show({ meeting })).spoken).toMatchObject([{ stands: true, confirmed: false }])
  const { agreement } = await ana.api.round.close({ proposal })
  await inStep(...room)

  const shown = await ben.api.agreement.show({ agreement })
  expect(shown).toMatchObject({ state: 'in-force' })
  expect(shown.heard).toMatchObject([{ person: cleo.me, by: ana.me, confirmed: false }])
  const { certificate } = await dora.api.certificate.export({ agreement })
  const verdict = verifyCertificate(certificate, { hash: hashText, verify: verifyText }, circle)
  if (!verdict.valid) throw new Error(verdict.why)
  const spokenIn = verdict.consents.filter((consent) => consent.spoken !== undefined)
  expect(spokenIn).toMatchObject([{ name: 'Cleo', spoken: { by: 'Ana' } }])
  expect(JSON.parse(certificate)).toMatchObject({ grounds: [{ certificate: 'nst/1 certificate' }] })
  expect(spokenIn[0]?.spoken?.witnesses.toSorted()).toEqual(['Ben', 'Dora'])

  // At home again, she reads what she is said to have said.
  await cleo.open()
  await meet(...room, cleo)
  await inStep(...everyone)
  expect(await refusalOf(ben.api.spoken.dispute({ spoken, reason: 'no' }))).toBe('not-your-own')
  await cleo.api.spoken.dispute({ spoken, reason: 'I said that I would think about it.' })
  await inStep(...everyone)
  for (const one of everyone) {
    expect(await one.api.agreement.show({ agreement })).toMatchObject({
      state: 'contested',
      contests: [{ person: cleo.me, reason: 'I said that I would think about it.' }],
    })
    expect((await one.api.meeting.show({ meeting })).spoken).toMatchObject([
      { disputed: 'I said that I would think about it.', stands: false },
    ])
  }
  expectQuiet(...everyone)
})
