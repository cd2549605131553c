import { afterEach, expect, test } from 'vitest'
import { signingPair, toHex } from '../../src/log/crypto.ts'
import { openStore } from '../../src/log/store.ts'
import { Untold } from '../../src/node/statements/untold.ts'
import { Meeting } from '../../src/node/meeting.ts'
import { parseAddress } from '../../src/network/address.ts'
import { openDirect } from '../../src/network/direct.ts'
import { chanceOf } from '../helpers/chance.ts'
import { testFolder } from '../helpers/folder.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const keyOf = (name: string) => signingPair(Buffer.alloc(32, name))

test('a caller who shares nothing and asks in nowhere does not keep a place', async () => {
  const store = await openStore(await testFolder())
  const left = { say: (): void => undefined }
  const gone = new Promise<void>((resolve) => (left.say = resolve))
  const state = { wasThere: false }
  const ana: Meeting = new Meeting({
    store,
    transport: keyOf('ana'),
    chance: chanceOf('ana'),
    inStepWith: () => undefined,
    sessions: () => [],
    knocks: () => [],
    onKnock: () => undefined,
    onReply: () => undefined,
    onMember: () => undefined,
    changed() {
      const isThere = ana.isConnected(toHex(keyOf('mallory').publicKey))
      if (state.wasThere && !isThere) left.say()
      state.wasThere ||= isThere
    },
    onDifference: () => undefined,
    strangerMs: 1,
    clock: () => 0,
    placesChanged: () => undefined,
    untold: new Untold(() => undefined),
    warn: () => undefined,
  })
  const mallory = openDirect({ keyPair: keyOf('mallory'), onConnection: () => undefined })
  closing.push(
    () => store.close(),
    () => ana.close(),
    () => mallory.close(),
  )
  const address = parseAddress(await ana.listen('127.0.0.1', 0))
  if (address === undefined) throw new Error('no address')
  const connection = await mallory.connect(address)
  await Promise.all([connection.closed, gone])
  expect(state.wasThere).toBe(true)
})
