import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { beginAtLogin } from '../../electron/at-login.ts'

const asked: unknown[] = []
vi.mock('electron', () => ({ app: { setLoginItemSettings: (settings: unknown) => asked.push(settings) } }))

const configFolder = join(mkdtempSync(join(tmpdir(), 'nst-login-')), 'config')

it('on Linux an entry of the desktop begins it, hidden and on the same folder, until the person wants that no more', async () => {
  const where = {
    platform: 'linux',
    program: '/opt/100% ours/nst',
    configFolder,
    args: ['--data', String.raw`/media/a "b" \c`],
  } as const
  const entry = join(configFolder, 'autostart', 'next-step-together.desktop')
  await beginAtLogin(false, where)
  expect(existsSync(entry)).toBe(false)
  await beginAtLogin(true, where)
  const command = String.raw`Exec="/opt/100%% ours/nst" "--data" "/media/a \\"b\\" \\\\c" "--hidden"`
  expect(readFileSync(entry, 'utf8').split('\n')).toContain(command)
  await beginAtLogin(false, where)
  expect(existsSync(entry)).toBe(false)
  expect(asked).toEqual([])
})

it('on Windows what stays from version to version is begun, on macOS the program itself', async () => {
  const program = String.raw`C:\Local\nst\app-1.2.3\next-step-together.exe`
  await beginAtLogin(true, { platform: 'win32', program, configFolder, args: [] })
  const path = String.raw`C:\Local\nst\next-step-together.exe`
  expect(asked.at(-1)).toEqual({ openAtLogin: true, path, args: ['"--hidden"'] })
  await beginAtLogin(true, { platform: 'darwin', program, configFolder, args: [] })
  expect(asked.at(-1)).toEqual({ openAtLogin: true })
})
