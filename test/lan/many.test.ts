import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inStep, neighbours, type Neighbour } from './neighbour.ts'
import { canPretend } from './pretend-lan.ts'

/** Longer than is asked of each change: `npm run soak:lan`. */
const isSoak = canPretend && process.env['NST_HISTORIES'] !== undefined
const TIMES = 20
const FOUND_MS = 2_000
const ASLEEP_MS = 45_000
const LONG_MS = 600_000

const tell = (what: string, took: readonly number[]) => {
  const sorted = took.toSorted((a, b) => a - b).map(Math.round)
  console.log(
    `${what}: median ${sorted[Math.floor(sorted.length / 2)]} ms, worst ${sorted.at(-1)} ms of ${sorted.length}`,
  )
}

test.runIf(isSoak)(
  'twenty times: both up, cut off and back, at another address',
  async () => {
    const { lan, circle, all } = await neighbours(['ana', 'ben'])
    const [ana, ben] = all as [Neighbour, Neighbour]
    const [up, healed, moved]: [number[], number[], number[]] = [[], [], []]
    for (let time = 0; time < TIMES; time += 1) {
      await Promise.all(all.map((one) => one.comes('--lan')))
      up.push(await inStep(circle, ana, ben))
      if (time < 5) {
        await lan.cable(2, 'down')
        await ana.api.member.rename({ circle, name: `Ana ${time}` })
        await pause(1_000)
        await lan.cable(2, 'up')
        healed.push(await inStep(circle, ana, ben))
        await lan.address(2, `10.77.0.${100 + time}`)
        await ana.api.member.rename({ circle, name: `Ana ${time} again` })
        moved.push(await inStep(circle, ana, ben))
      }
      await Promise.all(all.map((one) => one.goes()))
    }
    tell('in step after both are up', up)
    tell('in step after the cable is back', healed)
    tell('in step after another address', moved)
    expect(Math.max(...up)).toBeLessThan(FOUND_MS)
  },
  LONG_MS,
)

test.runIf(isSoak)(
  'eight at once; and one who slept',
  async () => {
    const { circle, all } = await neighbours(['ana', 'ben', 'cleo', 'dan', 'eva', 'finn', 'gil', 'hana'])
    await Promise.all(all.map((one) => one.comes('--lan')))
    const took = await inStep(circle, ...all)
    tell('eight in step', [took])
    expect(took).toBeLessThan(FOUND_MS)
    const [first, last] = [all[0]!, all.at(-1)!]
    last.sleeps()
    await first.api.member.rename({ circle, name: 'Ana Maria' })
    await pause(ASLEEP_MS)
    last.wakes()
    tell('in step after sleep', [await inStep(circle, ...all)])
  },
  LONG_MS,
)
