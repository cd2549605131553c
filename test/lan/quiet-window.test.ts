import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Client } from '../../src/api/client.ts'
import { connectLocalSocket } from '../../src/api/local-client.ts'
import { testFolder } from '../helpers/folder.ts'
import { canPretend, PretendLan, WAY_OUT } from './pretend-lan.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
/** Somebody in the network itself, and somebody far away: who asks either sends something. */
const TO_ASK = '10.77.0.99:49737,192.0.2.9:49737'
/** Longer than anything that a node does by itself at its start. */
const LISTEN_MS = 1_600
const RUNS = /For a new link, run this again/
let dist: string

/** The program as `npm start` runs it, with a placeholder for the page that it shows. */
beforeAll(async () => {
  await mkdir(at('node_modules/.cache'), { recursive: true })
  dist = await mkdtemp(at('node_modules/.cache/nst-quiet-'))
  if (!canPretend) return
  await build({ configFile: at('src/vite.config.ts'), root: at('.'), logLevel: 'warn', build: { outDir: dist } })
  await mkdir(join(dist, 'window'))
  await writeFile(join(dist, 'window', 'index.html'), '<!doctype html><title>window</title>')
})
afterAll(async () => rm(dist, { recursive: true, force: true }))

type Begun = { readonly api: Client; readonly ends: () => Promise<void> }

async function begins(lan: PretendLan, data: string): Promise<Begun> {
  const program = lan.start(1, process.execPath, join(dist, 'start.js'), '--data', data, '--no-open')
  onTestFinished(() => void program.kill('SIGKILL'))
  await saysThatItRuns(program)
  const local = await connectLocalSocket(data)
  if (local === undefined) throw new Error('the program does not answer')
  const ends = async () => {
    local.close()
    const gone = once(program, 'close')
    program.kill('SIGINT')
    await gone
  }
  return { api: local.client, ends }
}

async function saysThatItRuns(program: ChildProcess): Promise<void> {
  let text = ''
  for await (const part of program.stdout ?? []) if (RUNS.test((text += String(part)))) return
  throw new Error(`it ended: ${text}`)
}

test.runIf(canPretend)(
  'the program of the window: not one packet from its first start to a circle that is set to nobody, and again after that',
  async () => {
    const lan = await PretendLan.build(1)
    await lan.wayOut(1)
    const data = join(await testFolder(), 'data')
    const stop = await lan.capture(1)
    const first = await begins(lan, data)
    await first.api.profile.create({ name: 'Anastasia' })
    await first.api.network.setBootstrap({ bootstrap: TO_ASK })
    const { circle } = await first.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
    await first.api.circle.reach({ circle, reach: 'nobody' })
    await first.api.driver.notice({ circle, statement: 'The tap drips' })
    await pause(LISTEN_MS)
    await first.ends()
    const second = await begins(lan, data)
    await pause(LISTEN_MS)
    expect((await stop()).map((frame) => frame.toString('hex'))).toEqual([])

    // What was listened for would have been heard.
    const heard = await lan.capture(1)
    await second.api.circle.reach({ circle, reach: 'internet' })
    await pause(LISTEN_MS)
    const frames = await heard()
    expect(frames.some((frame) => frame.includes(Buffer.from([10, 77, 0, WAY_OUT])))).toBe(true)
    expect(frames.some((frame) => frame.includes(Buffer.from([10, 77, 0, 99])))).toBe(true)
    await second.ends()
  },
)
