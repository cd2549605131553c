import { beforeEach, describe, expect, it } from 'vitest'
import { refusalIn } from '../../src/api/router.ts'
import { peer, until, wire, type Peer } from '../helpers/nodes.ts'
import { letIn } from '../helpers/seeded-circle.ts'

const LATE = { code: 'not-writable-yet' }

let [ana, ben]: [Peer, Peer] = [undefined!, undefined!]

beforeEach(async () => {
  ana = await peer('Ana', 'patience')
  await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  ben = await peer('Ben', 'patience')
})

const notices = (signal?: AbortSignal) =>
  ben.api.driver.notice({ circle: ben.circle, statement: 'The oven is cold' }, signal === undefined ? {} : { signal })

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'said',
    (error: unknown) => refusalIn(error) ?? error,
  )

describe('somebody who was just let in', () => {
  it('says something while their place in the circle is still on its way: it is said once they have it', async () => {
    await letIn(ana, ben, 'patience')
    const noticing = notices()
    const cut = wire(ana.node.store, ben.node.store)
    const { driver } = await noticing
    const heard = await until('Ana hears it', [ana], () => ana.session.circle.drivers.get(driver))
    expect(heard.wordings[0]?.content.statement).toBe('The oven is cold')
    await cut()
  })

  it('and whom nobody reaches is told that it has not arrived, after a while', async () => {
    ben.patience = 1
    await letIn(ana, ben, 'patience')
    expect(await refusalOf(notices())).toEqual(LATE)
  })

  it('and who takes it back while it waits has said nothing', async () => {
    await letIn(ana, ben, 'patience')
    const taken = new AbortController()
    const noticing = refusalOf(notices(taken.signal))
    taken.abort()
    await noticing
    const cut = wire(ana.node.store, ben.node.store)
    await until('Ben belongs', [ben], () => ben.session.belongs() || undefined)
    expect([...ben.session.circle.drivers]).toEqual([])
    await cut()
  })

  it('and whose program is closed meanwhile keeps nobody waiting', async () => {
    await letIn(ana, ben, 'patience')
    const noticing = refusalOf(notices())
    await ben.node.close()
    expect(await noticing).toEqual(LATE)
  })
})
