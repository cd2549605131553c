import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exchangeWithStick } from '../../src/node/carrying/stick.ts'
import { fatFiles } from '../helpers/fat-files.ts'
import { testFolder } from '../helpers/folder.ts'
import { circleOf, type Peer } from '../helpers/nodes.ts'

const notices = async (one: Peer, ...statements: string[]) => {
  for (const statement of statements) await one.api.driver.notice({ circle: one.circle, statement })
}
const sameHere = (...peers: Peer[]) => expect(new Set(peers.map(({ session }) => session.at())).size).toBe(1)

it('a stick with FAT: its names, letters, sizes and times are enough, and very much is spread over several files', async () => {
  const [ana, ben, cleo] = (await circleOf('Ana', 'Ben', 'Cleo')) as [Peer, Peer, Peer]
  for (const one of [ana, ben, cleo]) await one.restart()
  const stick = await testFolder()
  const fat = { mostFileBytes: 40_000, size: 4_000_000 }
  const goes = (one: Peer, limits = fat) =>
    exchangeWithStick({
      folder: stick,
      files: fatFiles(stick, limits),
      sessions: one.node.sessions(),
      scratch: join(one.folder, 'scratch'),
      chance: one.node.options.chance,
      mostFileBytes: 16_000,
    })
  await notices(ana, ...Array.from({ length: 12 }, (_, n) => `from ana ${n} ${'noise '.repeat(100)}`))
  await notices(ben, ...Array.from({ length: 12 }, (_, n) => `from ben ${n} ${'noise '.repeat(100)}`))
  await goes(ana)
  await goes(ben)
  await goes(cleo)
  await goes(ana)
  sameHere(ana, ben, cleo)
  const [folder = ''] = await readdir(stick)
  expect(folder).toBe('nextstep')
  const names = await readdir(join(stick, folder))
  expect(names.length).toBeGreaterThan(1)
  expect(names.filter((name) => !/^[a-z0-9]{8}\.nst$/.test(name))).toEqual([])
  // Two that wrote within the same two seconds are told apart by their names.
  await notices(ana, 'one more')
  await goes(ana)
  await goes(ben)
  sameHere(ana, ben)
  // What a file of this stick cannot hold, or the stick, is said; what is there stays, and nothing half of it.
  const before = (await readdir(join(stick, folder))).toSorted()
  await notices(ana, 'too much '.repeat(2_000))
  await expect(goes(ana, { ...fat, mostFileBytes: 4_000 })).rejects.toMatchObject({ code: 'stick-full' })
  await expect(goes(ana, { ...fat, size: 1_000 })).rejects.toMatchObject({ code: 'stick-full' })
  expect((await readdir(join(stick, folder))).toSorted()).toEqual(before)
  expect(await goes(ben)).toMatchObject({ damaged: 0 })
})
