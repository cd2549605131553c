import { expect, it } from 'vitest'
import { EVERYTHING } from '../../src/domain/causality.ts'
import { currentEpochs, entitledDevices } from '../../src/domain/epochs/queries.ts'
import { closingOf } from '../../src/domain/rounds/closing.ts'
import { boxSeal, bytesOfHex, hash, toHex } from '../../src/log/crypto.ts'
import { epochIdOf } from '../../src/log/keyring.ts'
import { Program } from '../helpers/below-the-rules.ts'
import { circleOf, expectQuiet, inStep, refusalOf, until, type Peer } from '../helpers/nodes.ts'

const terms = (title: string) => ({ title, text: 'As we said.', review: '2027-01-01' })

it('[Z4] whoever opens an epoch with a box that does not open shuts nobody out: it is said, and others give the key', async () => {
  const [ana, ben, cleo, dora] = (await circleOf('Ana', 'Ben', 'Cleo', 'Dora')) as [Peer, Peer, Peer, Peer]
  const { circle } = ana
  const { proposal } = await ana.api.proposal.present({ circle, ...terms('Without Cleo'), removes: cleo.me })
  await ana.api.round.open({ proposal })
  const stay = [ana, ben, dora] as const
  await inStep(...stay, cleo)
  for (const one of stay) await one.api.response.consent({ proposal })
  await inStep(...stay)

  // Ana's program closes it, and opens an epoch in which Ben's box holds nothing.
  const program = new Program(ana)
  const [round] = [...ana.session.circle.rounds.values()]
  if (round === undefined) throw new Error('no round')
  await program.says('round.closed', closingOf(ana.session.circle, EVERYTHING, round, ana.me, ana.now))
  const key = hash(Buffer.from('an epoch'))
  const keys = Buffer.concat([key, bytesOfHex(ana.session.keys().keyring[0]?.key ?? '')])
  const boxes = entitledDevices(ana.session.circle, EVERYTHING).map((device) => {
    const box = boxSeal(keys, bytesOfHex(ana.session.circle.devices.get(device)?.bindings[0]?.keys.box ?? ''))
    return { device, box: toHex(device === ben.session.device ? box.fill(7) : box) }
  })
  const parents = currentEpochs(ana.session.circle)
  await program.says('epoch.opened', { epoch: epochIdOf(key), parents, boxes })
  await ana.restart()
  for (const one of [ben, dora]) await one.api.network.connect({ address: await ana.listens() })

  // Dora has the key from her box, and Ben's program gets it from whoever has it, by itself.
  await until('Ben has the key', stay, () => ben.session.keys().keyring.length > 1 || undefined)
  await ana.api.proposal.present({ circle, ...terms('Said afterwards') })
  await inStep(...stay)
  const titles = (await ben.api.proposal.list({ circle })).items.map(({ title }) => title)
  expect(titles).toContain('Said afterwards')
  await ben.api.proposal.present({ circle, ...terms('And Ben too') })
  await inStep(...stay)
  expect(await refusalOf(cleo.api.proposal.present({ circle, ...terms('Me too') }))).toBe('not-a-member')

  // A program said it, not Ben: he has been shown nothing by it.
  const { missing, given } = ben.session.circle.lostKeys
  expect(missing.map(({ device }) => device)).toEqual([ben.session.device])
  expect(given.every(({ device }) => device === ben.session.device)).toBe(true)
  expectQuiet(ben, dora)
})
