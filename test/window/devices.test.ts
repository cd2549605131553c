import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** A person with another device: from their recovery words, and from a copied folder. */
let stage: Stage
let folder: string
beforeAll(async () => {
  stage = await openStage()
  folder = await mkdtemp(join(tmpdir(), 'nst-devices-'))
})
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

const circle = 'Garden'

/** A new device takes up an invite of somebody in the circle, who sees whose it is. */
async function letIn(inviter: Person, device: Person, name: string): Promise<void> {
  await inviter.goes('/circles', inviter.say('circles.title'))
  await inviter.page
    .getByRole('link', { name: new RegExp(circle) })
    .first()
    .click()
  await inviter.page.getByRole('heading', { level: 1, name: circle }).waitFor()
  await inviter.link('circles.invite').click()
  await inviter.button('joining.invite.make').click()
  await device.goes('/join', device.say('joining.join'))
  await device.field('joining.join.text').fill(await inviter.field('joining.invite.text').inputValue())
  await device.button('joining.join.ask').click()
  await inviter.page.getByText(inviter.say('devices.invite.another', { name })).waitFor()
  const code = async ({ page }: Person) => page.locator('.joining-code').first().innerText()
  expect(await code(device)).toBe(await code(inviter))
  await inviter.button('devices.invite.same', { name }).click()
  await device.page.getByText(device.say('devices.join.back')).waitFor()
}

async function toPeople(person: Person): Promise<void> {
  await person.link('joining.join.go').first().click()
  await person.page.getByRole('heading', { level: 1, name: circle }).waitFor()
  const [here] = await person.node.circle.list({})
  await person.goes(`/circles/${here?.circle ?? ''}/people`, person.say('people.title'))
}

it('recovery words bring a person back on another computer, and the one that is lost is said to be gone', async () => {
  const ana = await stage.enters()
  const { phrase = '' } = await ana.node.profile.create({ name: 'Ana' })
  await ana.node.network.listen({ listen: '127.0.0.1:0' })
  await ana.node.circle.create({ name: circle, aim: 'to grow food' })
  const again = await stage.enters()
  await again.button('devices.restore').click()
  await again.field('me.welcome.name').fill('Ana')
  await again.field('devices.restore.words').fill('not these')
  await again.button('devices.restore.send').click()
  await again.page.getByText(again.say('refusal.not-a-phrase')).waitFor()
  await again.field('devices.restore.words').fill(phrase)
  await again.button('devices.restore.send').click()
  await again.page.getByRole('heading', { name: again.say('devices.back.title', { name: 'Ana' }) }).waitFor()
  await again.link('devices.back.join').click()
  await ana.page.reload()
  await letIn(ana, again, 'Ana')

  await toPeople(again)
  await again.button('devices.revoke').click()
  await again.button('devices.revoke.send').click()
  await again.page.getByText(again.say('devices.gone'), { exact: true }).waitFor()
  expect([...ana.faults, ...again.faults]).toEqual([])
})

it('a copied folder asks first, and goes on as a new device', async () => {
  const before = await stage.enters({ name: 'Ana' })
  await before.node.circle.create({ name: circle, aim: 'to grow food' })
  await before.leaves()
  const copied = join(folder, 'copied')
  await cp(before.folder, copied, { recursive: true })
  const ana = await stage.enters({ folder: before.folder })
  await ana.node.network.listen({ listen: '127.0.0.1:0' })
  const copy = await stage.enters({ folder: copied })
  await copy.page.getByRole('heading', { name: copy.say('devices.copied.title') }).waitFor()
  await copy.button('devices.copied.send').click()
  await copy.page.getByText(copy.say('devices.rejoin', { circles: circle }), { exact: false }).waitFor()
  await letIn(ana, copy, 'Ana')
  await toPeople(copy)
  await copy.page.getByText(copy.say('devices.this'), { exact: true }).waitFor()
  expect([...ana.faults, ...copy.faults]).toEqual([])
})
