import { expect, it } from 'vitest'
import type { CircleLog } from '../../src/log/circle-log.ts'
import { founder } from '../helpers/logs.ts'
import { follow, outcomes, Speaker } from '../helpers/speakers.ts'

/** Does something once, in the middle of the next time that the view is read. */
function duringNextRead(log: CircleLog, happen: () => Promise<unknown>): void {
  const view = log.view
  let first = true
  const snapshot = () => {
    const still = view.snapshot()
    return {
      ready: async () => still.ready(),
      close: async () => still.close(),
      get length() {
        return still.length
      },
      async get(index: number, options: object) {
        const now = first
        first = false
        if (now) await happen()
        return still.get(index, options)
      },
    }
  }
  Object.defineProperty(log, 'view', { configurable: true, get: () => ({ snapshot }) })
}

it('takes in what comes while the view is being read', async () => {
  const ana = await founder('ana')
  const speaker = new Speaker(ana)
  const follower = await follow(ana)
  await ana.append(speaker.say('one'))
  await follower.settle()
  let appended: Promise<void> | undefined
  duringNextRead(ana.log, async () => {
    await ana.append(speaker.say('three'))
    appended = follower.settle()
  })
  await ana.append(speaker.say('two'))
  await follower.settle()
  await appended
  expect(outcomes(follower)).toEqual(['event', 'event', 'event'])
})

it('goes on after a reading that failed, and misses nothing', async () => {
  const ana = await founder('ana')
  const speaker = new Speaker(ana)
  const follower = await follow(ana)
  await ana.append(speaker.say('one'))
  await follower.settle()
  duringNextRead(ana.log, () => Promise.reject(new Error('the disk did not answer')))
  await ana.append(speaker.say('two'))
  await follower.settle().catch(() => undefined)
  await follower.settle()
  expect(outcomes(follower)).toEqual(['event', 'event'])
})
