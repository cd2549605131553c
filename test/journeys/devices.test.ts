import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { hashText, verifyText } from '../../src/log/crypto.ts'
import { adoptCopy } from '../../src/node/copied-folder.ts'
import { chanceOf } from '../helpers/chance.ts'
import { testFolder } from '../helpers/folder.ts'
import { agreeOn, expectQuiet, inStep, lets, meet, Peer, peer, refusalOf, until } from '../helpers/nodes.ts'

const devices = async (one: Peer) => (await one.api.device.list({ circle: one.circle })).items

/** A node without a profile, closed when the test ends. */
async function newcomer(name: string, folder?: string): Promise<Peer> {
  const made = await new Peer(name, folder ?? join(await testFolder(), 'data'), 'another device').open()
  onTestFinished(() => made.close())
  return made
}

/** Ana founded the circle, Ben is in it; Ana's recovery words. */
async function kitchen(): Promise<{ ana: Peer; ben: Peer; phrase: string }> {
  const ana = await newcomer('Ana')
  const { phrase = '' } = await ana.api.profile.create({ name: 'Ana' })
  await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  const ben = await peer('Ben')
  await lets(ana, ben)
  await inStep(ana, ben)
  return { ana, ben, phrase }
}

it('[M7] [K5] whoever has her recovery words is herself again: let in, she consents from there, and it can be verified', async () => {
  const { ana, ben, phrase } = await kitchen()
  await agreeOn([ana, ben])
  const me = ana.me
  await ana.close()

  // Her first device is gone. She founded the circle: her key in it hangs on nothing that is on this machine.
  const again = await newcomer('Ana again')
  expect(await refusalOf(again.api.profile.restore({ name: 'Ana', phrase: 'a wrong one' }))).toBe('not-a-phrase')
  await again.api.profile.restore({ name: 'Ana', phrase: ` ${phrase.toUpperCase()}\n` })
  expect(await lets(ben, again)).toBe(me)
  const { items } = await ben.api.invite.list({ circle: ben.circle })
  expect(items).toMatchObject([{ state: 'confirmed', deviceOf: 'Ana' }])
  expect(await again.api.join.list({})).toMatchObject([{ state: 'joined', isBack: true }])
  await inStep(ben, again)
  expect((await again.api.circle.show({ circle: again.circle })).members.length).toBe(2)
  expect(await devices(again)).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ name: 'Ana', isThis: true, letInBy: 'Ben' }),
      expect.objectContaining({ name: 'Ana', isThis: false, letInBy: null }),
    ]) as object,
  )

  const agreement = await agreeOn([again, ben])
  const page = await again.api.agreement.show({ agreement })
  expect(page.consents).toContain(me)
  const certificate = await ben.api.certificate.export({ agreement })
  const tools = { hash: hashText, verify: verifyText }
  expect(verifyCertificate(certificate.certificate, tools, ben.circle)).toMatchObject({ valid: true })

  // The old one is said to be gone; found again, it only reads.
  const old = (await devices(again)).find(({ name, isThis }) => name === 'Ana' && !isThis)
  await again.api.device.revoke({ circle: again.circle, device: old?.device ?? '' })
  await inStep(ben, again)
  await ana.open()
  await meet(ben, ana)
  await until('the old device knows', [ana], async () => (await devices(ana)).find(({ gone }) => gone))
  const terms = { title: 'Late', text: 'From the old one.', review: '2027-01-01' }
  expect(await refusalOf(ana.api.proposal.present({ circle: ana.circle, ...terms }))).toBe('device-gone')
  expectQuiet(ben, again)
})

it('[M7] a copied folder never writes as the first: it becomes a new device, and is let in', async () => {
  const { ana, ben } = await kitchen()
  await agreeOn([ana, ben])
  const me = ben.me
  await ben.close()
  const folder = join(await testFolder(), 'copy')
  await mkdir(folder)
  await cp(ben.folder, folder, { recursive: true })
  const copy = new Peer('Ben', folder, 'the copy')
  await expect(copy.open()).rejects.toThrow('store-copied')

  const tied = { folder, machine: null, chance: chanceOf('the copy of Ben') }
  const adopted = await adoptCopy(tied)
  expect(adopted).toEqual({ ok: true, value: [{ circle: ana.circle, name: 'Kitchen' }] })
  expect(await readdir(join(folder, 'set-aside-1'))).toEqual(expect.arrayContaining(['circles', 'store', 'joins.json']))
  expect(await adoptCopy(tied)).toMatchObject({ ok: false, refusal: { code: 'not-copied' } })

  await ben.open()
  copy.ownStore = true
  await copy.open()
  onTestFinished(() => copy.close())
  expect(copy.node.sessions()).toEqual([])
  expect(await copy.api.profile.show({})).toMatchObject({ name: 'Ben', rejoin: [{ name: 'Kitchen' }] })
  expect(await lets(ana, copy)).toBe(me)
  expect(await copy.api.profile.show({})).toMatchObject({ rejoin: [] })
  await meet(ana, ben)
  await inStep(ana, ben, copy)
  // Both write, each as itself.
  const proposal = { title: 'Soup', text: 'On Fridays.', review: '2027-01-01' }
  for (const one of [ben, copy]) await one.api.proposal.present({ circle: one.circle, ...proposal })
  await inStep(ana, ben, copy)
  expect((await devices(ana)).filter(({ name }) => name === 'Ben').length).toBe(2)
  expect((await ana.api.proposal.list({ circle: ana.circle })).items.length).toBe(3)
})
