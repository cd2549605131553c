import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { portOf } from '../../src/backend.ts'
import { circleOf, inStep, type Peer } from '../helpers/nodes.ts'
import { fakeWorld } from './fake-world.ts'
import { inFolder, type Run } from './real-world.ts'
import { circle as pageOfCircle } from './answers.ts'
import { accept, refuse } from '../../src/domain/refusal.ts'

const SUNDAYS = { title: 'Sundays', text: 'We open.', review: '2027-01-01' }
const asOfIn = (input: unknown) => (input as { asOf?: string }).asOf

it('sends with a command what the person was last shown of each circle, and nothing while they were shown nothing', async () => {
  const { run, asked } = fakeWorld({
    'circle.show': pageOfCircle,
    'backlog.list': { asOf: 's9', items: [] },
    'response.consent': { response: 'r1' },
  })
  const consents = async (...more: string[]) => {
    await run(...more, 'consent', 'p1')
    return asOfIn(asked.findLast(([procedure]) => procedure === 'response.consent')?.[1])
  }
  expect(await consents()).toBeUndefined()
  await run('circle', 'show', 'Garden')
  expect(await consents()).toBe('s1|*')
  await run('backlog', 'list', 'Garden')
  expect(await consents()).toBe('s9|*')
  expect(await consents('--as-of', 'mine')).toBe('mine')
})

it('goes on as if nothing had been shown where its note is not what it wrote', async () => {
  const { run, asked, dir } = fakeWorld({ 'response.consent': { response: 'r1' } })
  await mkdir(join(dir, 'cli'))
  await writeFile(join(dir, 'cli', 'last-shown.json'), '{"c1": 1')
  expect((await run('consent', 'p1')).code).toBe(0)
  expect(asOfIn(asked[0]?.[1])).toBeUndefined()
})

/** The command line of somebody whose node is up. */
function lineOf(peer: Peer): Run {
  const commands = portOf(peer.node)
  return inFolder(
    peer.folder,
    {},
    { openBackend: async () => accept({ commands, at: async () => refuse('no-such-person'), close: async () => {} }) },
  )
}

it('[R6] asks again where a close came that the person was not shown; what came without one is taken as seen', async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  const nst = lineOf(ana)
  const { proposal } = await ana.api.proposal.present({ circle: ana.circle, ...SUNDAYS })
  await ana.api.round.open({ proposal })
  expect((await nst('--json', 'proposal', 'show', proposal)).code).toBe(0)
  await inStep(ana, ben)
  await ben.api.response.consent({ proposal })
  await inStep(ana, ben)
  expect((await nst('--json', 'consent', proposal)).code).toBe(0)
  await inStep(ana, ben)
  await ben.api.round.close({ proposal })
  await inStep(ana, ben)
  expect((await nst('--json', 'proposal', 'react', proposal, '--text', 'Fine')).refused).toBe('closed-meanwhile')
  const [{ agreement } = { agreement: '' }] = (await ana.api.agreement.list({ circle: ana.circle })).items
  expect((await nst('--json', 'agreement', 'object', agreement, '--reason', 'On second thoughts')).code).toBe(0)
})

it('closes on consents that came after the person last looked', async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  const nst = lineOf(ana)
  const { proposal } = await ana.api.proposal.present({ circle: ana.circle, ...SUNDAYS })
  await ana.api.round.open({ proposal })
  expect((await nst('proposal', 'list', ana.circle)).code).toBe(0)
  await inStep(ana, ben)
  for (const { api } of [ana, ben]) await api.response.consent({ proposal })
  await inStep(ana, ben)
  expect(await nst('--json', 'round', 'close', proposal)).toMatchObject({ code: 0, refused: undefined })
})
