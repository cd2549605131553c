import { expect, it } from 'vitest'
import { practising } from './practising.ts'

it('[C1] [G2] [G3] companions nominate too: sealed on their own devices, opened together, kept in the change round, and consent with the nominee last', async () => {
  const ana = await practising()
  const { circle } = await ana.api.practice.status({})
  const of = { circle: circle ?? '' }
  const { selection } = await ana.api.selection.open({ ...of, role: 'facilitator' })
  const shown = async () => ana.api.selection.show({ selection })
  const { me } = await shown()
  await expect.poll(async () => (await shown()).awaiting, { timeout: 20_000 }).toEqual([me])
  expect(await shown()).toMatchObject({ isOpen: false, nominees: [] })
  await ana.api.selection.nominate({ selection, nominee: 'Sam', reason: 'Finds what is missing.' })
  await expect.poll(async () => (await shown()).awaiting, { timeout: 20_000 }).toEqual([me])
  const { nominees, unopened } = await shown()
  expect(nominees.flatMap(({ reasons }) => reasons)).toHaveLength(3)
  expect(unopened).toEqual([])
  await ana.api.selection.keep({ selection })
  const words = { title: 'Noor facilitates', text: 'Everyone is heard.' }
  const { proposal } = await ana.api.selection.propose({ selection, person: 'Noor', ...words })
  await ana.api.round.open({ proposal })
  await ana.api.response.consent({ proposal })
  await expect.poll(async () => (await ana.api.proposal.show({ proposal })).awaiting, { timeout: 20_000 }).toEqual([])
  await ana.api.round.close({ proposal })
  expect(await ana.api.role.show({ ...of, role: 'facilitator' })).toMatchObject({ holders: [{ name: 'Noor' }] })
  // What is talked about can be one of the four roles that every circle has, without a description of its own.
  const when = { title: 'Evening', starts: ana.now + 60_000, minutes: 60 }
  const { meeting } = await ana.api.meeting.schedule({ ...of, ...when })
  const topic = { kind: 'explore', title: 'Facilitating', minutes: 10 } as const
  await ana.api.agenda.add({ meeting, ...topic, about: { kind: 'role', id: 'facilitator' } })
  const role = await ana.api.role.show({ ...of, role: 'facilitator' })
  expect(role.onAgenda).toMatchObject([{ meeting, title: 'Evening' }])
  expect(ana.warnings).toEqual([])
})
