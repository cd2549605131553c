import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** Four people of one circle, one of whom came to the meeting without a device. */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => stage.close())

const REVIEW = `${new Date().getFullYear() + 1}-01-31`
/** What somebody else wrote comes when it comes: four nodes, four windows. */
const COMING = { timeout: 20_000 }
const DOUBT = 'I said that I would think about it.'

it('[V1] [V2] [V5] what is said without a device is written down, heard by two, counts, and is disputed later', async () => {
  const [ana, ben, cleo, dora, circle] = await fourTogether()
  const all = [ana, ben, cleo, dora]
  const way = { rule: 'spoken-words', witnesses: 2 } as const
  const asked = await ana.node.way.propose({ circle, way, title: 'Spoken words', text: 'They count.', review: REVIEW })
  await ana.node.round.open({ proposal: asked.proposal })
  await consent(all, asked.proposal)
  await closes(ana, asked.proposal)

  const { proposal } = await ana.node.proposal.present({ circle, title: 'An oven', text: 'We buy it.', review: REVIEW })
  const meeting = await meetsAbout(proposal, circle, ana, [ana, ben, dora])
  await consent([ana, ben, dora], proposal)
  await writesDown(ana, meeting)
  for (const one of [ben, dora]) await hears(one, meeting)
  // Two others heard it: now it stands as her answer, and the round can close with it.
  await ana.page.getByText(ana.say('meetings.spoken.missing', { count: 1 })).waitFor({ state: 'detached' })
  const agreement = await closes(ana, proposal)

  await disputes(cleo, meeting)
  const state = async () => ana.node.agreement.show({ agreement }).then((one) => one.state)
  await expect.poll(state, COMING).toBe('contested')
  await ana.goes(`/meetings/${meeting}`, 'Evening')
  await ana.page.getByText(ana.say('meetings.spoken.disputed', { text: DOUBT })).waitFor()
  expect(all.flatMap(({ faults }) => faults)).toEqual([])
})

async function fourTogether(): Promise<[Person, Person, Person, Person, string]> {
  const ana = await stage.enters({ name: 'Ana' })
  const { circle } = await ana.node.circle.create({ name: 'Garden', aim: 'Grow food' })
  await ana.node.network.listen({ listen: '127.0.0.1:0' })
  const comesIn = async (name: string): Promise<Person> => {
    const person = await stage.enters({ name })
    const { invite } = await ana.node.invite.create({ circle })
    const { request } = await person.node.join.request({ invite })
    const knock = async () => (await ana.node.invite.list({ circle })).items.find((one) => one.request === request)
    await expect.poll(knock, COMING).toBeTruthy()
    await ana.node.invite.confirm({ circle, request, code: (await knock())?.code ?? '' })
    await person.node.join.wait({ request, seconds: 20 })
    return person
  }
  return [ana, await comesIn('Ben'), await comesIn('Cleo'), await comesIn('Dora'), circle]
}

async function consent(people: readonly Person[], proposal: string): Promise<void> {
  for (const { node } of people) {
    await come(async () => (await node.proposal.show({ proposal })).round !== null)
    await node.response.consent({ proposal })
  }
}

async function closes({ node }: Person, proposal: string): Promise<string> {
  let agreement: string | null = null
  await come(async () => ((agreement = (await node.round.close({ proposal })).agreement), agreement !== null))
  return agreement ?? ''
}

/** Until it holds; what is refused now may be well when more has come. */
async function come(holds: () => Promise<boolean>): Promise<void> {
  await expect.poll(async () => holds().catch(() => false), COMING).toBe(true)
}

async function meetsAbout(proposal: string, circle: string, ana: Person, here: readonly Person[]): Promise<string> {
  const { meeting } = await ana.node.meeting.schedule({ circle, title: 'Evening', starts: Date.now(), minutes: 60 })
  const { item } = await ana.node.agenda.take({ meeting, proposal })
  await ana.node.meeting.start({ meeting })
  await ana.node.meeting.attend({ meeting, who: { person: 'Cleo' }, here: true, device: false })
  for (const { node } of here) {
    await come(async () => (await node.meeting.show({ meeting })).state === 'running')
    await node.meeting.attend({ meeting, here: true })
  }
  await ana.node.meeting.steer({ meeting, item })
  await ana.node.round.open({ proposal })
  return meeting
}

async function writesDown({ page, say, goes }: Person, meeting: string): Promise<void> {
  await goes(`/meetings/${meeting}`, 'Evening')
  await page.locator('summary', { hasText: say('meetings.spoken.new') }).click()
  const part = page.getByRole('region', { name: say('meetings.spoken') })
  await part.getByRole('button', { name: say('meetings.spoken.what') }).click()
  await page.getByRole('option', { name: say('meetings.spoken.kind.consent') }).click()
  await part.getByRole('button', { name: say('meetings.spoken.send') }).click()
  await page.getByText(say('meetings.spoken.missing', { count: 2 })).waitFor()
}

async function hears({ page, say, goes, button, node }: Person, meeting: string): Promise<void> {
  await goes(`/meetings/${meeting}`, 'Evening')
  await button('meetings.spoken.witness').click()
  const { name } = await node.profile.show({})
  const heard = say('meetings.spoken.heard', { name: 'Ana', names: '\n' }).split('\n')[0] ?? ''
  await page.getByText(new RegExp(`^${heard}.*${name}`)).waitFor()
}

async function disputes({ page, say, goes, field, button }: Person, meeting: string): Promise<void> {
  await goes(`/meetings/${meeting}`, 'Evening')
  await page.locator('summary', { hasText: say('meetings.spoken.dispute') }).click()
  await field('meetings.spoken.reason').fill(DOUBT)
  await button('meetings.spoken.dispute').click()
  await page.getByText(say('meetings.spoken.disputed', { text: DOUBT })).waitFor()
}
