import { expect, it } from 'vitest'
import { hash, toHex } from '../../src/log/crypto.ts'
import { epochIdOf } from '../../src/log/keyring.ts'
import { lanSecrets } from '../../src/node/lan-secrets.ts'

const key = (name: string) => hash(Buffer.from(name))
const keyring = ['first', 'before', 'now'].map((name) => ({ id: epochIdOf(key(name)), key: toHex(key(name)) }))
const [first, before, now] = keyring.map(({ id }) => id) as [string, string, string]
const baseKey = toHex(key('base'))
const shown = (current: string[]) => lanSecrets({ baseKey, keyring }, current).map(toHex)

it('on a network a circle is announced by its current epoch, which nobody removed can recognise', () => {
  const [one, two, three] = shown([first])
  expect(shown([now])).toEqual([three, one, two])
  expect(shown([before])[0]).toBe(two)
})

it('after a removal those who were apart are still recognised by the epochs before', () => {
  expect(shown([now]).toSorted()).toEqual(shown([first]).toSorted())
})
