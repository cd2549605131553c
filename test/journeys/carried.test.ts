import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { circleOf, expectQuiet, inStep, refusalOf, type Peer } from '../helpers/nodes.ts'

const notes = async (one: Peer, count: number) => {
  for (let index = 0; index < count; index += 1) {
    await one.api.driver.notice({ circle: one.circle, statement: `${one.name} noticed ${index}: the tap drips again` })
  }
}

it('what a file’s reader has is left out of the next one, and 20 new events fit into 15 kB', async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  await inStep(ana, ben)
  for (const one of [ana, ben]) await one.restart()
  const at = (name: string) => join(ana.folder, '..', name)
  await ben.api.bundle.export({ circle: ben.circle, file: at('have'), isEmpty: true })
  await notes(ana, 20)
  const { events, bytes } = await ana.api.bundle.export({ circle: ana.circle, file: at('new'), since: at('have') })
  expect([events, bytes <= 15_000, (await stat(at('new'))).size]).toEqual([20, true, bytes])

  await notes(ana, 1)
  await ana.api.bundle.export({ circle: ana.circle, file: at('later'), since: at('new') })
  // Without what it continues there is nothing to be made of it, and what is here stays as it is.
  expect(await refusalOf(ben.api.bundle.import({ file: at('later') }))).toBe('bundle-continues')
  expect(await ben.api.bundle.import({ file: at('new') })).toEqual({ circle: ben.circle, events: 20, apart: false })
  expect(await ben.api.bundle.import({ file: at('later') })).toMatchObject({ events: 1, apart: false })
  expect(await ben.api.bundle.import({ file: at('new') })).toMatchObject({ events: 0, apart: false })
  expect(ben.session.at()).toBe(ana.session.at())
  expect(await refusalOf(ana.api.bundle.export({ circle: ana.circle, file: at('x'), since: at('nothing') }))).toBe(
    'no-such-file',
  )
  expectQuiet(ana, ben)
})
