import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { KeptNode, type NodeLife } from '../../electron/kept-node.ts'
import type { FromNode, ToNode } from '../../electron/talk.ts'

/** A node's process that a test ends and makes ready, and a clock that it moves. */
function kept() {
  const lives: (NodeLife & { readonly told: ToNode[]; readonly life: EventEmitter; killed: boolean })[] = []
  const timers: { at: number; call: () => void }[] = []
  const waits: number[] = []
  let now = 0
  const node = new KeptNode({
    begin: () => {
      const life = new EventEmitter()
      const one = {
        life,
        told: [] as ToNode[],
        killed: false,
        tell: (message: ToNode) => void one.told.push(message),
        onMessage: (listener: (message: FromNode) => void) => life.on('message', listener),
        onEnd: (listener: () => void) => life.once('end', listener),
        kill: () => {
          one.killed = true
          life.emit('end')
        },
      }
      lives.push(one)
      return one
    },
    heard: () => undefined,
    died: (again) => waits.push(again),
    after: (ms, call) => timers.push({ at: now + ms, call }),
    now: () => now,
  })
  const pass = (ms: number) => {
    now += ms
    for (const timer of timers.splice(0))
      if (timer.at <= now) timer.call()
      else timers.push(timer)
  }
  return { node, lives, waits, pass }
}

describe('the kept node', () => {
  it('begins again when it dies, later and later, and soon again after it lived well', () => {
    const { node, lives, waits, pass } = kept()
    node.begin()
    for (let times = 0; times < 9; times += 1) {
      lives.at(-1)!.life.emit('end')
      pass(60_000)
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
    expect(lives).toHaveLength(10)
    pass(60_000)
    lives.at(-1)!.life.emit('end')
    expect(waits.at(-1)).toBe(500)
  })

  it('gives pages that asked meanwhile their ports when it answers, once', () => {
    const { node, lives, pass } = kept()
    node.begin()
    node.connect({} as never)
    node.tell({ type: 'suspend' })
    expect(lives[0]!.told).toEqual([])
    lives[0]!.life.emit('message', { type: 'ready' })
    expect(lives[0]!.told).toEqual([{ type: 'connect' }])
    lives[0]!.life.emit('end')
    node.connect({} as never)
    pass(500)
    lives[1]!.life.emit('message', { type: 'ready' })
    expect(lives[1]!.told).toEqual([{ type: 'connect' }])
  })

  it('ends when it is asked to, does not begin again, and makes one end that does not', async () => {
    const asked = kept()
    asked.node.begin()
    const ending = asked.node.end()
    expect(asked.lives[0]!.told).toEqual([{ type: 'stop' }])
    asked.lives[0]!.life.emit('end')
    await ending
    asked.pass(60_000)
    expect(asked.lives).toHaveLength(1)
    expect(asked.lives[0]!.killed).toBe(false)

    const deaf = kept()
    deaf.node.begin()
    const forced = deaf.node.end()
    deaf.pass(10_000)
    await forced
    expect(deaf.lives[0]!.killed).toBe(true)
  })

  it('ends at once where it is between two lives', async () => {
    const { node, lives, pass } = kept()
    node.begin()
    lives[0]!.life.emit('end')
    await node.end()
    pass(60_000)
    expect(lives).toHaveLength(1)
  })
})
