import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** What can be taken back is offered to be, in words that promise no more than is so; and nothing half written is lost. */
let stage: Stage
let ana: Person
let circle: string
beforeAll(async () => {
  stage = await openStage()
  ana = await stage.enters({ name: 'Ana' })
  circle = (await ana.node.circle.create({ name: 'Garden', aim: 'Grow food' })).circle
})
afterAll(async () => stage.close())

const REVIEW = `${new Date().getFullYear() + 1}-01-31`

async function inRound(title: string): Promise<string> {
  const { proposal } = await ana.node.proposal.present({ circle, title, text: 'We meet.', review: REVIEW })
  await ana.node.round.open({ proposal })
  await ana.goes(`/proposals/${proposal}`, title)
  return proposal
}
const messages = () => ana.page.locator('.ui-toast')
const offered = (...words: Parameters<Person['say']>) =>
  messages().getByRole('button', { name: ana.say(...words), exact: true })

describe('what can be taken back', () => {
  it('a consent: by an objection, while the round is open', async () => {
    await inRound('Mondays')
    await ana.button('proposals.consent').click()
    await offered('proposals.object.change').click()
    const dialog = ana.page.getByRole('dialog', { name: ana.say('proposals.object.title') })
    await expect.poll(() => dialog.isVisible()).toBe(true)
  })

  it('an objection: it is withdrawn and stays visible', async () => {
    const proposal = await inRound('Tuesdays')
    await ana.button('proposals.object').click()
    await ana.field('proposals.object.reason').fill('Nobody has time')
    await ana.button('proposals.object.send').click()
    await offered('proposals.objection.withdraw').click()
    await messages().getByText(ana.say('proposals.objection.withdrawn')).waitFor()
    const { objections } = await ana.node.proposal.show({ proposal })
    expect(objections).toMatchObject([{ reason: 'Nobody has time', state: 'withdrawn' }])
  })

  it('an invite', async () => {
    await ana.goes(`/circles/${circle}/invite`, ana.say('joining.invite'))
    await ana.button('joining.invite.make').click()
    await offered('joining.invite.revoke').click()
    await messages().getByText(ana.say('joining.invite.revoked')).waitFor()
    expect(await ana.field('joining.invite.text').count()).toBe(0)
  })

  it('an invite made earlier, which somebody could still come in with', async () => {
    await ana.node.invite.create({ circle })
    await ana.goes(`/circles/${circle}/invite`, ana.say('joining.invite'))
    const open = ana.page.getByRole('region', { name: ana.say('joining.invite.openOnes') })
    await open.getByRole('button', { name: ana.say('joining.invite.revoke') }).click()
    await open.waitFor({ state: 'detached' })
    expect(await ana.node.invite.open({ circle })).toEqual([])
  })

  it('a leave of absence, also from another page', async () => {
    await ana.goes(`/circles/${circle}/people`, ana.say('people.title'))
    await ana.button('people.leave.start').click()
    await messages().getByText(ana.say('people.leave.started')).waitFor()
    await ana.goes('/me', ana.say('me.title'))
    await offered('people.leave.end').click()
    await messages().getByText(ana.say('people.leave.ended')).waitFor()
    expect((await ana.node.circle.show({ circle })).members).toMatchObject([{ name: 'Ana', state: 'joined' }])
  })
})

describe('what is half written', () => {
  it('is kept when its dialog is closed, with a way back', async () => {
    await inRound('Wednesdays')
    await ana.button('proposals.object').click()
    await ana.field('proposals.object.reason').fill('We would miss')
    await ana.page.keyboard.press('Escape')
    await offered('shell.kept.open').click()
    expect(await ana.field('proposals.object.reason').inputValue()).toBe('We would miss')
  })

  it('is kept while other pages are looked at', async () => {
    await ana.goes(`/circles/${circle}/propose`, ana.say('proposals.new'))
    await ana.field('proposals.new.title').fill('Thursdays')
    await ana.goes('/me', ana.say('me.title'))
    await ana.goes(`/circles/${circle}/propose`, ana.say('proposals.new'))
    expect(await ana.field('proposals.new.title').inputValue()).toBe('Thursdays')
  })

  it('leaves nothing broken behind', () => expect(ana.faults).toEqual([]))
})
