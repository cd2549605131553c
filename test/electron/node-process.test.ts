import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openBackend } from '../../src/backend.ts'
import { beginWithPage, pageOf, takeThrough } from './taken-through.ts'

const FILE = 'electron/node-process.ts'
const folder = async () => mkdtemp(join(tmpdir(), 'nst-node-'))

it('the node in a process of its own is taken from nothing to an agreement, by the port that main passes on', async () => {
  const data = await folder()
  const { life, heard, ended, page } = await beginWithPage(process.execPath, FILE, data)
  expect(await takeThrough(page)).toBe('Tuesday kitchen')
  expect((await page.program.info({})).mode).toBe('electron')

  // What a person chooses in the window reaches main, and what main has reaches the window.
  await page.program.setShell({ tells: 'what' })
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ type: 'settings', settings: { tells: 'what' } }))
  life.tell({ type: 'settings', settings: { keepsInStep: false, opensAtLogin: true, tells: 'nothing' } })
  const second = pageOf(life)
  await vi.waitFor(async () => expect(await second.program.shell({})).toMatchObject({ keepsInStep: false }))

  life.tell({ type: 'stop' })
  await ended
  const again = await openBackend(data)
  if (!again.ok) throw new Error(again.refusal.code)
  await again.value.close()
})

it('says why it has no circles while another program holds the folder', async () => {
  const data = await folder()
  const other = await openBackend(data)
  if (!other.ok) throw new Error(other.refusal.code)
  const { life, ended, page } = await beginWithPage(process.execPath, FILE, data)
  await expect(page.home.show({})).rejects.toMatchObject({ data: { code: 'store-busy' } })
  expect((await page.program.info({})).dataFolder).toBe(data)
  life.tell({ type: 'stop' })
  await ended
  await other.value.close()
})

it('a process that is killed has lost nothing that it acknowledged', async () => {
  const data = await folder()
  const { life, ended, page } = await beginWithPage(process.execPath, FILE, data)
  await page.profile.create({ name: 'Ana' })
  const { circle } = await page.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  life.kill()
  await ended
  const next = await beginWithPage(process.execPath, FILE, data)
  expect((await next.page.circle.list({})).map((one) => one.circle)).toEqual([circle])
  next.life.tell({ type: 'stop' })
  await next.ended
})
