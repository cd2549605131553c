import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { FILE_TYPES } from '../../electron/file-types.ts'
import { isInstaller } from '../../electron/squirrel.ts'

const spawned: [string, readonly string[]][] = []
vi.mock('node:child_process', () => ({
  spawn: (program: string, args: readonly string[]) => {
    spawned.push([program, args])
    const child = new EventEmitter()
    // Where one of them is not there, the rest is done all the same.
    queueMicrotask(() => child.emit(program.endsWith('Update.exe') ? 'error' : 'close'))
    return child
  },
}))

const program = { path: '/Local/nst/app-1.2.3/next-step-together.exe', systemRoot: '/Windows' }
const installer = async (said: string, platform: NodeJS.Platform = 'win32') => {
  spawned.length = 0
  let isDone: () => void = () => undefined
  const done = new Promise<void>((resolve) => (isDone = resolve))
  const isIt = isInstaller(['nst.exe', said], platform, isDone, program)
  if (isIt) await done
  return isIt
}

it('on Windows its files are opened by the program as it stays from version to version, for this person alone', async () => {
  expect(await installer('--squirrel-install')).toBe(true)
  const calls = spawned.map(([, args]) => args.join(' '))
  expect(spawned.filter(([by]) => by === '/Windows/System32/reg.exe')).toHaveLength(18)
  for (const { extension } of FILE_TYPES) {
    const kind = `NextStepTogether.${extension}`
    expect(calls).toContain(
      String.raw`add HKCU\Software\Classes\${kind}\shell\open\command /ve /d "/Local/nst/next-step-together.exe" "%1" /f`.replace(
        '${kind}',
        kind,
      ),
    )
    expect(calls).toContain(
      String.raw`add HKCU\Software\Classes\.${extension}`.replace('${extension}', extension) + ` /ve /d ${kind} /f`,
    )
  }
  expect(calls.filter((call) => !call.includes('HKCU') && !call.startsWith('--createShortcut'))).toEqual([])
})

it('takes away what is its own when it goes, and does nothing elsewhere', async () => {
  await installer('--squirrel-uninstall')
  expect(spawned.filter(([, [act]]) => act === 'delete')).toHaveLength(6)
  expect(spawned.filter(([, [act]]) => act === 'add')).toEqual([])
  expect(await installer('--squirrel-obsolete')).toBe(true)
  expect(spawned).toEqual([])
  expect(await installer('--squirrel-install', 'linux')).toBe(false)
})

it('Linux and macOS are told of the same files', async () => {
  const { default: forge } = await import('../../forge.config.ts')
  const linux = readFileSync('electron/linux/next-step-together.xml', 'utf8')
  const info = forge.packagerConfig!.extendInfo as { CFBundleDocumentTypes: { CFBundleTypeExtensions: string[] }[] }
  const types = info.CFBundleDocumentTypes
  expect(types.flatMap(({ CFBundleTypeExtensions }) => CFBundleTypeExtensions)).toEqual(
    FILE_TYPES.map(({ extension }) => extension),
  )
  for (const { extension, mime } of FILE_TYPES) {
    expect(linux).toContain(`<glob pattern="*.${extension}"/>`)
    expect(linux).toContain(`type="${mime}"`)
  }
})
