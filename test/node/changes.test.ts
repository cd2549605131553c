import { expect, it } from 'vitest'
import { createChanges } from '../../src/node/changes.ts'

const counted = () => {
  const changes = createChanges()
  const signal = new AbortController().signal
  return { changes, news: changes.listen(signal)[Symbol.asyncIterator]() }
}

it('tells what happened since the call, also before somebody asks', async () => {
  const { changes, news } = counted()
  changes.tell('garden')
  changes.tell('garden')
  changes.tell(null)
  expect(await news.next()).toEqual({ done: false, value: { circle: 'garden' } })
  expect(await news.next()).toEqual({ done: false, value: { circle: null } })
})

it('lets go of who leaves without ever having asked', async () => {
  const { changes, news } = counted()
  await news.return?.()
  changes.tell('garden')
  expect(await news.next()).toEqual({ done: true, value: undefined })
})

it('ends a wait of who leaves in the middle of it', async () => {
  const { news } = counted()
  const waiting = news.next()
  await news.return?.()
  expect(await waiting).toEqual({ done: true, value: undefined })
})
