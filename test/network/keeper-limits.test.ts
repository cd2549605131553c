import HyperDHT from 'hyperdht'
import { expect, onTestFinished, test } from 'vitest'
import { openDirect } from '../../src/network/direct.ts'
import { callerPair, parseKeeperAddress } from '../../src/network/keeper/keeper-address.ts'
import { openKeeper } from '../../src/network/keeper/keeper.ts'
import { testFolder } from '../helpers/folder.ts'
import { keysOf } from './nodes.ts'

test('a keeper has so many callers; who does not know its address takes no place, and one who leaves makes room', async () => {
  const state = { changed: () => {} }
  const keeper = await openKeeper({
    folder: await testFolder(),
    limit: 1_000_000,
    open: false,
    listen: { host: '127.0.0.1', port: 0 },
    at: null,
    most: 2,
    clock: () => 0,
    onChange: () => state.changed(),
  })
  onTestFinished(async () => keeper.close())
  const known = parseKeeperAddress(keeper.state().address)!
  const call = async (keyPair = callerPair(known.secret!)) => {
    const direct = openDirect({ keyPair, onConnection: () => {} })
    onTestFinished(async () => direct.close())
    const met = await direct.connect({ peer: known.keeper, ...known.at! }, { tcp: 0 }).catch(() => undefined)
    return { direct, met }
  }
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      state.changed = () => holds() && resolve()
      state.changed()
    })
  const stranger = await call(HyperDHT.keyPair(keysOf(9).publicKey))
  await stranger.met?.closed
  await until(() => keeper.state().refused === 1)
  const first = await call()
  const second = await call()
  await until(() => keeper.state().callers === 2)
  const third = await call()
  await third.met?.closed
  expect(keeper.state().callers).toBe(2)
  expect(second.met?.stream.destroying).toBe(false)
  await first.direct.close()
  await until(() => keeper.state().callers === 1)
  await call()
  await until(() => keeper.state().callers === 2)
})
