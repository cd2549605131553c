import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import type { Person } from '../../test/helpers/window.ts'
import { foundVillage } from './village.ts'
import type { Album } from './album.ts'

/** What one person can show by themselves: meetings on one laptop, roles, a stick, links, updates. */
export async function alone(album: Album): Promise<void> {
  await firstMeeting(album)
  const cleo = await album.enters('Cleo')
  const { circle } = await cleo.node.circle.create({ name: 'Garden', aim: 'to grow food for our street' })
  await meeting(album, cleo, circle)
  await roles(album, cleo, circle)
  await stick(album, cleo)
  await links(album)
  await cleo.goes('/updates', cleo.say('updates.title'))
  await album.take(cleo, 'updates')
}

async function firstMeeting({ enters, take }: Album): Promise<void> {
  const host = await enters('Dana')
  const { goes, say, field, button, page } = host
  await goes('/circles/new/together', say('first.title'))
  await field('first.name').fill('Mill Street')
  await take(host, 'first-meeting-name')
  await button('first.begin').click()
  await page.getByText(say('meetings.add'), { exact: true }).click()
  await field('meetings.add.new').fill('Noor')
  await take(host, 'first-meeting-people')
  await button('meetings.add.key').click()
  // Their key is made before the round begins.
  await page.getByText('Noor', { exact: true }).first().waitFor()
  await button('first.people.ready').click()
  await button('meetings.round.pass').waitFor()
  await take(host, 'first-meeting-round')
  await button('meetings.round.pass').click()
  await page.locator('.meeting-turns li').first().waitFor({ state: 'attached' })
  await button('meetings.round.pass').click()
  await field('circles.new.aim').fill('A street where children play')
  await take(host, 'first-meeting-aim')
}

async function meeting({ take }: Album, cleo: Person, circle: string): Promise<void> {
  const { goes, field, button, link, page, say, node } = cleo
  await goes(`/circles/${circle}/meetings`, 'Garden')
  await field('meetings.new.name').fill('Spring evening')
  await take(cleo, 'meeting-call')
  await button('meetings.new.send').click()
  await button('meetings.start').click()
  await page.getByText(say('meetings.add'), { exact: true }).click()
  await field('meetings.add.new').fill('Noor')
  await button('meetings.add.guest').click()
  await page.getByText('Noor').first().waitFor()
  await button('meetings.round.open').click()
  await button('meetings.round.pass').click()
  await page.getByText(say('meetings.round.next', { name: 'Noor' })).waitFor()
  await field('meetings.round.keep').fill('I have seeds for two beds.')
  await take(cleo, 'meeting')
  await button('meetings.round.done').click()
  const [{ meeting: id } = { meeting: '' }] = (await node.meeting.list({ circle })).items
  await node.meeting.end({ meeting: id })
  await link('meetings.minutes').click()
  await page.getByText('I have seeds for two beds.').first().waitFor()
  await take(cleo, 'minutes')
}

async function roles({ take }: Album, cleo: Person, circle: string): Promise<void> {
  const { goes, page, say, button, field } = cleo
  await goes(`/circles/${circle}/roles`, 'Garden')
  await take(cleo, 'roles')
  await page.getByRole('link', { name: say('roles.standard.facilitator'), exact: true }).click()
  await button('roles.select').click()
  await page.getByRole('button', { name: say('selections.whom') }).click()
  await page.getByRole('option', { name: 'Cleo', exact: true }).click()
  await field('selections.why').fill('She hears who has not spoken yet.')
  await take(cleo, 'selection')
}

async function stick({ take, folder }: Album, cleo: Person): Promise<void> {
  const on = join(folder, 'STICK')
  await mkdir(on)
  await cleo.goes('/stick', cleo.say('stick.title'))
  await cleo.field('stick.path').first().fill(on)
  await take(cleo, 'stick')
}

async function links({ enters, take }: Album): Promise<void> {
  const eva = await enters('Eva')
  const [village = ''] = await foundVillage(eva.node)
  await eva.goes(`/circles/${village}/links`, 'Village')
  await take(eva, 'links')
  await eva.goes('/structure', eva.say('links.structure'))
  await eva.page.locator('.structure-mine').first().waitFor()
  await take(eva, 'circle-map')
}
