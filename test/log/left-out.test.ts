/* oxlint-disable no-underscore-dangle -- the seams of the stack below have no other names */
import { expect, it } from 'vitest'
import type { ApplyNode } from 'autobase'
import { admitBlock, agree } from '../../src/log/agree.ts'
import { toHex } from '../../src/log/crypto.ts'
import { createKeyring } from '../../src/log/keyring.ts'
import { lastWord } from '../../src/log/last-word.ts'
import { encodeEntry } from '../../src/log/view-entry.ts'
import { connect, device, founder, joiner, until, type Device } from '../helpers/logs.ts'
import { CIRCLE_ID, EPOCH_KEY, follow, Speaker } from '../helpers/speakers.ts'

type Apply = typeof agree

/** A founder whose program gives others another order than the one that the logs make. */
function orders(founder: Device, apply: Apply): void {
  ;(founder.log.base as unknown as { _handlers: { apply: Apply } })._handlers.apply = apply
}

async function saysMuch(founder: Device): Promise<void> {
  const speaker = new Speaker(founder)
  for (let n = 0; n < 60; n += 1) await founder.append(...Array.from({ length: 5 }, (_, m) => speaker.say(`${n} ${m}`)))
}

/** Ana founds and orders as told, Ben says four things, Cleo comes to it late and skips to the end. */
async function lateJoiner(
  apply: (of: Device, said: readonly Uint8Array[]) => Apply,
): Promise<[Device, Device, string, Device]> {
  const ana = await founder('ana')
  const ben = await joiner('ben', ana)
  const speaker = new Speaker(ben)
  const said = ['one', 'two', 'three', 'four'].map((words) => speaker.say(words))
  orders(ana, apply(ben, said))
  await ben.append(...said)
  const apart = connect(ana, ben)
  await until(ana, () => [...ana.log.base.activeWriters].every((writer) => writer.idle()))
  await saysMuch(ana)
  await apart()
  const writer = toHex(ben.log.writerKey)
  const cleo = await (await device('cleo')).open(ana.invitation)
  await ana.append(admitBlock(cleo.log.writerKey))
  await ana.log.base.ack()
  let skipped = false
  cleo.log.base.on('fast-forward', () => (skipped = true))
  connect(ana, cleo)
  await until(cleo, () => cleo.log.writable)
  await cleo.log.copy.waitForWhole()
  expect(skipped).toBe(true)
  return [ana, cleo, writer, ben]
}

const without = (left: (node: ApplyNode) => boolean): Apply =>
  async function apply(nodes, view, host) {
    await agree(
      nodes.filter((node) => !left(node)),
      view,
      host,
    )
  }

it('what a founder left out of the order given to a joiner is found in its author’s log, told, and counted', async () => {
  const [, cleo, ben] = await lateJoiner((of) =>
    without((n) => toHex(n.from.key) === toHex(of.log.writerKey) && n.length === 2),
  )
  const follower = await follow(cleo)
  await until(cleo, () => cleo.log.copy.differences().size > 0)
  await follower.settle()
  expect([...cleo.log.copy.differences().keys()]).toEqual([`${ben}:2`])
  const heard = [...follower.fold.events.values()].filter((event) => event.writer === ben)
  expect(heard.map((event) => (event.body as { words: string }).words)).toEqual(['one', 'two', 'three', 'four'])
  for (const { id } of heard) expect((await follower.signed(id))?.id).toBe(id)
  expect(cleo.faults).toEqual([])
  await follower.close()

  await cleo.append(new Speaker(cleo).say('and it goes on'))
  await cleo.restart()
  const again = await follow(cleo)
  await until(cleo, () => cleo.log.copy.differences().size > 0)
  await again.settle()
  expect(again.fold.events.size).toBe(305)
})

it('what a founder put in another’s place, or added, is not believed', async () => {
  const [, cleo, ben] = await lateJoiner((of, said) => async (nodes, view, host) => {
    for (const node of nodes) {
      const isOther = toHex(node.from.key) === toHex(of.log.writerKey) && node.length === 2
      await agree([isOther ? { ...node, value: Buffer.from('other words') } : node], view, host)
      if (isOther) await view.append([encodeEntry(node.from.key, 9, said[0] ?? Buffer.alloc(1))])
    }
  })
  const follower = await follow(cleo)
  await until(cleo, () => cleo.log.copy.differences().size === 2)
  await follower.settle()
  expect([...cleo.log.copy.differences().keys()].sort()).toEqual([`${ben}:2`, `${ben}:9`])
  expect(follower.entries.filter((entry) => entry.writer === ben)).toHaveLength(4)
  expect(follower.fold.events.size).toBe(304)
})

it('an honest order is found to be what its writers wrote, and a restart does not read it all again', async () => {
  const [ana, cleo] = await lateJoiner(() => agree)
  await until(cleo, () => cleo.log.copy.compared())
  expect(cleo.log.copy.differences().size).toBe(0)
  const remembered = await cleo.log.base.local.getUserData('nst/compared')
  expect(JSON.parse(Buffer.from(remembered ?? []).toString())).toMatchObject({ view: 304 })
  await cleo.restart()
  await until(cleo, () => cleo.log.copy.compared())
  expect(cleo.log.copy.differences().size).toBe(0)
  expect(ana.faults).toEqual([])
})

it('whoever’s own words were left out still knows what they said last', async () => {
  const [ana, , writer, ben] = await lateJoiner((of) => without((n) => toHex(n.from.key) === toHex(of.log.writerKey)))
  await saysMuch(ana)
  await ana.log.base.ack()
  await ben.restart()
  let skipped = false
  ben.log.base.on('fast-forward', () => (skipped = true))
  connect(ana, ben)
  await until(ben, () => skipped)
  expect((await ben.order()).filter((entry) => entry.startsWith(writer.slice(0, 6)))).toEqual([])
  expect(await lastWord(ben.log, CIRCLE_ID, createKeyring([EPOCH_KEY]))).toMatchObject({
    seq: 4,
    body: { words: 'four' },
  })
})
