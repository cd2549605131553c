/* oxlint-disable no-underscore-dangle -- the seams of Autobase have no other names */
import { createRequire } from 'node:module'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { testFolder } from '../helpers/folder.ts'
import { agreed, connect, Device, founder, joiner } from '../helpers/logs.ts'

type Part = Record<string, (...args: unknown[]) => Promise<unknown>>
type State = Record<'store' | 'localState' | 'localCheckpoint', Part | null>
type Flushing = { _flush(this: State, blocks: readonly unknown[] | null): Promise<void> }

const STEPS = [
  ['store', 'flush'],
  ['localState', 'flush'],
  ['localCheckpoint', 'update'],
] as const

/** Calls `look` before and after each thing that Autobase does to write words, in every log opened from now on. */
function atEachStep(look: () => Promise<void>): void {
  const { prototype } = createRequire(import.meta.url)('autobase/lib/apply-state.js') as { prototype: Flushing }
  const { _flush } = prototype
  onTestFinished(() => void Object.assign(prototype, { _flush }))
  prototype._flush = async function (blocks) {
    if (blocks === null || blocks.length === 0) return _flush.call(this, blocks)
    const restore = STEPS.map(([name, step]) => {
      const part = this[name]
      const work = part?.[step]
      if (!part || !work) return () => undefined
      part[step] = async (...args) => {
        await look()
        const done = await work.apply(part, args)
        await look()
        return done
      }
      return () => (part[step] = work)
    })
    await _flush.call(this, blocks).finally(() => restore.forEach((one) => one()))
    await look()
  }
}

/** What a process leaves on the disk that ends now: a copy of its folder, on which the store may be opened. */
async function leftBy(one: Device): Promise<string> {
  const copy = join(await testFolder(), 'store')
  await cp(one.folder, copy, { recursive: true })
  await rm(join(copy, 'CORESTORE'))
  return copy
}

it('words stand once in the order, wherever in its writing the process was ended', async () => {
  const [left, at]: [string[], { ana?: Device }] = [[], {}]
  atEachStep(async () => void (at.ana !== undefined && left.push(await leftBy(at.ana))))
  const ana = await founder('ana')
  await ana.append('one')
  await ana.append('two')
  at.ana = ana
  await ana.append('three', 'four')
  delete at.ana
  expect(left.length).toBeGreaterThan(6)
  const whole = await ana.order()
  await ana.close()

  await Promise.all(left.map((folder) => goesOn(folder, ana.known, whole)))
})

async function goesOn(folder: string, known: Device['known'], whole: string[]): Promise<void> {
  const ana = await new Device('ana', folder).open(known)
  onTestFinished(() => ana.close())
  const order = await ana.order()
  expect([whole, whole.slice(0, 2)]).toContainEqual(order)
  await ana.append('five')
  const ben = await joiner('ben', ana)
  const part = connect(ana, ben)
  expect(await agreed([ana, ben], order.length + 1)).toEqual([...order, expect.stringMatching(/ five$/)])
  await part()
  expect([...ana.faults, ...ben.faults]).toEqual([])
}
