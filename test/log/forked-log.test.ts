import { join } from 'node:path'
import { expect, it } from 'vitest'
import type Hypercore from 'hypercore'
import { toHex } from '../../src/log/crypto.ts'
import { importCores } from '../../src/log/import-cores.ts'
import { writeBundle } from '../../src/network/stick/write-bundle.ts'
import { testFolder } from '../helpers/folder.ts'
import { oplogBlock, ownCore } from '../helpers/hostile.ts'
import { CIRCLE, circleOf, connect, device, until, type Device } from '../helpers/logs.ts'

const ones = Buffer.alloc(32, 1)
const sealed = { circle: ones, key: ones, author: ones, nonce: Buffer.alloc(24) }

/** Another log under Mallory's key: the same up to now, and then two blocks that nobody else has. */
async function twinOf(mallory: Device, core: Hypercore, of: Device): Promise<Device> {
  const twin = await (await device('mallory twin')).open(of.invitation)
  await twin.log.close()
  const keyPair = await mallory.store.root.namespace(CIRCLE).createKeyPair('local')
  const encryption = { key: of.invitation.encryptionKey }
  const copy = twin.store.root.get({ keyPair, manifest: core.manifest, encryption, valueEncoding: 'binary' } as never)
  await copy.ready()
  for (let index = 0; index < core.length; index += 1) await copy.append(await core.get(index))
  for (const words of ['other words', 'and more']) {
    const heads = [{ key: core.key, length: copy.length }]
    await copy.append(oplogBlock({ heads, value: Buffer.from(words) }))
  }
  return twin
}

it('of a member who goes on in two ways: who has one of them keeps it, says so, and can still hand all on', async () => {
  const [ana, mallory] = (await circleOf('ana', 'mallory')) as [Device, Device]
  await mallory.append('same for both')
  await mallory.log.close()
  const core = await ownCore(mallory, ana.invitation)
  const twin = await twinOf(mallory, core, ana)
  await core.append(oplogBlock({ heads: [{ key: core.key, length: core.length }], value: Buffer.from('to ana') }))
  connect(mallory, ana)
  await until(ana, async () => (await ana.order()).length === 2)

  const twins = { key: core.key, from: 0, to: core.length + 1 }
  expect(await importCores(ana.log, twin.store.root, [twins])).toEqual({ blocks: 0, writers: [], apart: [] })
  const damage = [{ writer: toHex(core.key), length: 2, forked: true }]
  await until(ana, () => ana.log.damaged().length > 0)
  expect(ana.log.damaged()).toEqual(damage)
  const handOn = async () => {
    const cores = (await ana.log.copy.writerCores()).map((one) => ({ core: one.core, from: 0 }))
    const file = join(await testFolder(), 'garden.bundle')
    return writeBundle({ file, cores, ...sealed })
  }
  expect(await handOn()).toMatchObject({ blocks: 3, missing: 0 })
  await ana.append('ana goes on')
  // Hypercore forgets it over a restart: we do not, and it finds it again where the two meet again.
  await ana.restart()
  await until(ana, () => ana.log.damaged().length > 0)
  expect(ana.log.damaged()).toEqual(damage)
  await importCores(ana.log, twin.store.root, [twins])
  await until(ana, () => ana.log.damaged().length > 0)
  expect(ana.log.damaged()).toEqual(damage)
  expect(await handOn()).toMatchObject({ blocks: 4, missing: 0 })
  expect(ana.faults).toEqual([])
})
