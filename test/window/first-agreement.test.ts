import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { TOOLS } from '../../src/node/circle-session.ts'
import { livedWords } from '../helpers/lived-words.ts'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** Two people, each with a window on a node of their own, from the first start to something that both agreed. */
/** Both take twice as long: `npm run soak:window`. Otherwise the one that is read the other way. */
const LANGUAGES = process.env['NST_LOOKS'] === 'all' ? (['en', 'ar'] as const) : (['ar'] as const)
let stage: Stage
beforeAll(async () => (stage = await openStage()))
afterAll(async () => stage.close())

describe.each(LANGUAGES)('two people in %s', (language) => {
  const words = livedWords[language]
  const { opening, circle } = words

  it('go from the first start to an agreement, each seeing at once what the other does', async () => {
    const [ana, ben] = await Promise.all([stage.enters({ language }), stage.enters({ language })])
    expect(await directionOf(ana)).toBe(`${language} ${language === 'ar' ? 'rtl' : 'ltr'}`)
    await Promise.all([begins(ana, words.ana, 'me.ways.start'), begins(ben, words.ben, 'me.ways.join')])
    await startsCircle(ana)
    await letsBeFound(ana)
    await joins(ana, ben)
    await presents(ana)
    await clarify(ana, ben)
    await objectAndIntegrate(ana, ben)
    await agree(ana, ben)
    await savesCertificate(ben)
    expect([...ana.faults, ...ben.faults]).toEqual([])
  })

  async function begins(person: Person, name: string, way: 'me.ways.start' | 'me.ways.join') {
    const { page, button, field, link, say } = person
    await field('me.welcome.name').fill(name)
    await button('me.welcome.start').click()
    const phrase = page.getByRole('list', { name: say('me.words.label') }).getByRole('listitem')
    await phrase.first().waitFor()
    expect(await phrase.count()).toBe(24)
    await page.getByText(say('me.words.kept')).click()
    await button('me.words.next').click()
    await link(way).click()
  }

  async function startsCircle({ button, field, page }: Person) {
    await field('circles.new.name').fill(circle.name)
    await field('circles.new.aim').fill(circle.aim)
    await button('circles.new.send').click()
    await page.getByRole('heading', { level: 1, name: circle.name }).waitFor()
  }

  async function letsBeFound({ page, say, link, button, field }: Person) {
    await link('shell.inStep').click()
    await page.getByRole('button', { name: say('people.listen.where') }).click()
    await page.getByRole('option', { name: say('people.listen.here') }).click()
    await button('people.listen.start').click()
    expect(await field('people.listen.address').inputValue()).toMatch(/127\.0\.0\.1/)
  }

  async function joins(ana: Person, ben: Person) {
    await goesToCircle(ana)
    await ana.link('circles.invite').click()
    await ana.button('joining.invite.make').click()
    await ben.field('joining.join.text').fill(await ana.field('joining.invite.text').inputValue())
    await ben.button('joining.join.ask').click()
    const code = async ({ page }: Person) => page.locator('.joining-code').innerText()
    expect(await code(ben)).toBe(await code(ana))
    expect((await code(ana)).trim().split(/\s+/)).toHaveLength(5)
    await ana.button('joining.invite.same', { name: words.ben }).click()
    // Used: it lets nobody else in, and is shown and offered to be taken back no more.
    await expect.poll(async () => ana.field('joining.invite.text').count(), { timeout: 20_000 }).toBe(0)
    expect(await ana.page.locator('.ui-toast').count()).toBe(0)
    await ben.link('joining.join.go').click()
    await ben.page.getByRole('heading', { level: 1, name: circle.name }).waitFor()
  }

  async function presents(ana: Person) {
    await goesToCircle(ana)
    await ana.link('circles.propose').first().click()
    await ana.field('proposals.new.title').fill(opening.title)
    await ana.field('proposals.new.text').fill(opening.text)
    await ana.button('proposals.new.send').click()
    await ana.page.getByRole('heading', { level: 1, name: opening.title }).waitFor()
  }

  async function clarify(ana: Person, ben: Person) {
    await ben.page.getByRole('link', { name: opening.title }).click()
    await ben.field('proposals.question.new').fill(opening.question)
    await ben.button('proposals.question.ask').click()
    await ana.field('proposals.question.answer').fill(opening.answer)
    await ana.button('proposals.question.send').click()
    await ben.page.getByText(opening.answer).first().waitFor()
    await ben.button('proposals.understood').click()
    await ben.field('proposals.reaction.new').fill(opening.reaction)
    await ben.button('proposals.reaction.send').click()
    await ana.page.getByText(opening.reaction).first().waitFor()
  }

  async function objectAndIntegrate(ana: Person, ben: Person) {
    await ana.button('proposals.round.open').click()
    await ben.button('proposals.object').click()
    expect(await ben.button('proposals.object.send').isDisabled()).toBe(true)
    await ben.field('proposals.object.reason').fill(opening.objection)
    await ben.button('proposals.object.send').click()
    await ana.page.getByText(opening.objection).first().waitFor()
    await ana.button('proposals.amend').first().click()
    await ana.field('proposals.amend.text').fill(opening.better)
    const ours = { name: words.ben, reason: opening.objection }
    await ana.page.getByText(ana.say('proposals.amend.integrates', ours)).click()
    await ana.button('proposals.amend.send').click()
    await ana.button('proposals.round.again').click()
  }

  async function agree(ana: Person, ben: Person) {
    for (const { button } of [ana, ben]) await button('proposals.consent').click()
    await ana.button('proposals.round.close').click()
    for (const { link, page } of [ana, ben]) {
      await link('proposals.toAgreement').click()
      await page.getByRole('heading', { level: 2, name: ana.say('agreements.who') }).waitFor()
    }
  }

  async function savesCertificate({ page, button }: Person) {
    const [download] = await Promise.all([page.waitForEvent('download'), button('agreements.certificate.save').click()])
    const certificate = verifyCertificate(await readFile(await download.path(), 'utf8'), TOOLS)
    expect(certificate).toMatchObject({ valid: true, practice: false, circleName: circle.name, text: opening.better })
  }

  async function goesToCircle({ link, page }: Person) {
    await link('shell.circles').click()
    await page.getByRole('link', { name: circle.name }).click()
  }

  const directionOf = async ({ page }: Person) =>
    page.evaluate<string>('`${document.documentElement.lang} ${document.documentElement.dir}`')
})
