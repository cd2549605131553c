import createTestnet from 'hyperdht/testnet.js'
import { onTestFinished } from 'vitest'

/** As few as carry announcements. */
const NODES = 4

/** An internet of its own on 127.0.0.1, gone when the test ends; whom to ask there for the way. */
export async function testnet(): Promise<string> {
  const net = await createTestnet(NODES, { host: '127.0.0.1' })
  onTestFinished(() => net.destroy())
  return net.bootstrap.map(({ host, port }) => `${host}:${port}`).join(',')
}
