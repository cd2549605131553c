import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { accessSync } from 'node:fs'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'

const run = promisify(execFile)
const ip = async (...args: string[]): Promise<string> => (await run('ip', args)).stdout

/** Network namespaces need root and iproute2: everywhere else these tests say loudly that they did not run. */
export const canPretend = process.platform === 'linux' && process.getuid?.() === 0 && hasIp()
if (!canPretend)
  console.error(
    '\n  test/lan WAS NOT RUN: it makes network namespaces, which needs Linux, root and the command `ip`.\n',
  )

const NET = '10.77.0'
/** The room that leads elsewhere; nobody is in it. */
export const WAY_OUT = 254
let networks = 0

/** One network without a way out, with rooms (namespaces) in it; gone when the test ends. Room n has 10.77.0.n. */
export class PretendLan {
  readonly #name = `n${process.pid.toString(36)}${(networks += 1)}`
  readonly #bridge = `${this.#name}b`

  static async build(rooms: number): Promise<PretendLan> {
    const lan = new PretendLan()
    onTestFinished(() => lan.#remove(rooms))
    await ip('link', 'add', lan.#bridge, 'type', 'bridge', 'mcast_snooping', '0')
    // The kernel's own talk about IPv6 addresses would drown what is listened for.
    await ip('link', 'set', lan.#bridge, 'addrgenmode', 'none')
    await ip('link', 'set', lan.#bridge, 'up')
    for (let room = 1; room <= rooms; room += 1) await lan.#add(room)
    return lan
  }

  /** A program in a room. */
  start(room: number, command: string, ...args: string[]): ChildProcess {
    return spawn('ip', ['netns', 'exec', this.#room(room), command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** Takes the room's IPv4 address away; from then on it has IPv6 alone: the link's own address, and one of the network. */
  async onlySix(room: number): Promise<void> {
    const inRoom = ['-n', this.#room(room)]
    await ip(...inRoom, 'addr', 'flush', 'dev', 'eth0')
    for (const address of [`fe80::${room}`, `fd77::${room}`])
      await ip(...inRoom, 'addr', 'add', `${address}/64`, 'dev', 'eth0', 'nodad')
  }

  /** Gives the room its IPv4 address beside what it has. */
  async addressToo(room: number): Promise<void> {
    await ip('-n', this.#room(room), 'addr', 'add', `${NET}.${room}/24`, 'dev', 'eth0')
    await ip('-n', this.#room(room), 'route', 'replace', '224.0.0.0/4', 'dev', 'eth0')
  }

  /** Pulls the cable of a room, or puts it in. */
  async cable(room: number, to: 'up' | 'down'): Promise<void> {
    await ip('link', 'set', this.#cable(room), to)
  }

  async address(room: number, address: string): Promise<void> {
    await ip('-n', this.#room(room), 'addr', 'flush', 'dev', 'eth0', 'scope', 'global')
    await ip('-n', this.#room(room), 'addr', 'add', `${address}/24`, 'dev', 'eth0')
    await ip('-n', this.#room(room), 'route', 'replace', '224.0.0.0/4', 'dev', 'eth0')
  }

  /** A packet for anywhere else leaves the room, to be heard and lost. */
  async wayOut(room: number): Promise<void> {
    await ip('-n', this.#room(room), 'route', 'add', 'default', 'via', `${NET}.${WAY_OUT}`)
  }

  /** The network carries no multicast to this room, as many guest networks do not. */
  async withoutMulticast(room: number, isBack = false): Promise<void> {
    await ip('link', 'set', 'dev', this.#cable(room), 'type', 'bridge_slave', 'mcast_flood', isBack ? 'on' : 'off')
  }

  /** Every packet between these rooms is lost on the way, and nobody's cable shows it; until they are found again. */
  async loses(rooms: readonly number[], isLost: boolean): Promise<void> {
    for (const room of rooms)
      await ip('link', 'set', 'dev', this.#cable(room), 'type', 'bridge_slave', 'isolated', isLost ? 'on' : 'off')
  }

  /** No UDP leaves this room for another one; multicast does, and TCP. */
  async withoutUdp(room: number): Promise<void> {
    await ip('-n', this.#room(room), 'rule', 'add', 'ipproto', 'udp', 'to', `${NET}.0/24`, 'blackhole')
  }

  /** Listens from now on, and gives every frame that left or reached the room once the returned function is called. */
  async capture(room: number): Promise<() => Promise<Buffer[]>> {
    const sniffer = this.start(room, 'python3', fileURLToPath(SNIFFER))
    const pieces: Buffer[] = []
    sniffer.stdout?.on('data', (piece: Buffer) => pieces.push(piece))
    if (sniffer.stderr !== null) await once(sniffer.stderr, 'data')
    return async () => {
      const gone = once(sniffer, 'close')
      sniffer.kill('SIGTERM')
      await gone
      return framesIn(Buffer.concat(pieces))
    }
  }

  async #add(room: number): Promise<void> {
    const name = this.#room(room)
    await ip('netns', 'add', name)
    await ip('link', 'add', this.#cable(room), 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name)
    await ip('link', 'set', this.#cable(room), 'master', this.#bridge, 'addrgenmode', 'none')
    await ip('link', 'set', this.#cable(room), 'up')
    await ip('-n', name, 'link', 'set', 'lo', 'up')
    await ip('-n', name, 'link', 'set', 'eth0', 'addrgenmode', 'none')
    await ip('-n', name, 'link', 'set', 'eth0', 'up')
    await this.address(room, `${NET}.${room}`)
  }

  async #remove(rooms: number): Promise<void> {
    for (let room = 1; room <= rooms; room += 1) await ip('netns', 'del', this.#room(room)).catch(() => '')
    await ip('link', 'del', this.#bridge).catch(() => '')
  }

  #room(room: number): string {
    return `${this.#name}-${room}`
  }

  #cable(room: number): string {
    return `${this.#name}v${room}`
  }
}

/** What the sniffer wrote: each frame after its length. */
function framesIn(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = []
  for (let at = 0; at + 4 <= bytes.length;) {
    const end = at + 4 + bytes.readUInt32BE(at)
    frames.push(bytes.subarray(at + 4, end))
    at = end
  }
  return frames
}

const SNIFFER = new URL('sniffer.py', import.meta.url)

function hasIp(): boolean {
  return ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'].some((path) => {
    try {
      accessSync(path)
      return true
    } catch {
      return false
    }
  })
}
