import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { folder } from '../api/wires.ts'
import { ask, enter, INDEX } from './serving.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
let dist: string

/** The program as `npm start` builds it, with a placeholder for its window; beside the packages that it needs. */
beforeAll(async () => {
  await mkdir(at('node_modules/.cache'), { recursive: true })
  dist = await mkdtemp(at('node_modules/.cache/nst-start-'))
  await build({ configFile: at('src/vite.config.ts'), root: at('.'), logLevel: 'warn', build: { outDir: dist } })
  await mkdir(join(dist, 'window'))
  await writeFile(join(dist, 'window', 'index.html'), INDEX)
})
afterAll(async () => rm(dist, { recursive: true, force: true }))

/** `npm start`, once its text has come to what is waited for, or it ended. */
async function start(
  argv: string[],
  awaited: RegExp,
  env = process.env,
): Promise<{ process: ChildProcess; said: () => string }> {
  const started = spawn(process.execPath, [join(dist, 'start.js'), ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void started.kill('SIGKILL'))
  let text = ''
  await new Promise<void>((resolve) => {
    const hear = (part: Buffer) => {
      text += part.toString()
      if (awaited.test(text)) resolve()
    }
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    started.once('exit', () => resolve())
  })
  return { process: started, said: () => text }
}

const linkIn = (text: string) => /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]{43}/.exec(text)?.[0] ?? ''
const RUNS = /For a new link, run this again/

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`started, it says what it did; ended by ${signal}, it leaves the folder free and nothing behind`, async () => {
    const dir = await folder()
    const first = await start(['--data', dir, '--no-open'], RUNS)
    expect(first.said()).toContain('It opens in your own browser.')
    const link = linkIn(first.said())
    const { origin } = new URL(link)
    expect((await ask({ origin })).status).toBe(200)
    await enter({ origin, newLink: () => ({ link, until: 0 }) })
    const gone = once(first.process, 'exit')
    first.process.kill(signal)
    expect(await gone).toEqual([0, null])
    const left = await readdir(dir)
    expect(left).not.toContain('node.sock')
    expect(left).not.toContain('open-window.html')
    expect(linkIn((await start(['--data', dir, '--no-open'], RUNS)).said())).not.toBe('')
  })

test('where Electron is, its window is begun with the folder; where it does not run, the browser takes its place', async () => {
  const [dir, electron] = [await folder(), await folder()]
  const begin = async (script: string, awaited: RegExp) => {
    await writeFile(join(electron, 'electron'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron, PATH: '/bin', DISPLAY: '' }
    return start(['--data', dir], awaited, env)
  }
  const ran = await begin('echo "stand-in $2 $3"', /never matched$^/)
  expect(ran.said()).toContain(`stand-in --data ${dir}`)
  expect(ran.process.exitCode).toBe(0)
  expect((await begin('exit 3', RUNS)).said()).toContain('It opens in your own browser.')
})

test('started twice on a folder, the second leads to the first and ends', async () => {
  const dir = await folder()
  const first = await start(['--data', dir, '--no-open'], RUNS)
  const second = await start(['--data', dir, '--no-open'], /never matched$^/)
  expect(second.process.exitCode).toBe(0)
  expect(second.said()).toContain('It runs already')
  expect(new URL(linkIn(second.said())).origin).toBe(new URL(linkIn(first.said())).origin)
})

test('a port that is taken, and what makes no sense, are said in plain words', async () => {
  const first = await start(['--data', await folder(), '--no-open'], RUNS)
  const { port } = new URL(linkIn(first.said()))
  const second = await start(['--data', await folder(), '--no-open', '--port', port], /never matched$^/)
  expect(second.process.exitCode).toBe(1)
  expect(second.said()).toContain('Another program uses that port.')
  const third = await start(['--host', '0.0.0.0'], /never matched$^/)
  expect(third.process.exitCode).toBe(2)
  expect(third.said()).toContain('--no-open')
})
