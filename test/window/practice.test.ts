import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { TOOLS } from '../../src/node/circle-session.ts'
import { openStage, type Person, type Stage } from '../helpers/window.ts'
import type { WordKey } from '../../renderer/words/en.ts'

/** One person, alone with the program, lives through the whole of it; the companions here need no time to think. */
/** Other tests speak English everywhere; both in all of it: `npm run soak:window`. */
const LANGUAGES = process.env['NST_LOOKS'] === 'all' ? (['en', 'ar'] as const) : (['ar'] as const)
let stage: Stage
beforeAll(async () => (stage = await openStage()))
afterAll(async () => stage.close())

it.each(LANGUAGES)('a practice in %s goes the whole way, and every page of it says so', async (language) => {
  const ana = await stage.enters({ language, name: 'Ana' })
  await begins(ana)
  await presents(ana)
  await hearsAnObjection(ana)
  await changesTheWords(ana)
  await agrees(ana)
  await isMarkedEverywhere(ana)
  await erases(ana)
  expect(ana.faults).toEqual([])
})

async function begins({ goes, say, button, page }: Person) {
  await goes('/practice', say('practice.title'))
  await button('practice.start').click()
  await page.getByText(say('practice.hint.propose')).waitFor()
}

async function presents(ana: Person) {
  await ana.button('practice.take').click()
  await isMarked(ana)
  await ana.field('proposals.question.answer').fill('!')
  await ana.button('proposals.question.send').click()
  await hint(ana, 'practice.hint.open-round')
  await ana.button('proposals.round.open').click()
}

async function hearsAnObjection(ana: Person) {
  // One of them objects whether or not the person consents first.
  await ana.button('proposals.consent').click()
  await ana.button('proposals.objection.understand').click()
}

async function changesTheWords(ana: Person) {
  const { page, button, field } = ana
  await button('proposals.amend').first().click()
  const dialog = page.getByRole('dialog')
  await field('proposals.amend.text').fill(`${await field('proposals.amend.text').inputValue()} +`)
  await dialog.locator('label', { has: page.getByRole('checkbox') }).click()
  await button('proposals.amend.send').click()
  await hint(ana, 'practice.hint.open-again')
  await button('proposals.round.again').click()
}

async function agrees(ana: Person) {
  const { page, button, link, say } = ana
  await button('proposals.consent').click()
  await button('proposals.round.close').click()
  await link('proposals.toAgreement').click()
  await page.getByRole('heading', { level: 2, name: say('agreements.who') }).waitFor()
  await isMarked(ana)
  const [download] = await Promise.all([page.waitForEvent('download'), button('agreements.certificate.save').click()])
  const certificate = verifyCertificate(await readFile(await download.path(), 'utf8'), TOOLS)
  expect(certificate).toMatchObject({ valid: true, practice: true })
}

async function isMarkedEverywhere(ana: Person) {
  const { circle = '' } = (await ana.node.circle.list({}))[0] ?? {}
  const { name } = await ana.node.circle.show({ circle })
  await ana.goes('/circles', ana.say('circles.title'))
  await ana.page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByText(ana.say('circles.practice'), { exact: true })
    .waitFor()
  await ana.goes(`/circles/${circle}`, name)
  await isMarked(ana)
  await ana.goes(`/circles/${circle}/people`, ana.say('people.title'))
  await isMarked(ana)
  await ana.goes(`/circles/${circle}/propose`, ana.say('proposals.new'))
  await isMarked(ana)
}

async function erases({ goes, say, button, page, node }: Person) {
  await goes('/practice', say('practice.title'))
  await button('practice.end').click()
  await button('practice.end.yes').click()
  await page.getByText(say('practice.ended')).waitFor()
  expect(await node.circle.list({})).toEqual([])
}

const isMarked = async ({ page, say }: Person) => page.getByText(say('practice.mark.lead')).waitFor()
const hint = async ({ page, say }: Person, key: WordKey) => page.getByText(say(key)).first().waitFor()
