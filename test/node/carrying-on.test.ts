import { expect, it } from 'vitest'
import { createChanges } from '../../src/node/changes.ts'
import type { RunningNode } from '../../src/node/node.ts'
import { keepCarrying } from '../../src/node/statements/carrying.ts'

it('[Q2] what cannot be told once stops nothing: with the next change it is tried again', async () => {
  const changes = createChanges()
  const warned: string[] = []
  let tries = 0
  let again = () => {}
  const secondTry = new Promise<void>((resolve) => (again = resolve))
  const sessions = () => {
    tries += 1
    if (tries === 1) throw new Error('the disk is gone')
    again()
    return []
  }
  const node = { changes, sessions } as unknown as RunningNode
  const stop = keepCarrying(node, (what) => warned.push(what))
  changes.tell(null)
  await secondTry
  expect(warned).toEqual(['could not tell one circle what another says'])
  await stop()
})
