import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { EventContent } from '../../src/domain/event.ts'
import type { Body } from '../../src/domain/events.ts'
import type { LogEntry } from '../../src/log/view-entry.ts'
import { openStore } from '../../src/log/store.ts'
import { admissionOf, attested, keysOf } from '../helpers/devices.ts'
import { admitBlock } from '../../src/log/agree.ts'
import { bytesOfHex, hash, toHex } from '../../src/log/crypto.ts'
import { chanceOf } from '../helpers/chance.ts'
import { Program } from '../helpers/below-the-rules.ts'
import { agreeOn, circleOf, expectQuiet, inStep, lets, meet, peer, until, wire, type Peer } from '../helpers/nodes.ts'

type Scene = { ana: Peer; ben: Peer; mallory: Peer; program: Program; writer: string }

const bytes = (name: string, size: number): Buffer => Buffer.from(chanceOf(name)(size))

async function scene(): Promise<Scene> {
  const [ana, ben, mallory] = (await circleOf('Ana', 'Ben', 'Mallory')) as [Peer, Peer, Peer]
  await meet(ben, mallory)
  const program = new Program(mallory)
  return { ana, ben, mallory, program, writer: toHex(mallory.session.log.writerKey) }
}

/** What a person sees in the circle's log that did not count, by what it is and why not; so many, or as many as come. */
async function refusals(one: Peer, count: number): Promise<string[]> {
  const shown = { last: [] as string[] }
  await until(`${one.name} shows what was refused`, [one], async () => {
    const { items } = await one.api.log.list({ circle: one.circle })
    shown.last = items.filter(({ counted }) => !counted).map(({ type, refusal }) => `${type}: ${refusal}`)
    return shown.last.length >= count || undefined
  }).catch(() => undefined)
  return shown.last
}

/** The honest have one state and say the same of what they refused, also after both start again. What they say. */
async function standFirm(honest: readonly [Peer, Peer], count: number): Promise<string[]> {
  const before = await inStep(...honest)
  const shown = await refusals(honest[0], count)
  expect(await refusals(honest[1], count)).toEqual(shown)
  for (const one of honest) await one.restart()
  await meet(...honest)
  for (const one of honest) expect(await refusals(one, count)).toEqual(shown)
  // Their programs may have asked for what nobody has: that means nothing.
  expect((await inStep(...honest)).stateHash).toBe(before.stateHash)
  return shown
}

it('a member whose log carries whatever it likes changes nothing for the others', async () => {
  const { ana, ben, mallory, program } = await scene()
  const [other] = (await circleOf('Mallory elsewhere')) as [Peer]
  const elsewhere = new Program(other)
  const content = {
    title: 'Mine',
    text: 'I rule.',
    driver: null,
    criteria: [],
    owner: null,
    changes: null,
    effect: null,
  }
  const replayed = elsewhere.signed(
    elsewhere.content('proposal.presented', { content: { ...content, review: '2027-01-01' } }),
  )
  const anas = await ana.session.follower.signed(ana.session.follower.entries.flatMap(idOf)[1] ?? '')
  const leaving = (change: Partial<EventContent>) => program.signed(program.content('member.left', {}, change))
  const bent = Buffer.from(program.sealed(leaving({})))
  bent[bent.length - 1]! ^= 1

  await program.puts(bytes('noise', 300), Buffer.from([7]))
  await program.puts(Buffer.concat([Buffer.from([2, 1]), bytes('short', 20)]), bent)
  await program.puts(Buffer.concat([Buffer.from([2, 1]), bytes('no such epoch', 500)]))
  await program.puts(bytes('5 MB', 5_000_000))
  await program.puts(program.sealed(program.signed(program.content('x', { text: 'a'.repeat(70_000) }))))
  await program.puts(program.sealed(leaving({ device: ana.session.device })))
  await program.puts(program.sealed(replayed))
  await program.puts(program.sealed(leaving({ seq: 9 })), program.sealed(anas!))
  await program.says('consent.given', {})
  await program.says('proposal.presented', { content: { ...content, review: 'soon' } })
  await program.says('decree.issued', { text: 'I rule.' })

  const refused = [
    'unknown: malformed',
    'unknown: malformed',
    'unknown: malformed',
    'unknown: malformed',
    'unknown: unknown-epoch',
    'unknown: too-big',
    'unknown: too-big',
    'unknown: bad-signature',
    'unknown: other-circle',
    'unknown: out-of-sequence',
    'unknown: out-of-sequence',
    'consent.given: malformed',
    'proposal.presented: malformed',
    'decree.issued: unknown-type',
  ]
  await inStep(ana, ben, mallory)
  expect(await standFirm([ana, ben], refused.length)).toEqual(refused)
  // What they say within the rules still counts, and they are still asked.
  await meet(ana, mallory)
  await agreeOn([ben, ana, mallory])
  expect(await refusals(ana, refused.length)).toEqual(refused)
  expectQuiet(ana, ben)
})

it("a guest whose log is a copy of the founder's, and then builds on what nobody has, is nobody else by it", async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  await agreeOn([ana, ben])
  const mallory = await peer('Mallory')
  await lets(ana, mallory)
  await inStep(ana, ben, mallory)
  const program = new Program(mallory)
  const genesis = await ana.session.follower.signed(ana.circle)
  await program.puts(program.sealed(genesis!))
  await program.puts(program.sealed(program.signed(program.content('member.left', {}))))
  const missing = { seen: [toHex(hash(Buffer.from('nothing')))], seq: 2, prev: ana.circle }
  await program.puts(program.sealed(program.signed(program.content('member.left', {}, missing))))
  await inStep(ana, ben, mallory)
  // The copy is nothing, so that what its holder says first after it is their first word, and counts as theirs.
  const refused = ['circle.created: wrong-log', 'member.left: unknown-past']
  expect(await standFirm([ana, ben], refused.length)).toEqual(refused)
  const { members } = await ana.api.circle.show({ circle: ana.circle })
  expect(members.map(({ name, state }) => `${name} ${state}`).toSorted()).toEqual([
    'Ana joined',
    'Ben joined',
    'Mallory left',
  ])
  await agreeOn([ana, ben])
  expectQuiet(ana, ben)
})

it("a member who admits the founder again, and 10,000 others, closes nobody's circle", async () => {
  const { ana, ben, mallory, program } = await scene()
  const founder = ana.session.log.baseKey
  await program.puts(
    admitBlock(founder),
    admitBlock(mallory.session.log.writerKey),
    admitBlock(founder).subarray(0, 32),
  )
  await program.puts(...Array.from({ length: 10_000 }, (_, n) => admitBlock(hash(Buffer.from(`sybil ${n}`)))))
  const genesis = await ana.session.follower.signed(ana.circle)
  const { person, device } = (JSON.parse(genesis?.text ?? '') as { body: Body<'circle.created'> }).body
  await program.says('member.admitted', { person, name: 'Ana', device, request: null })
  const again = { ...device, writer: toHex(mallory.session.log.writerKey) }
  await program.says('member.admitted', { person, name: 'Ana', device: again, request: null })
  const other = keysOf('Eve')
  await program.says('member.admitted', {
    ...admissionOf('Eve', other, ana.circle),
    device: { ...attested(other, ana.circle), sign: device.sign },
  })
  await inStep(ana, ben, mallory)
  const refused = [
    'unknown: malformed',
    'member.admitted: already-a-member',
    'member.admitted: already-a-member',
    'member.admitted: key-in-use',
  ]
  expect(await standFirm([ana, ben], refused.length)).toEqual(refused)
  const { members } = await ben.api.circle.show({ circle: ben.circle })
  expect(members.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben', 'Mallory'])
  await meet(ana, mallory)
  await agreeOn([ana, ben, mallory])
  expectQuiet(ana, ben)
}, 180_000)

it('a member who writes random blocks below the log is frozen there, and shown as damaged', async () => {
  const { ana, ben, mallory, writer } = await scene()
  await mallory.api.member.leaveOfAbsence({ circle: mallory.circle })
  const { stateHash } = await inStep(ana, ben, mallory)
  const { namespace, encryptionKey } = mallory.session.keys()
  await mallory.close()
  const store = await openStore(join(mallory.folder, 'store'))
  onTestFinished(() => store.close())
  const core = store.root
    .namespace(namespace)
    .get({ name: 'local', encryption: { key: bytesOfHex(encryptionKey) }, valueEncoding: 'binary' })
  await core.ready()
  const good = core.length
  for (const size of [1, 33, 300, 4000]) await core.append(bytes(`block of ${size}`, size))
  for (const one of [ana, ben]) wire(store, one.node.store)
  const refused = ['damaged: damaged-log']
  expect(await standFirm([ana, ben], refused.length)).toEqual(refused)
  const { items } = await ben.api.log.list({ circle: ben.circle })
  expect(items.find(({ refusal }) => refusal === 'damaged-log')?.event).toBe(`${writer}:${good}`)
  expect((await inStep(ana, ben)).stateHash).toBe(stateHash)
  await agreeOn([ana, ben])
  expectQuiet(ana, ben)
})

const idOf = (entry: LogEntry): string[] => ('event' in entry ? [entry.event.id] : [])
