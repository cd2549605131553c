import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Person } from '../../test/helpers/window.ts'
import type { Album } from './album.ts'

const REVIEW = `${new Date().getFullYear() + 1}-05-01`

/** Ana begins, starts a circle and lets Ben in; they agree, one objects, they keep the proof. */
export async function together(album: Album): Promise<void> {
  const ana = await begins(album)
  const circle = await startsCircle(album, ana)
  const ben = await album.enters('Ben')
  await invites(album, ana, ben, circle)
  const agreement = await agree(album, ana, ben, circle)
  await object(album, ana, ben, circle)
  await prove(album, ana, ben, agreement)
  await findEachOther(album, ana, circle)
  await letsKeep(album, ana, circle)
  await comesBack(album)
}

async function begins({ enters, take }: Album): Promise<Person> {
  const ana = await enters(null)
  const { field, button, page, say } = ana
  await field('me.welcome.name').fill('Ana')
  await take(ana, 'start-name')
  await button('me.welcome.start').click()
  await page.getByText(say('me.words.kept')).waitFor()
  await take(ana, 'recovery-words')
  await page.getByText(say('me.words.kept')).click()
  await button('me.words.next').click()
  await ana.link('me.ways.start').waitFor()
  await take(ana, 'start-ways')
  return ana
}

async function startsCircle({ take }: Album, ana: Person): Promise<string> {
  const { field, button, link, page, node } = ana
  await link('me.ways.start').click()
  await field('circles.new.name').fill('Repair café')
  await field('circles.new.aim').fill('To mend what is broken, together, every second Saturday.')
  await take(ana, 'start-circle')
  await button('circles.new.send').click()
  await page.getByRole('heading', { level: 1, name: 'Repair café' }).waitFor()
  await take(ana, 'circle')
  return (await node.circle.list({}))[0]?.circle ?? ''
}

async function invites({ take }: Album, ana: Person, ben: Person, circle: string): Promise<void> {
  await ana.node.network.listen({ listen: '127.0.0.1:0' })
  await ana.goes(`/circles/${circle}/invite`, ana.say('joining.invite'))
  await ana.button('joining.invite.make').click()
  const text = await ana.field('joining.invite.text').inputValue()
  await ana.page.locator('.ui-qr svg').waitFor()
  await take(ana, 'invite')
  await ben.goes('/join', ben.say('joining.join'))
  await ben.field('joining.join.text').fill(text)
  await ben.button('joining.join.ask').click()
  await ben.page.locator('.joining-code').waitFor()
  await take(ben, 'invite-asked')
  await ana.page.locator('.joining-code').scrollIntoViewIfNeeded()
  await take(ana, 'invite-words')
  await ana.button('joining.invite.same', { name: 'Ben' }).click()
  await ben.link('joining.join.go').click()
  await ben.page.getByRole('heading', { level: 1, name: 'Repair café' }).waitFor()
}

async function agree({ take }: Album, ana: Person, ben: Person, circle: string): Promise<string> {
  await ana.goes(`/circles/${circle}/propose`, ana.say('proposals.new'))
  await ana.field('proposals.new.title').fill('Opening hours')
  await ana.field('proposals.new.text').fill('We open every second Saturday from ten to four.')
  await take(ana, 'propose')
  await ana.button('proposals.new.send').click()
  await ana.page.getByRole('heading', { name: 'Opening hours', level: 1 }).waitFor()
  const proposal = (await ana.node.proposal.list({ circle })).items[0]?.proposal ?? ''
  await ben.goes(`/proposals/${proposal}`, 'Opening hours')
  await ben.field('proposals.question.new').fill('Who has the key?')
  await ben.button('proposals.question.ask').click()
  await ana.page.getByText('Who has the key?').first().waitFor()
  await take(ana, 'propose-question')
  const { questions } = await ana.node.proposal.show({ proposal })
  await ana.node.proposal.answer({ question: questions[0]?.question ?? '', text: 'Ana, and from May on Ben.' })
  await ana.node.round.open({ proposal })
  await ben.button('proposals.consent').waitFor()
  await take(ben, 'consent')
  await ben.button('proposals.consent').click()
  await ana.node.response.consent({ proposal })
  await ana.button('proposals.round.close').waitFor()
  const { agreement } = await ana.node.round.close({ proposal })
  await ana.goes(`/agreements/${agreement}`, 'Opening hours')
  await take(ana, 'agreement')
  return agreement
}

async function object({ take }: Album, ana: Person, ben: Person, circle: string): Promise<void> {
  const words = { title: 'Buy a lathe', text: 'We buy a lathe for 900 euros.', review: REVIEW }
  const { proposal } = await ana.node.proposal.present({ circle, ...words })
  await ana.node.round.open({ proposal })
  await ben.goes(`/proposals/${proposal}`, 'Buy a lathe')
  await ben.button('proposals.object').click()
  const dialog = ben.page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Then nothing is left for the rent in March.')
  await take(ben, 'object')
  await dialog.getByRole('button', { name: ben.say('proposals.object.send') }).click()
  await ana.goes(`/proposals/${proposal}`, 'Buy a lathe')
  await ana.page.getByText('Then nothing is left').first().waitFor()
  await take(ana, 'objected')
  await ana.button('proposals.amend').first().click()
  await ana.field('proposals.amend.text').fill('We rent a lathe for three months and look again.')
  await take(ana, 'object-other-words')
}

async function prove({ take, folder }: Album, ana: Person, ben: Person, agreement: string): Promise<void> {
  const { certificate } = await ana.node.certificate.export({ agreement })
  const file = join(folder, 'opening-hours.nst-certificate')
  await writeFile(file, certificate)
  await ben.goes('/certificate', ben.say('certificate.title'))
  const chooser = ben.page.waitForEvent('filechooser')
  await ben.button('certificate.choose').click()
  await (await chooser).setFiles(file)
  await ben.page.getByText(ben.say('certificate.valid')).waitFor()
  await take(ben, 'certificate')
}

async function findEachOther({ take }: Album, ana: Person, circle: string): Promise<void> {
  await ana.goes(`/circles/${circle}/people`, ana.say('people.title'))
  await ana.page.getByText(ana.say('people.reach.lan'), { exact: true }).scrollIntoViewIfNeeded()
  await take(ana, 'lan')
  await ana.goes('/in-step', ana.say('people.inStep'))
  await ana.page.getByText('Ben').first().waitFor()
  await take(ana, 'in-step')
}

async function letsKeep({ take }: Album, ana: Person, circle: string): Promise<void> {
  await ana.goes(`/circles/${circle}/keepers`, ana.say('keepers.title'))
  await ana.field('keepers.propose.why').fill('On the old computer in the library, which Ben looks after.')
  await ana.field('keepers.propose.address').scrollIntoViewIfNeeded()
  await take(ana, 'keeper')
}

async function comesBack({ enters, take }: Album): Promise<void> {
  const other = await enters(null)
  await other.button('devices.restore').click()
  await other.field('me.welcome.name').fill('Ana')
  await take(other, 'another-computer')
}
