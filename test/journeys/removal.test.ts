import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { currentEpochs } from '../../src/domain/epochs/queries.ts'
import { bytesOfHex } from '../../src/log/crypto.ts'
import { openBytes } from '../../src/log/envelope.ts'
import { createKeyring } from '../../src/log/keyring.ts'
import { decodeEntry } from '../../src/log/view-entry.ts'
import { circleOf, expectQuiet, inStep, lets, peer, refusalOf, until, type Peer } from '../helpers/nodes.ts'

const SECRET = 'We meet at the old mill.'
const terms = (title: string, text = 'As we said.') => ({ title, text, review: '2027-01-01' })

async function alone(...peers: readonly Peer[]): Promise<void> {
  await Promise.all(peers.map((one) => one.restart()))
}

/** Brings what one knows to others, in a file. */
async function carries(from: Peer, ...to: readonly Peer[]): Promise<string> {
  const file = join(from.folder, '..', 'on-a-stick')
  await from.api.bundle.export({ circle: from.circle, file })
  for (const one of to) await one.api.bundle.import({ file })
  return file
}

async function exchange(...peers: readonly Peer[]): Promise<void> {
  for (const one of peers) await carries(one, ...peers.filter((other) => other !== one))
}

/** The others have consented that somebody goes, and know of each other; nobody has closed yet. */
async function consented(gone: Peer, ...others: [Peer, ...Peer[]]): Promise<string> {
  const [first] = others
  const present = { circle: first.circle, ...terms('Without them'), removes: gone.me }
  const { proposal } = await first.api.proposal.present(present)
  await first.api.round.open({ proposal })
  await inStep(gone, ...others)
  for (const one of others) await one.api.response.consent({ proposal })
  await inStep(gone, ...others)
  return proposal
}

/** How many of the places of its order a device cannot open with any key it ever had, by the bytes in its store. */
async function shut(one: Peer): Promise<number> {
  const { log, circle } = one.session
  const keyring = createKeyring(one.session.keys().keyring.map(({ key }) => bytesOfHex(key)))
  let count = 0
  for (let index = 0; index < log.view.length; index++) {
    const entry = decodeEntry((await log.view.get(index)) ?? new Uint8Array())
    if (entry === undefined || !('value' in entry)) continue
    const bytes = openBytes(entry.value, { circle: circle.id, writer: entry.writer }, keyring)
    if (!(bytes instanceof Uint8Array) && 'unreadable' in bytes) count += 1
  }
  return count
}

it('[M9] [Z2] what is said after a removal is unreadable with the removed one’s store, keys and any bundle', async () => {
  const [ana, ben, cleo] = (await circleOf('Ana', 'Ben', 'Cleo')) as [Peer, Peer, Peer]
  const first = currentEpochs(ana.session.circle)
  const proposal = await consented(cleo, ana, ben)
  await ana.api.round.close({ proposal })
  await inStep(ana, ben)
  await ben.session.takeKeys()
  // The closer's node has opened the next epoch by itself, and Ben's has taken its key.
  const [epoch] = currentEpochs(ben.session.circle)
  expect([epoch]).not.toEqual(first)
  expect(ben.session.keys().keyring.map(({ id }) => id)).toContain(epoch)

  const said = await ben.api.proposal.present({ circle: ben.circle, ...terms('Where', SECRET) })
  await ana.api.proposal.react({ proposal: said.proposal, text: SECRET }).catch(() => undefined)
  await inStep(ana, ben)
  const seen = (await ana.api.proposal.list({ circle: ana.circle })).items.map(({ title }) => title)
  expect(seen).toContain('Where')

  // Cleo's store goes on getting the bytes; and there is a bundle.
  const file = await carries(ana, cleo)
  await until('Cleo has them', [cleo], () => cleo.session.follower.unreadable > 0 || undefined)
  expect((await cleo.api.circle.show({ circle: cleo.circle })).stateHash).toBeNull()
  expect((await cleo.api.proposal.list({ circle: cleo.circle })).items.map(({ title }) => title)).not.toContain('Where')
  expect(await shut(cleo)).toBeGreaterThanOrEqual(1)
  expect(await shut(ana)).toBe(0)
  expect(cleo.session.keys().keyring.map(({ id }) => id)).toEqual(first)
  expect((await readFile(file)).includes(SECRET)).toBe(false)
  expect(await refusalOf(cleo.api.proposal.present({ circle: cleo.circle, ...terms('Me too') }))).toBe('not-a-member')

  // Whoever comes later gets every key, and reads it all.
  const dan = await peer('Dan')
  await lets(ben, dan)
  await inStep(ana, ben, dan)
  expect((await dan.api.proposal.list({ circle: dan.circle })).items.map(({ title }) => title)).toContain('Where')
  await ana.restart()
  expect(await shut(ana)).toBe(0)
  expectQuiet(ana, ben, dan)
})

it('[Z1] [D3 row 11] two epochs opened apart: both are read, and the next word opens one for whom both entitle', async () => {
  const peers = (await circleOf('Ana', 'Ben', 'Cleo', 'Dan')) as [Peer, Peer, Peer, Peer]
  const [ana, ben, cleo, dan] = peers
  const withoutCleo = await consented(cleo, ana, ben, dan)
  const withoutDan = await consented(dan, ana, ben, cleo)
  await alone(...peers)
  await ana.api.round.close({ proposal: withoutCleo })
  await ana.api.proposal.present({ circle: ana.circle, ...terms('Said by Ana') })
  await ben.api.round.close({ proposal: withoutDan })
  await ben.api.proposal.present({ circle: ben.circle, ...terms('Said by Ben') })
  await exchange(...peers)
  const epochs = [ana, ben].map((one) => currentEpochs(one.session.circle))
  expect(epochs[0]?.length).toBe(2)
  expect(epochs[0]).toEqual(epochs[1])
  // Each of the two would go by the other's consent, so neither goes; each lacks one of the keys.
  expect(dan.session.keys().keyring.length + cleo.session.keys().keyring.length).toBe(4)
  expect(await refusalOf(dan.api.proposal.present({ circle: dan.circle, ...terms('Me') }))).toBe('no-epoch-key')
  await ana.api.proposal.present({ circle: ana.circle, ...terms('After both') })
  await exchange(...peers)
  await inStep(...peers)
  for (const one of peers) {
    expect(currentEpochs(one.session.circle).length).toBe(1)
    const titles = (await one.api.proposal.list({ circle: one.circle })).items.map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['Said by Ana', 'Said by Ben', 'After both']))
  }
  await dan.api.proposal.present({ circle: dan.circle, ...terms('Me') })
  expectQuiet(...peers)
})

it('[M6] [Z3] who leaves by themselves reads nothing more; a round that waits for them is opened again without them', async () => {
  const [ana, ben, cleo] = (await circleOf('Ana', 'Ben', 'Cleo')) as [Peer, Peer, Peer]
  const { proposal } = await ana.api.proposal.present({ circle: ana.circle, ...terms('Garden') })
  await ana.api.round.open({ proposal })
  await inStep(ana, ben, cleo)
  for (const one of [ana, ben]) await one.api.response.consent({ proposal })
  expect(await cleo.api.member.leave({ circle: cleo.circle })).toMatchObject({ state: 'left' })
  await inStep(ana, ben, cleo)
  expect(await refusalOf(cleo.api.proposal.present({ circle: cleo.circle, ...terms('Me too') }))).toBe('not-a-member')

  // The round can never be closed; whoever looks at what waits for them reads why, and asks again.
  expect(await refusalOf(ana.api.round.close({ proposal }))).toBe('not-consented')
  expect((await ben.api.home.show({})).waiting).toMatchObject([{ kind: 'left-in-round', person: 'Cleo' }])
  await ben.api.round.open({ proposal })
  await inStep(ana, ben)
  for (const one of [ana, ben]) await one.api.response.consent({ proposal })
  await inStep(ana, ben)
  await ben.api.round.close({ proposal })
  await ana.api.proposal.present({ circle: ana.circle, ...terms('Where', SECRET) })
  await inStep(ana, ben)
  const file = await carries(ana, cleo)
  await until('Cleo has the bytes', [cleo], () => cleo.session.follower.unreadable > 0 || undefined)
  expect((await cleo.api.proposal.list({ circle: cleo.circle })).items.map(({ title }) => title)).not.toContain('Where')
  expect((await readFile(file)).includes(SECRET)).toBe(false)
  expectQuiet(ana, ben)
})
