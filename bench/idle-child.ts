import { readdirSync, readlinkSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { portOf } from '../src/backend.ts'
import { openSeeded, valueOf } from './peers.ts'

// A process of its own: `node bench/idle-child.ts <folder> <name>`. Opens, waits, and tells what a minute of it cost.
const SETTLE_MS = 10_000
const MINUTE_MS = 60_000
const [folder = '', name = ''] = process.argv.slice(2)
const node = await openSeeded(folder, name)
valueOf(await portOf(node).network.listen({ listen: '127.0.0.1:0' }, {}))
await pause(SETTLE_MS)
const before = process.cpuUsage()
await pause(MINUTE_MS)
const { user, system } = process.cpuUsage(before)
globalThis.gc?.()
const sockets = readdirSync('/proc/self/fd').filter((one) => isSocket(`/proc/self/fd/${one}`)).length
const mebibytes = process.memoryUsage().rss / 2 ** 20
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1e6, mebibytes, sockets }))
await node.close()

function isSocket(path: string): boolean {
  try {
    return readlinkSync(path).startsWith('socket:')
  } catch {
    return false
  }
}
