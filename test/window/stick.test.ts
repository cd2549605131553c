import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** Two who never share a network: in by a stick, and then in step by it. */
let stage: Stage
let stick: string
beforeAll(async () => {
  stage = await openStage()
  stick = await mkdtemp(join(tmpdir(), 'nst-stick-'))
})
afterAll(async () => {
  await stage.close()
  await rm(stick, { recursive: true, force: true })
})

const shots = process.env['NST_SHOTS']
const see = async ({ page }: Person, name: string) => {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}
/** The folder field that belongs to this button. */
async function fills(person: Person, nth: number): Promise<void> {
  await person.field('stick.path').nth(nth).fill(stick)
}

it('a newcomer is let in by a stick alone, and what is new goes over it from then on', async () => {
  const ana = await stage.enters({ name: 'Ana' })
  const ben = await stage.enters({ name: 'Ben' })
  const { circle } = await ana.node.circle.create({ name: 'Garden', aim: 'to grow food' })
  const { invite } = await ana.node.invite.create({ circle })
  await ben.goes('/join', ben.say('joining.join'))
  await ben.field('joining.join.text').fill(invite)
  await ben.button('joining.join.ask').click()
  await ben.page.getByText(ben.say('stick.join.title')).click()
  await ben.button('stick.join.show').click()
  await ben.page.getByRole('img', { name: ben.say('stick.join.qr') }).waitFor()
  await fills(ben, 0)
  await ben.button('stick.join.write').click()
  await ben.page.getByText(ben.say('stick.written')).waitFor()
  await see(ben, 'request')

  await ana.goes(`/circles/${circle}/invite`, ana.say('joining.invite'))
  await ana.page.getByText(ana.say('stick.invite.title')).click()
  await fills(ana, 0)
  await ana.button('stick.invite.look').click()
  await ana.page.getByText(ana.say('stick.invite.found', { names: 'Ben' })).waitFor()
  await see(ana, 'read')
  const code = async ({ page }: Person) => page.locator('.joining-code').first().innerText()
  expect(await code(ana)).toBe(await code(ben))
  await ana.button('joining.invite.same', { name: 'Ben' }).click()
  await ana.page.getByText(ana.say('stick.give.title', { name: 'Ben' })).click()
  await fills(ana, 1)
  await ana.button('stick.give.write').click()
  await ana.page.getByText(ana.say('stick.written')).waitFor()
  await see(ana, 'answer')

  await fills(ben, 1)
  await ben.button('stick.answer.take').click()
  await ben.link('joining.join.go').waitFor()
  expect(await readdir(stick)).toHaveLength(2)

  await ben.node.driver.notice({ circle, statement: 'The tap drips' })
  for (const [person, name] of [
    [ben, 'stick-ben'],
    [ana, 'stick-ana'],
  ] as const) {
    await person.goes('/stick', person.say('stick.title'))
    await fills(person, 0)
    await person.button('stick.exchange').click()
    await person.page.getByText(person.say('stick.done')).waitFor()
    await see(person, name)
  }
  await ana.page.getByText(ana.say('stick.read', { count: 1 }), { exact: false }).waitFor()
  await ana.field('stick.path').fill(join(stick, 'elsewhere'))
  await ana.button('stick.exchange').click()
  await ana.page.getByText(ana.say('refusal.not-a-folder')).waitFor()
  expect([...ana.faults, ...ben.faults]).toEqual([])
})
