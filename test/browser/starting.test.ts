import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { findElectron } from '../../src/browser/find-electron.ts'
import { removeLaunchFile, writeLaunchFile } from '../../src/browser/launch-file.ts'
import { openerOf, openFile } from '../../src/browser/opener.ts'
import { startOptions } from '../../src/browser/start-options.ts'
import { shortUserAgent } from '../../src/browser/user-agent.ts'
import { testFolder } from '../helpers/folder.ts'

const LINK = 'http://127.0.0.1:4711/#launch=abc'

test('the page that leads to the link is for this user alone, and made anew each time', async () => {
  const folder = await testFolder()
  const other = join(folder, 'other')
  await writeFile(other, 'mine')
  await symlink(other, join(folder, 'open-window.html'))
  const path = await writeLaunchFile(folder, LINK)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readFile(path, 'utf8')).toContain(`content="0; url=${LINK}"`)
  expect(await readFile(other, 'utf8')).toBe('mine')
  await writeLaunchFile(folder, `${LINK}d`)
  expect(await readFile(path, 'utf8')).toContain(`${LINK}d`)
  await removeLaunchFile(folder)
  await expect(stat(path)).rejects.toThrow('ENOENT')
})

test('a browser is opened where there is a screen, by what the system has for it', async () => {
  expect(openerOf({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe('xdg-open')
  expect(openerOf({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe('xdg-open')
  expect(openerOf({ platform: 'linux', env: { DISPLAY: '' } })).toBeNull()
  expect(openerOf({ platform: 'darwin', env: {} })).toBe('open')
  expect(openerOf({ platform: 'darwin', env: { SSH_CONNECTION: '1' } })).toBeNull()
  expect(openerOf({ platform: 'win32', env: {} })).toBe('explorer.exe')
  expect(await openFile('there-is-no-such-program', '/tmp/x')).toBe(false)
  expect(await openFile('true', '/tmp/x')).toBe(true)
})

test('what is typed after npm start is understood, or said to make no sense', () => {
  expect(startOptions([], '/home/data')).toEqual({ data: '/home/data', open: true, port: 0 })
  const typed = ['--data', 'x', '--no-open', '--port', '4711']
  expect(startOptions(typed, '/home/data')).toEqual({ data: resolve('x'), open: false, port: 4711 })
  for (const wrong of [
    ['--host', '0.0.0.0'],
    ['x'],
    ['--port', '70000'],
    ['--port', '-1'],
    ['--port', 'a'],
    ['--data='],
  ])
    expect([wrong, startOptions(wrong, '/home/data')]).toEqual([wrong, undefined])
})

test('Electron is looked for without loading it', async () => {
  const folder = await testFolder()
  const electron = join(folder, 'node_modules', 'electron')
  expect(findElectron(folder, {})).toBeUndefined()
  await mkdir(join(electron, 'dist'), { recursive: true })
  expect(findElectron(folder, {})).toBeUndefined()
  await writeFile(join(electron, 'dist', 'electron'), '')
  expect(findElectron(folder, {})).toBe(join(electron, 'dist', 'electron'))
  await writeFile(join(electron, 'path.txt'), 'Electron.app/Electron\n')
  expect(findElectron(folder, {})).toBeUndefined()
  await mkdir(join(folder, 'other', 'Electron.app'), { recursive: true })
  await writeFile(join(folder, 'other', 'Electron.app', 'Electron'), '')
  expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'other') })).toContain('other')
})

test('people tell their windows apart by browser and system', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
  expect(shortUserAgent(chrome)).toBe('Chromium 156, Linux')
  expect(shortUserAgent(`${chrome} Edg/156.0`)).toBe('Edge 156, Linux')
  expect(shortUserAgent('Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
    'Firefox 140, Windows',
  )
  const safari = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/26.0 Safari/605.1'
  expect(shortUserAgent(safari)).toBe('Safari 26, macOS')
  expect(shortUserAgent(undefined)).toBe('')
  expect(shortUserAgent('x'.repeat(100_000))).toBe('')
})
