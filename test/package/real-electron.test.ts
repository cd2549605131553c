import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findElectron } from '../../src/browser/find-electron.ts'
import { sayingIn, type Say } from '../helpers/window-words.ts'

/** The program in a real Electron, where its binary is. Chromium's sandbox, which is part of what is tried, refuses root. */
const electron = findElectron('.', process.env)
const isRoot = process.getuid?.() === 0
const why =
  electron === undefined ? 'Electron’s binary is not on this machine' : 'Chromium’s sandbox does not run as root'
const mayRun = electron !== undefined && !isRoot
if (!mayRun) console.warn(`\n*** NOT RUN, and not passed: the tests in a real Electron. ${why}. ***\n`)

describe.runIf(mayRun)('in a real Electron', () => {
  let folder = ''
  let app: ElectronApplication
  let page: Page
  let say: Say

  beforeAll(async () => {
    await promisify(execFile)('npm', ['run', 'build'], { env: process.env })
    await promisify(execFile)('npm', ['run', 'build:electron'], { env: process.env })
    folder = await mkdtemp(join(tmpdir(), 'nst-real-'))
    app = await begin()
    page = await app.firstWindow()
    say = await sayingIn('en')
  }, 300_000)
  afterAll(async () => {
    await app?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const begin = async () =>
    _electron.launch({
      executablePath: electron ?? '',
      // Left out, Playwright has Electron run without it.
      chromiumSandbox: true,
      args: ['.', '--data', join(folder, 'data'), '--lang=en'],
      env: { ...process.env, NST_BOOTSTRAP: 'none', LANGUAGE: 'en' },
    })

  it('shows its own page, isolated and in a sandbox, with nothing of Node in it', async () => {
    expect(page.url()).toMatch(/^app:\/\/nst\//)
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const contents = window!.webContents as unknown as { getLastWebPreferences(): object }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
    const seen = await page.evaluate<string[]>(
      '["require", "process", "module", "electron", "ipcRenderer"].filter((name) => name in window)',
    )
    expect(seen).toEqual([])
  })

  it('goes from the first start to an agreement, by the node in its own process', async () => {
    await page.getByRole('textbox', { name: new RegExp(say('me.welcome.name').replaceAll('?', '.')) }).fill('Ana')
    await page.getByRole('button', { name: say('me.welcome.start') }).click()
    // With the words not yet written down the program asks before it ends, and goes on as before where one stays.
    await page.getByText(say('me.words.kept')).waitFor()
    await app.evaluate(({ app: program, dialog }) => {
      dialog.showMessageBoxSync = () => 0
      program.quit()
    })
    await page.getByText(say('me.words.kept')).click()
    await page.getByRole('button', { name: say('me.words.next') }).click()
    await page.getByRole('link', { name: say('me.ways.start') }).click()
    await page.getByRole('textbox', { name: new RegExp(`^${say('circles.new.name')}`) }).fill('Kitchen')
    await page.getByRole('textbox', { name: new RegExp(`^${say('circles.new.aim')}`) }).fill('to cook together')
    await page.getByRole('button', { name: say('circles.new.send') }).click()
    await page.getByRole('heading', { level: 1, name: 'Kitchen' }).waitFor()
    await page
      .getByRole('link', { name: say('circles.propose') })
      .first()
      .click()
    await page.getByRole('textbox', { name: new RegExp(`^${say('proposals.new.title')}`) }).fill('Tuesdays')
    await page.getByRole('textbox', { name: new RegExp(`^${say('proposals.new.text')}`) }).fill('We cook on Tuesdays.')
    await page.getByRole('button', { name: say('proposals.new.send') }).click()
    await page.getByRole('button', { name: say('proposals.round.open') }).click()
    await page.getByRole('button', { name: say('proposals.consent') }).click()
    await page.getByRole('button', { name: say('proposals.round.close') }).click()
    await page.getByRole('link', { name: say('proposals.toAgreement') }).click()
    expect(await page.getByText(say('agreements.state.in-force')).first().textContent()).not.toBe('')
  }, 120_000)

  it('opens no window, goes nowhere else, and grants nothing but the camera and copying', async () => {
    await page.evaluate<void>('void window.open("https://example.org/")')
    expect(app.windows()).toHaveLength(1)
    await page.evaluate<void>('void (location.href = "https://example.org/")')
    expect(page.url()).toMatch(/^app:\/\/nst\//)
    const asked = await page.evaluate<string>(
      'navigator.permissions.query({ name: "geolocation" }).then(({ state }) => state)',
    )
    expect(asked).toBe('denied')
    const heard = await page.evaluate<string>(
      'navigator.permissions.query({ name: "microphone" }).then(({ state }) => state)',
    )
    expect(heard).toBe('denied')
    const fetched = 'fetch("https://example.org/").then(() => "answered", () => "refused")'
    expect(await page.evaluate<string>(fetched)).toBe('refused')
  })

  it('a second start leads the first to what it was given, and nothing is loaded anew where one is there already', async () => {
    const second = async () => {
      const child = spawn(electron ?? '', ['.', '--data', join(folder, 'data'), 'nst://join#nst2.abc'], {
        stdio: 'ignore',
      })
      await once(child, 'exit')
      await page.waitForURL('app://nst/#/join/nst2.abc')
    }
    await second()
    await page.evaluate<void>('void (window.mark = 1)')
    await second()
    expect(await page.evaluate<number>('window.mark')).toBe(1)
    await page.evaluate<void>('history.back()')
  })

  it('is the same after its node was killed, and after it was begun anew', async () => {
    await app.evaluate(({ app: program }) => {
      const node = program
        .getAppMetrics()
        .find(({ serviceName, type }) => type === 'Utility' && serviceName !== undefined)
      if (node !== undefined) process.kill(node.pid, 'SIGKILL')
    })
    await page.getByText('Tuesdays').first().waitFor()
    await app.close()
    app = await begin()
    page = await app.firstWindow()
    await page.getByText('Kitchen').first().waitFor()
    expect(page.url()).toMatch(/^app:\/\/nst\//)
  }, 120_000)
})
