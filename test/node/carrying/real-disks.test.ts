import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { testFolder } from '../../helpers/folder.ts'
import { circleOf, refusalOf, type Peer } from '../../helpers/nodes.ts'

/** Real small disks, which only root may mount. */
function mount(folder: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    process.stderr.write('NOT RUN: sticks on real small disks need root and mount\n')
    return false
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }))
  return true
}

async function people(): Promise<[Peer, Peer, string]> {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  for (const one of [ana, ben]) await one.restart()
  return [ana, ben, await testFolder()]
}
const notices = (one: Peer, statement: string) => one.api.driver.notice({ circle: one.circle, statement })

it('a stick that is full: what is on it is read, and it says that there is no room; with room it goes on', async (context) => {
  const [ana, ben, stick] = await people()
  if (!mount(stick, '64k')) context.skip()
  await notices(ben, 'from ben')
  await ben.api.stick.sync({ folder: stick })
  const { bavail, bsize } = statfsSync(stick)
  const filler = join(stick, 'FILM.AVI')
  writeFileSync(filler, Buffer.alloc((bavail - 1) * bsize))
  await notices(ana, 'from ana '.repeat(600))
  expect(await refusalOf(ana.api.stick.sync({ folder: stick }))).toBe('stick-full')
  expect(ana.session.circle.drivers.size).toBe(2)
  expect(readdirSync(join(stick, 'NEXTSTEP'))).toHaveLength(1)
  rmSync(filler)
  await ana.api.stick.sync({ folder: stick })
  await ben.api.stick.sync({ folder: stick })
  expect(ben.session.at()).toBe(ana.session.at())
})

it('a stick with its switch on “locked”: what is on it is read, and it says that nothing can be written', async (context) => {
  const [ana, ben, stick] = await people()
  if (!mount(stick, '1m')) context.skip()
  await notices(ben, 'from ben')
  await ben.api.stick.sync({ folder: stick })
  execFileSync('mount', ['-o', 'remount,ro', stick])
  await notices(ana, 'from ana')
  expect(await refusalOf(ana.api.stick.sync({ folder: stick }))).toBe('stick-read-only')
  expect(ana.session.circle.drivers.size).toBe(2)
  // Who has nothing to write is not troubled.
  expect(await ben.api.stick.sync({ folder: stick })).toMatchObject({ circles: [{ read: 0, wrote: 0 }] })
})
