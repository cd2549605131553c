import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { liveCircle, type Lived } from '../helpers/lived-circle.ts'
import { livedWords } from '../helpers/lived-words.ts'
import { openStage, type Person, type Stage } from '../helpers/window.ts'
import { pages } from '../helpers/window-pages.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Another state of a page that is looked at anyhow. */
const SAME_PIECES = [
  'circle-alone',
  'proposal-fresh',
  'proposal-asked',
  'proposal-tabled',
  'agreement-settled',
  'new-proposal-of-guest',
  'answer',
  'change',
]
const { inRound, circle } = livedWords.en

let stage: Stage
let lived: Lived
let folder: string
let ana: Person
let atNight: Person
let inArabic: Person

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nst-a11y-'))
  ;[stage, lived] = await Promise.all([openStage(), liveCircle(folder, 'en', Date.now())])
  ana = await stage.enters({ folder: lived.folders.ana })
  atNight = await ana.another({ look: { colorScheme: 'dark' } })
  inArabic = await ana.another({ language: 'ar', look: { viewport: { width: 360, height: 740 } } })
}, 240_000)
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

// A dialog over one page is not to hold the focus on the next.
afterEach(async () => {
  for (const { page } of [ana, atNight, inArabic]) await page.keyboard.press('Escape')
})

// All looks of all pages take minutes: `npm run soak:window`. Otherwise each page has one look, in turn.
const everyLook = process.env['NST_LOOKS'] === 'all'
const ofOtherPieces = pages.filter(({ name }) => !SAME_PIECES.includes(name))
const [byDay, byNight, asArabic] = [0, 1, 2].map((look) =>
  everyLook ? pages : ofOtherPieces.filter((_, index) => index % 3 === look),
)

describe('every page', () => {
  it.each(byDay ?? [])('has no fault that axe finds: $name', async ({ open }) => {
    await open({ person: ana, lived, language: 'en' })
    expect(await faultsOf(ana)).toEqual([])
    await expectLandmarks(ana)
    expect(ana.faults.splice(0)).toEqual([])
  })

  it.each(byNight ?? [])('has no fault at night: $name', async ({ open }) => {
    await open({ person: atNight, lived, language: 'en' })
    expect(await faultsOf(atNight)).toEqual([])
    await expectLandmarks(atNight)
    expect(ana.faults.splice(0)).toEqual([])
  })

  it.each(asArabic ?? [])('has no fault in Arabic, and fits on a telephone: $name', async ({ open }) => {
    await open({ person: inArabic, lived, language: 'en' })
    expect(await faultsOf(inArabic)).toEqual([])
    expect(await overflow(inArabic)).toBeLessThanOrEqual(0)
    expect(ana.faults.splice(0)).toEqual([])
  })

  it('has no fault either before there is anything', async () => {
    const newcomer = await stage.enters({})
    expect(await faultsOf(newcomer)).toEqual([])
    await newcomer.node.profile.create({ name: 'Ben' })
    const ben = await newcomer.another({})
    for (const [path, title] of [
      ['/', 'home.title'],
      ['/circles', 'circles.title'],
      ['/in-step', 'people.inStep'],
    ] as const) {
      await ben.goes(path, ben.say(title))
      expect(await faultsOf(ben)).toEqual([])
    }
    expect(ben.faults).toEqual([])
  })
})

it('what is printed is ink on white paper, at night too', async () => {
  const { page, goes, say } = ana
  await goes(`/circles/${lived.circle}/logbook/document`, say('logbook.title'))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const looks = async () =>
    page.evaluate<string[]>(
      '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))',
    )
  try {
    // The look follows the medium a moment later.
    await expect.poll(looks).toEqual(['rgb(28, 38, 36)', 'rgb(255, 255, 255)'])
  } finally {
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  }
})

describe('by keys alone', () => {
  it('something is found and gone to, and the focus comes back where it was', async () => {
    const { page, goes, say } = ana
    await goes('/', say('home.title'))
    const find = page.getByRole('button', { name: say('palette.button') })
    await tabTo(ana, find)
    await page.keyboard.press('Enter')
    const field = page.getByRole('combobox', { name: say('palette.label') })
    expect(await isFocused(ana, field)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await isFocused(ana, find)).toBe(true)
    await page.keyboard.press('Control+k')
    await page.keyboard.type(circle.name.slice(0, 6))
    await page.getByRole('option', { name: circle.name }).first().waitFor()
    await page.keyboard.press('Enter')
    expect(await isFocused(ana, page.getByRole('heading', { level: 1, name: circle.name }))).toBe(true)
  })

  it('a proposal is brought', async () => {
    const { page, goes, link, field, button } = ana
    await goes(`/circles/${lived.circle}`, circle.name)
    await tabTo(ana, link('circles.propose').first())
    await page.keyboard.press('Enter')
    expect(await isFocused(ana, field('proposals.new.title'))).toBe(true)
    await page.keyboard.type('By hand')
    await tabTo(ana, field('proposals.new.text'))
    await page.keyboard.type('We do it by hand.')
    await tabTo(ana, button('proposals.new.send'))
    await page.keyboard.press('Enter')
    expect(await isFocused(ana, page.getByRole('heading', { level: 1, name: 'By hand' }))).toBe(true)
  })

  it('an objection is thought better of, and consent is given', async () => {
    const { page, goes, button, field, say } = ana
    await goes(`/proposals/${lived.proposals.inRound}`, inRound.title)
    await tabTo(ana, button('proposals.object'))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: say('proposals.object.title') })
    expect(await isFocused(ana, field('proposals.object.reason'))).toBe(true)
    // Around and around, and never out of it.
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab')
      expect(await dialog.locator(':focus').count()).toBe(1)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await isFocused(ana, button('proposals.object'))).toBe(true)
    await tabTo(ana, button('proposals.consent'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await button('proposals.consent').waitFor({ state: 'detached' })
    const { responses } = await ana.node.proposal.show({ proposal: lived.proposals.inRound })
    expect(responses.map(({ answer }) => answer)).toEqual(['consent', 'consent'])
  })

  it('nothing holds the focus: it goes through a page and out of it', async () => {
    const { page, goes } = ana
    await goes(`/proposals/${lived.proposals.asked}`, livedWords.en.asked.title)
    await page.locator('body').press('Tab')
    const first = page.locator('.shell-skip')
    await tabTo(ana, first)
    const count = await page.locator('a[href], button, input, textarea, summary').count()
    await page.keyboard.press('Tab')
    await tabTo(ana, first, 'Tab', count + 5)
    await page.keyboard.press('Enter')
    expect(await isFocused(ana, page.getByRole('main'))).toBe(true)
  })
})

async function faultsOf({ page }: Person): Promise<unknown[]> {
  // It goes into a window once: half a megabyte, which it would read twice more at each look.
  const isThere = await page.evaluate<boolean>('"axe" in window')
  // What is said aloud in passing names a button that may be gone.
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: '0' } : {}) })
    .options({ resultTypes: ['violations'] })
    .exclude('[data-live-announcer]')
    .setLegacyMode()
  const { violations } = await axe.withTags(RULES).analyze()
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target, html }) => `${target.join()} ${html}`) }))
}

/** A title, one first heading, and the places of the page by their names. */
async function expectLandmarks({ page, say }: Person): Promise<void> {
  const aside = { includeHidden: true }
  expect(await page.getByRole('heading', { level: 1, ...aside }).count()).toBe(1)
  expect(await page.getByRole('main', aside).count()).toBe(1)
  expect(await page.getByRole('navigation', { name: say('shell.navigation'), ...aside }).count()).toBe(1)
  expect(await page.title()).toContain(say('shell.program'))
}

/** Pixels by which the page is wider than its window. */
const overflow = async ({ page }: Person): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

async function isFocused({ page }: Person, wanted: Locator): Promise<boolean> {
  return wanted
    .and(page.locator(':focus'))
    .waitFor()
    .then(
      () => true,
      () => false,
    )
}

async function tabTo({ page }: Person, wanted: Locator, key = 'Tab', most = 80): Promise<void> {
  await wanted.waitFor({ state: 'attached' })
  const here = wanted.and(page.locator(':focus'))
  for (let presses = 0; (await here.count()) === 0; presses += 1) {
    if (presses === most) throw new Error(`${most} presses of ${key} did not lead to ${String(wanted)}`)
    await page.keyboard.press(key)
  }
}
