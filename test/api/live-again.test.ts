import { expect, test } from 'vitest'
import { liveAnswers } from '../../src/api/live-answers.ts'

test('a live question knows its first asking from those that a change brings about', async () => {
  const asked: boolean[] = []
  const leave = new AbortController()
  const changes = async function* () {
    yield { circle: null }
  }
  const ask = async (isAgain: boolean) => asked.push(isAgain)
  const live = liveAnswers(ask, changes, leave.signal)
  await live.next()
  await live.next()
  leave.abort()
  expect(asked).toEqual([false, true])
})
