import Protomux from 'protomux'
import { expect, test } from 'vitest'
import { BLOCK, openUpdateChannel, type UpdateChannel } from '../../src/network/update-channel.ts'
import { person } from './nodes.ts'

const head = Buffer.from('what is offered')

/** Alice has something to offer; what Bob hears of it. */
async function connected() {
  const [alice, bob] = [person(1), person(2)]
  const address = await alice.listens()
  const atBob = await bob.connect(address)
  const atAlice = await alice.meets(1)
  // They speak of other things already.
  for (const { stream } of [atAlice, atBob]) Protomux.from(stream)
  const heard: (string | null)[] = []
  let wake = () => {}
  const offers = (): UpdateChannel =>
    openUpdateChannel(atAlice.stream, {
      offered: () => head,
      read: async (at) => Buffer.from(`block at ${at}`),
      onOffer: () => {},
    })
  const hears = (): UpdateChannel =>
    openUpdateChannel(atBob.stream, {
      offered: () => null,
      read: async () => null,
      onOffer(bytes) {
        heard.push(bytes === null ? null : String(bytes))
        wake()
      },
    })
  const untilHeard = async (what: string) => {
    while (heard.at(-1) !== what) await new Promise<void>((resolve) => (wake = resolve))
  }
  // Until what was said before has been heard, and answered.
  const round = async () => {
    for (const [from, to] of [
      [atAlice, atBob],
      [atBob, atAlice],
    ] as const) {
      const before = to.stream.rawStream?.packetsReceived ?? 0
      from.stream.sendKeepAlive()
      while ((to.stream.rawStream?.packetsReceived ?? 0) === before)
        await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { offers, hears, untilHeard, round }
}

test.each(['who offers', 'who hears'])(
  '%s knows first that the other belongs: it is offered all the same',
  async (first) => {
    const { offers, hears, untilHeard, round } = await connected()
    const early = first === 'who offers' ? offers : hears
    const late = first === 'who offers' ? hears : offers
    const one = early()
    await round()
    await round()
    const other = late()
    await untilHeard('what is offered')
    const block = await (first === 'who offers' ? other : one).ask(BLOCK)
    expect(String(block)).toBe(`block at ${BLOCK}`)
  },
)
