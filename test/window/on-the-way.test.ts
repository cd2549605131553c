import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveCircle, type Lived } from '../helpers/lived-circle.ts'
import { livedWords } from '../helpers/lived-words.ts'
import { sayingIn } from '../helpers/window-words.ts'
import { LANGUAGE_NAMES } from '../../renderer/words/language.ts'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** Small things on the way of a person who does not know the program. */
let stage: Stage
let folder: string
let lived: Lived
let ana: Person
beforeAll(async () => {
  stage = await openStage()
  folder = await mkdtemp(join(tmpdir(), 'nst-way-'))
  lived = await liveCircle(folder, 'en', Date.now())
  ana = await stage.enters({ folder: lived.folders.ana })
}, 240_000)
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

const looksOf = async (person: Person, ...words: Parameters<Person['say']>) =>
  person
    .button(...words)
    .first()
    .getAttribute('class')

describe('the first minutes', () => {
  it('go on where they were when the address changes before the end', async () => {
    const ben = await stage.enters()
    await ben.field('me.welcome.name').fill('Ben')
    await ben.button('me.welcome.start').click()
    const words = ben.page.getByRole('list', { name: ben.say('me.words.label') })
    await words.waitFor()
    await ben.page.evaluate<void>('void (location.hash = "#/join")')
    expect(await words.isVisible()).toBe(true)
  })
})

describe('the next step', () => {
  it('is to answer, while a question is open: opening a round comes after it', async () => {
    await ana.goes(`/proposals/${lived.proposals.asked}`, livedWords.en.asked.title)
    expect(await looksOf(ana, 'proposals.question.send')).toContain('primary')
    expect(await looksOf(ana, 'proposals.round.open')).not.toContain('primary')
  })

  it('with a guest is a proposal that names them already', async () => {
    const { dina } = livedWords.en
    await ana.goes(`/circles/${lived.circle}/people`, ana.say('people.title'))
    await ana.page.getByRole('link', { name: new RegExp(dina) }).click()
    expect(await ana.field('proposals.new.title').inputValue()).toBe(
      ana.say('proposals.new.admitTitle', { name: dina }),
    )
    await ana.button('proposals.new.send').click()
    await ana.page.getByText(ana.say('proposals.admits', { name: dina })).waitFor()
    const { items } = await ana.node.proposal.list({ circle: lived.circle })
    const made = items.find(({ title }) => title.startsWith(dina))
    const { admits } = await ana.node.proposal.show({ proposal: made?.proposal ?? '' })
    expect((await ana.node.circle.show({ circle: lived.circle })).members).toContainEqual(
      expect.objectContaining({ person: admits, name: dina }),
    )
  })
})

it('whoever went elsewhere before something was done stays there', async () => {
  const held = { answer: () => undefined as unknown, isHeld: (): void => undefined }
  const holding = new Promise<void>((resolve) => (held.isHeld = resolve))
  const late = await ana.another()
  await late.page.routeWebSocket(/./, (wire) => {
    const node = wire.connectToServer()
    node.onMessage((message) => {
      if (!isAnswerOf('proposal', message)) return wire.send(message)
      held.answer = () => wire.send(message)
      held.isHeld()
    })
  })
  await late.page.reload()
  await late.goes(`/circles/${lived.circle}/propose`, late.say('proposals.new'))
  await late.field('proposals.new.title').fill('A bench')
  await late.field('proposals.new.text').fill('We build a bench.')
  await late.button('proposals.new.send').click()
  await holding
  await late.goes('/circles', late.say('circles.title'))
  held.answer()
  // What is asked after the held answer is answered after it.
  await late.page.keyboard.press('Control+k')
  await late.page.getByRole('dialog').getByRole('option').first().waitFor()
  expect(late.page.url()).toMatch(/#\/circles$/)
  await late.leaves()
})

it('goes on where the browser says that there is no network: the node is on this machine', async () => {
  const alone = await ana.another()
  await alone.page.evaluate<void>('void window.dispatchEvent(new Event("offline"))')
  await alone.goes(`/circles/${lived.circle}/people`, alone.say('people.title'))
  expect(alone.page.url()).toMatch(/people$/)
  await alone.leaves()
})

it('[M4] a guest sees the next steps, and is told that taking one waits for the circle’s consent', async () => {
  const dina = await stage.enters({ folder: lived.folders.dina })
  await dina.goes(`/agreements/${lived.agreements.settled}`, livedWords.en.opening.title)
  await dina.page.getByText(dina.say('actions.guest')).waitFor()
  expect(await dina.page.getByText(dina.say('actions.new'), { exact: true }).count()).toBe(0)
  expect(dina.faults).toEqual([])
  await dina.leaves()
})

it('a day is typed in the order of the language, whatever the browser speaks', async () => {
  await ana.goes('/me', ana.say('me.title'))
  await ana.page.getByRole('button', { name: LANGUAGE_NAMES.fr }).click()
  const french = await sayingIn('fr')
  await ana.goes(`/circles/${lived.circle}/propose`, french('proposals.new'))
  const parts = ana.page.getByRole('group', { name: french('proposals.new.review') }).getByRole('spinbutton')
  const names = await Promise.all((await parts.all()).map((part) => part.getAttribute('data-type')))
  expect(names).toEqual(['day', 'month', 'year'])
  await parts.first().focus()
  await ana.page.keyboard.type('09032031')
  expect(await parts.allInnerTexts()).toEqual(['09', '03', '2031'])
})

it('a window that was ended says so, and what to do', async () => {
  const other = await ana.another()
  await ana.node.program.endWindow({ window: 'all' })
  const french = await sayingIn('fr')
  await ana.page.getByRole('heading', { level: 1, name: french('shell.closed.ended.title') }).waitFor()
  await other.page.getByRole('heading', { level: 1, name: other.say('shell.closed.ended.title') }).waitFor()
  expect(ana.faults).toEqual([])
})

/** What a command came to, where it made something of this kind: not what a live question brings. */
function isAnswerOf(made: string, message: string | Buffer): boolean {
  const { t: kind, p: payload } = JSON.parse(String(message)) as { t?: number; p?: { b?: { json?: object } } }
  return kind === undefined && made in (payload?.b?.json ?? {})
}
