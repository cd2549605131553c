import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { clientInProcess } from '../../src/api/in-process.ts'
import { createRouter } from '../../src/api/router.ts'
import { openBackend } from '../../src/backend.ts'
import { testFolder } from '../helpers/folder.ts'

const BURST = fileURLToPath(new URL('../helpers/burst.ts', import.meta.url))

/** Speaks in a process that is killed once `n` events are acknowledged. All that it had acknowledged by then. */
async function killedAfter(n: number, folder: string): Promise<string[]> {
  const child = spawn(process.execPath, [BURST, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const acknowledged: string[] = []
  for await (const event of createInterface(child.stdout)) {
    acknowledged.push(event)
    if (acknowledged.length === n) child.kill('SIGKILL')
  }
  expect(await ended).toEqual([null, 'SIGKILL'])
  return acknowledged
}

it.each([1, 2, 3, 4, 5, 6, 8, 11, 15, 22, 33, 50])(
  'of a burst that is killed after acknowledgement %i, nothing acknowledged is missing',
  async (n) => {
    const folder = await testFolder()
    const acknowledged = await killedAfter(n, folder)
    expect(acknowledged.length).toBeGreaterThanOrEqual(n)

    const opened = await openBackend(folder, { ackInterval: 0, clock: () => Date.UTC(2026, 2, 2, 12) })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const api = clientInProcess(createRouter(opened.value.commands))
    const circle = acknowledged[0] ?? ''
    const counted = async () =>
      (await api.log.list({ circle })).items.filter((one) => one.counted).map(({ event }) => event)
    const there = await counted()
    expect(there.slice(0, acknowledged.length)).toEqual(acknowledged)
    expect(await api.circle.show({ circle })).toMatchObject({ waiting: 0, stateHash: expect.any(String) })

    const terms = { title: 'After all', text: 'We go on.', review: '2027-01-01' }
    const { proposal } = await api.proposal.present({ circle, ...terms })
    expect(await counted()).toEqual([...there, proposal])
    expect((await api.log.list({ circle })).items).toHaveLength(there.length + 1)
    await opened.value.close()
  },
)
