import HyperDHT from 'hyperdht'
import { expect, onTestFinished, test } from 'vitest'
import { InternetDht } from '../../../src/network/internet/internet-dht.ts'
import { testnet } from '../../helpers/testnet.ts'

const proof = (name: string) => Buffer.alloc(32, name)
const keyPair = (name: string) => HyperDHT.keyPair(Buffer.alloc(32, name))

test('a key alone opens nothing: a caller has to know what those know who belong together', async () => {
  const net = await testnet()
  const [alice, bob] = [new InternetDht({ bootstrap: [net] }), new InternetDht({ bootstrap: [net] })]
  onTestFinished(async () => void (await Promise.all([alice.destroy(), bob.destroy()])))
  const met: unknown[] = []
  const answering = alice.answerTo(
    () => [proof('new'), proof('newer')],
    { firewall: () => false },
    (stream) => met.push(stream.on('error', () => {})),
  )
  await answering.listen(keyPair('alice'))
  const call = async (known: string) => {
    const stream = bob.callWith(proof(known), keyPair('alice').publicKey, { keyPair: keyPair('bob') })
    stream.on('error', () => {})
    const isOpen = await stream.opened
    stream.destroy()
    return isOpen
  }
  expect(await call('newer')).toBe(true)
  expect(await call('old')).toBe(false)
  expect(met).toHaveLength(1)
})
