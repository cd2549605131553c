import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** Two people at their own machines who asked about other words of one proposal without knowing of each other. */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => stage.close())

async function lets(ana: Person, ben: Person, circle: string): Promise<void> {
  await ana.node.network.listen({ listen: '127.0.0.1:0' })
  const { invite } = await ana.node.invite.create({ circle })
  const { request } = await ben.node.join.request({ invite })
  await expect.poll(async () => (await ana.node.invite.list({ circle })).items.length).toBe(1)
  const [knock] = (await ana.node.invite.list({ circle })).items
  await ana.node.invite.confirm({ circle, request, code: knock?.code ?? '' })
  await ben.node.join.wait({ request, seconds: 20 })
}

it('[R7] of two rounds begun apart the page shows both with their words, and each can be answered', async () => {
  const ana = await stage.enters({ name: 'Ana' })
  const ben = await stage.enters({ name: 'Ben' })
  const { circle } = await ana.node.circle.create({ name: 'Garden', aim: 'Grow food' })
  await lets(ana, ben, circle)
  const terms = { title: 'Water', text: 'At dawn.', review: `${new Date().getFullYear() + 1}-01-31` }
  const { proposal } = await ana.node.proposal.present({ circle, ...terms })
  await expect.poll(async () => (await ben.node.proposal.list({ circle })).items.length).toBe(1)
  await ben.leaves()
  await ana.node.round.open({ proposal })
  const away = await stage.enters({ folder: ben.folder })
  const { version } = await away.node.proposal.amend({ proposal, text: 'At dusk.' })
  await away.node.round.open({ proposal, version })
  const file = join(ana.folder, '..', 'stick')
  await away.node.bundle.export({ circle, file })
  await ana.node.bundle.import({ file })

  await ana.goes(`/proposals/${proposal}`, 'Water')
  const also = ana.page.locator('.proposal-also')
  await also.getByText(ana.say('proposals.round.also.why')).waitFor()
  const [first, second] = await Promise.all([ana.page.locator('.proposal-words').innerText(), also.innerText()])
  const both = `${first} ${second}`
  expect(both).toContain('At dawn.')
  expect(both).toContain('At dusk.')
  // The one beside the page's own is answered where it stands.
  await also.getByRole('button', { name: ana.say('proposals.consent'), exact: true }).click()
  await also.getByText(ana.say('proposals.round.consents'), { exact: true }).waitFor()
  const page = await ana.node.proposal.show({ proposal })
  expect([page.responses.length, page.alsoOpen?.[0]?.responses.length]).toEqual([0, 1])
  expect(ana.faults).toEqual([])
})
