import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatKeeperAddress } from '../../src/network/keeper/keeper-address.ts'
import { formatRelayAddress } from '../../src/network/relay/relay-address.ts'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

const ADDRESS = formatKeeperAddress({
  keeper: '5e'.repeat(32),
  secret: '7a'.repeat(16),
  at: { host: '192.0.2.9', port: 49_799 },
})

let stage: Stage
let ana: Person
let circle: string
beforeAll(async () => {
  stage = await openStage()
  ana = await stage.enters({ name: 'Ana' })
  circle = (await ana.node.circle.create({ name: 'Garden', aim: 'Grow food' })).circle
})
afterAll(async () => stage.close())

it('a keeper is proposed by its address, and what it sees stands beside the form and beside the words to decide on', async () => {
  const { page, node } = ana
  await ana.goes(`/circles/${circle}/keepers`, ana.say('keepers.title'))
  await page.getByText(ana.say('keepers.sees')).waitFor()
  await ana.field('keepers.propose.why').fill('The library, where Ben looks after it.')
  await ana.field('keepers.propose.address').fill(ADDRESS.slice(0, -9))
  await page.getByText(ana.say('keepers.propose.bad')).waitFor()
  await ana.field('keepers.propose.address').fill(ADDRESS)
  await ana.button('keepers.propose.send').click()
  await page.waitForURL(/#\/proposals\//)
  await page.getByText(ana.say('keepers.sees')).waitFor()
  const { proposal = '' } = (await node.proposal.list({ circle })).items[0] ?? {}
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  await node.round.close({ proposal })
  await ana.goes(`/circles/${circle}/keepers`, ana.say('keepers.title'))
  await page.getByText(ana.say('keepers.standing.barred')).waitFor()
  expect(ana.faults).toEqual([])
})

it('a relay is proposed likewise, and what it sees stands there too', async () => {
  const { page, node } = ana
  await ana.goes(`/circles/${circle}/relays`, ana.say('relays.title'))
  await page.getByText(ana.say('relays.sees')).waitFor()
  await ana.field('relays.propose.why').fill('The library, where Ben looks after it.')
  await ana.field('relays.propose.address').fill(ADDRESS)
  await page.getByText(ana.say('relays.propose.bad')).waitFor()
  const address = formatRelayAddress({ relay: '5e'.repeat(32), secret: '7a'.repeat(16) })
  await ana.field('relays.propose.address').fill(address)
  await ana.button('relays.propose.send').click()
  await page.waitForURL(/#\/proposals\//)
  await page.getByText(ana.say('relays.sees')).waitFor()
  const proposal = (await node.relay.list({ circle })).proposed[0]?.proposal ?? ''
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  await node.round.close({ proposal })
  await ana.goes(`/circles/${circle}/relays`, ana.say('relays.title'))
  await page.getByText(ana.say('relays.barred.what')).waitFor()
  expect(ana.faults).toEqual([])
})

it('the doctor says what stands in the way, and sends nothing that was not allowed', async () => {
  const { page } = ana
  await ana.goes('/in-step/doctor', ana.say('doctor.title'))
  await ana.button('doctor.start').click()
  await ana.button('doctor.again').waitFor()
  await page.getByText(ana.say('doctor.code.reach-nobody')).first().waitFor()
  expect(await page.getByText(ana.say('doctor.code.not-allowed')).count()).toBe(4)
  expect(ana.faults).toEqual([])
})
