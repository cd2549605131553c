import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { InStep, inStepFile } from '../../src/node/in-step.ts'
import { testFolder } from '../helpers/folder.ts'
import { circleOf, meet, type Peer } from '../helpers/nodes.ts'

const [GARDEN, PHONE] = ['a1'.repeat(32), 'b2'.repeat(32)] as const
const MINUTE = 60_000

async function opened(folder: string) {
  const warned: unknown[] = []
  return { warned, marks: await InStep.open(inStepFile(folder), (error) => void warned.push(error)) }
}

it('remembers after a restart when both last knew the same, and forgets it with the circle', async () => {
  const folder = await testFolder()
  const { marks, warned } = await opened(folder)
  for (const at of [MINUTE, MINUTE + 1]) marks.note(GARDEN, PHONE, at, { known: 7, path: 'lan' })
  await marks.close()
  const again = await opened(folder)
  expect([...again.marks.of(GARDEN)]).toEqual([
    [PHONE, { inStep: MINUTE + 1, known: 7, path: 'lan', pathAt: MINUTE + 1 }],
  ])
  await again.marks.forget(GARDEN)
  expect([...(await opened(folder)).marks.of(GARDEN)]).toEqual([])
  expect([...warned, ...again.warned]).toEqual([])
})

it('goes on without what it kept where that is damaged', async () => {
  const folder = await testFolder()
  await writeFile(join(folder, 'in-step.json'), '{')
  const { marks, warned } = await opened(folder)
  expect([[...marks.of(GARDEN)], warned.length]).toEqual([[], 1])
})

it('tells a person who was here last, before anybody is met anew', async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  const lastOf = async () => (await ana.api.network.status({})).map(({ name, lastInStep }) => [name, lastInStep])
  const [[name, before] = []] = await lastOf()
  expect([name, typeof before]).toEqual(['Ben', 'number'])
  await ana.restart()
  expect(await ana.api.network.status({})).toMatchObject([{ name: 'Ben', reachable: false, lastInStep: before }])
  await meet(ana, ben)
})

it('meets nobody any more in a circle that was forgotten', async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  const { circle } = ana
  expect(ana.node.meeting()?.seenOf(circle).size).toBe(1)
  await ana.node.forget(circle)
  expect([ana.node.meeting()?.seenOf(circle).size, ana.node.marksOf(circle).size]).toEqual([0, 0])
  expect(ben.warnings).toEqual([])
})
