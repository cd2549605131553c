import { expect, test } from 'vitest'
import { openNode } from '../../src/node/open-node.ts'
import { chanceOf } from '../helpers/chance.ts'
import { testFolder } from '../helpers/folder.ts'

test('a log that closed itself while it wrote takes nothing more, and says to start again', async () => {
  const folder = await testFolder()
  const opened = await openNode({ folder, clock: () => 0, chance: chanceOf('ana'), ackInterval: 0, warn: () => {} })
  if (!opened.ok) throw new Error(opened.refusal.code)
  await opened.value.createProfile('Ana')
  const founded = await opened.value.found({ name: 'Garden', aim: 'grow', domain: null })
  if (!founded.ok) throw new Error(founded.refusal.code)
  founded.value.log.emit('fault', new Error('Batch was not applied'))
  const said = await founded.value.say({ type: 'member.on-leave', body: {} })
  expect(said).toEqual({ ok: false, refusal: { code: 'store-damaged', about: { again: 'restart' } } })
  await opened.value.close()
})
