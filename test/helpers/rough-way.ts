import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Dice } from './dice.ts'

type End = { readonly host: string; readonly port: number }

const HERE = '127.0.0.1'
const LONGEST_WAIT_MS = 30

/** What happened on the way: a test that met nothing rough shows nothing. */
export type Rough = { readonly port: number; readonly met: Record<'lost' | 'twice' | 'late' | 'cut', number> }

const nothingMet = () => ({ lost: 0, twice: 0, late: 0, cut: 0 })

/** A way over UDP to that end which loses a tenth of all packets, brings a tenth twice and many in another order. */
export async function roughUdp(to: End, dice: Dice): Promise<Rough> {
  const met = nothingMet()
  const callers = new Map<string, UdpSocket>()
  const front = createSocket('udp4')
  const timers = new Set<NodeJS.Timeout>()
  const carry = roughly(met, dice, timers)
  front.on('message', (packet, from) => {
    const name = `${from.address}:${from.port}`
    const back = callers.get(name) ?? createSocket('udp4')
    if (!callers.has(name)) back.on('message', (answer) => carry(() => front.send(answer, from.port, from.address)))
    callers.set(name, back)
    carry(() => back.send(packet, to.port, to.host))
  })
  front.bind(0, HERE)
  await once(front, 'listening')
  onTestFinished(() => {
    for (const timer of timers) clearTimeout(timer)
    for (const one of [front, ...callers.values()]) one.close()
  })
  return { port: front.address().port, met }
}

function roughly(met: Rough['met'], dice: Dice, timers: Set<NodeJS.Timeout>) {
  return (send: () => void): void => {
    const lot = dice.roll()
    if (lot < 0.1) return void (met.lost += 1)
    if (lot < 0.2) met.twice += 1
    for (let copy = lot < 0.2 ? 2 : 1; copy > 0; copy -= 1) {
      met.late += 1
      const timer = setTimeout(() => {
        timers.delete(timer)
        send()
      }, dice.roll() * LONGEST_WAIT_MS)
      timers.add(timer)
    }
  }
}

/** A way over TCP which brings what it carries in pieces and late, and is cut after some of it, again and again. */
export async function roughTcp(to: End, dice: Dice, cutAfter: { readonly bytes: number; readonly cuts: number }) {
  const met = nothingMet()
  const open = new Set<Socket>()
  const server = createServer((caller) => {
    const there = connect(to.port, to.host)
    let left = met.cut < cutAfter.cuts ? cutAfter.bytes * (1 + dice.roll()) : Infinity
    const end = () => {
      caller.destroy()
      there.destroy()
    }
    for (const [from, onward] of [
      [caller, there],
      [there, caller],
    ] as const) {
      open.add(from)
      from.on('error', () => undefined)
      from.on('close', () => {
        open.delete(from)
        end()
      })
      void carryTcp(from, onward, dice, (bytes) => {
        met.late += 1
        left -= bytes
        if (left > 0) return
        left = Infinity
        met.cut += 1
        end()
      })
    }
  })
  server.listen(0, HERE)
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const socket of open) socket.destroy()
    await new Promise((resolve) => void server.close(resolve))
  })
  return { port: (server.address() as AddressInfo).port, met } satisfies Rough
}

async function carryTcp(from: Socket, onward: Socket, dice: Dice, carried: (bytes: number) => void): Promise<void> {
  try {
    for await (const piece of from as AsyncIterable<Buffer>) {
      await new Promise((resolve) => void setTimeout(resolve, dice.roll() * LONGEST_WAIT_MS))
      const half = Math.ceil(piece.length * dice.roll())
      for (const part of [piece.subarray(0, half), piece.subarray(half)]) if (part.length > 0) onward.write(part)
      carried(piece.length)
    }
  } catch {
    // It was cut.
  }
}
