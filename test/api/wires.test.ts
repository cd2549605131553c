import { isDefinedError, safe } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { createRouter, refusalIn } from '../../src/api/router.ts'
import { fakeNode } from './fake-node.ts'
import { until, wires } from './wires.ts'

describe.each(Object.entries(wires))('over %s', (name, join) => {
  const setup = async () => {
    const fake = fakeNode()
    const faults: string[] = []
    const router = createRouter(fake.node, (fault, procedure) => faults.push(`${procedure}: ${String(fault)}`))
    return { ...fake, faults, ...(await join(router)) }
  }

  test('a command and a query answer', async () => {
    const { client } = await setup()
    expect(await client.circle.create({ name: 'Garden', aim: 'grow' })).toEqual({ circle: '1' })
    expect(await client.circle.list({})).toMatchObject([{ name: 'Garden' }])
  })

  test('a refusal arrives as the one typed error, with what it is about', async () => {
    const { client } = await setup()
    const { error } = await safe(client.circle.create({ name: 'taken', aim: 'x' }))
    expect(isDefinedError(error) && error.code).toBe('REFUSED')
    expect(refusalIn(error)).toEqual({ code: 'ambiguous', about: { name: 'taken', choices: ['a', 'b'] } })
  })

  test('bad input never reaches a handler', async () => {
    const { client, seen } = await setup()
    const bad = [
      { name: 'Garden' },
      { name: 5, aim: 'x' },
      { name: 'Garden', aim: 'x', aym: 'typo' },
      null,
      undefined,
      [],
    ]
    for (const input of bad) {
      await expect(client.circle.create(input as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    expect(seen.handled).toBe(0)
  })

  test('an unknown procedure is an error, and the wire lives on', async () => {
    const { client } = await setup()
    const unknown = (client as never as { circle: { burn: (input: object) => Promise<unknown> } }).circle
    await expect((async () => unknown.burn({}))()).rejects.toBeInstanceOf(Error)
    expect(await client.circle.list({})).toEqual([])
  })

  test('a fault is told to the host, and to the client only that it happened', async () => {
    const { client, faults } = await setup()
    const { error } = await safe(client.circle.create({ name: 'broken', aim: 'x' }))
    expect(refusalIn(error)).toBeUndefined()
    expect(faults).toEqual(['circle.create: Error: the disk is on fire'])
    expect(name === 'in process' || !String(error).includes('fire')).toBe(true)
  })

  test('a live query: a snapshot, then one per difference, and no trace of it afterwards', async () => {
    const { client, seen, ring } = await setup()
    const live = await client.live.circle.list({})
    expect((await live.next()).value).toEqual([])
    ring() // something changed, but nothing that this query shows
    await client.circle.create({ name: 'Garden', aim: 'grow' })
    expect((await live.next()).value).toMatchObject([{ name: 'Garden' }])
    const pending = live.next()
    await live.return()
    await expect(pending).resolves.toMatchObject({ done: true })
    await until(() => seen.following === 0)
  })

  test('giving up ends what waits in the node', async () => {
    const { client, seen } = await setup()
    const leave = new AbortController()
    const waiting = safe(client.join.wait({ request: 'r', seconds: 60 }, { signal: leave.signal }))
    await until(() => seen.waiting === 1)
    leave.abort()
    await until(() => seen.waiting === 0)
    expect((await waiting).error).toBeTruthy()
  })

  test.skipIf(name === 'in process')('a cut wire ends its live queries and its waits', async () => {
    const { client, seen, cut } = await setup()
    const live = await client.live.circle.list({})
    await live.next()
    const waiting = safe(client.join.wait({ request: 'r', seconds: 60 }))
    await until(() => seen.waiting === 1)
    cut()
    await until(() => seen.following === 0 && seen.waiting === 0)
    expect((await waiting).error).toBeTruthy()
  })
})

test('a burst of changes is folded: one snapshot more, not a thousand', async () => {
  const { node, ring, circles } = fakeNode()
  let asked = 0
  const list = node.circle.list
  const counting = {
    ...node,
    circle: {
      ...node.circle,
      list: async (...call: Parameters<typeof list>) => {
        asked += 1
        return list(...call)
      },
    },
  }
  const { client } = await wires['in process']!(createRouter(counting))
  const live = await client.live.circle.list({})
  await live.next()
  for (let i = 0; i < 1000; i += 1) ring()
  circles.push({ circle: '1', name: 'Garden', aim: 'grow', practice: false, members: 1, state: 'forming' })
  ring()
  expect((await live.next()).value).toMatchObject([{ name: 'Garden' }])
  expect(asked).toBeLessThan(5)
  await live.return()
})

test('a live query of something refused ends with the refusal', async () => {
  const { node } = fakeNode()
  const refusing = {
    ...node,
    circle: { ...node.circle, list: async () => ({ ok: false, refusal: { code: 'no-profile' } }) },
  }
  const { client } = await wires['in process']!(createRouter(refusing as never))
  const live = await client.live.circle.list({})
  expect(refusalIn((await safe(live.next() as Promise<unknown>)).error)).toEqual({ code: 'no-profile' })
})
