import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../src/log/crypto.ts'
import { personKey } from '../../src/node/identity.ts'
import { createProfile, openProfile } from '../../src/node/profile.ts'
import { createVault, restoreVault } from '../../src/node/vault.ts'
import { chanceOf } from '../helpers/chance.ts'
import { testFolder } from '../helpers/folder.ts'

async function aliceIn(folder: string) {
  const made = await createProfile(folder, 'Alice', chanceOf('alice'))
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

describe('a profile', () => {
  it('is created once and opened again, with the phrase only the first time', async () => {
    const folder = await testFolder()
    expect(await openProfile(folder)).toEqual({ ok: false, refusal: { code: 'no-profile' } })
    const { profile, phrase, vault } = await aliceIn(folder)
    expect(profile).toEqual({
      person: expect.stringMatching(/^\w{64}$/),
      device: expect.stringMatching(/^\w{64}$/),
      name: 'Alice',
    })
    expect(phrase.split(' ')).toHaveLength(24)
    const opened = await openProfile(folder)
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(opened.value.profile).toEqual(profile)
    expect(Object.keys(opened.value)).toEqual(['profile', 'vault'])
    const salt = Buffer.alloc(32, 1)
    expect(opened.value.vault.derivePersonKey(salt)).toEqual(vault.derivePersonKey(salt))
  })

  it('is not replaced by a second one, nor by one made at the same time', async () => {
    const folder = await testFolder()
    const both = await Promise.all(['Alice', 'Bob'].map((name) => createProfile(folder, name, chanceOf(name))))
    expect(both.filter((made) => made.ok)).toHaveLength(1)
    const third = await createProfile(folder, 'Cleo', chanceOf('cleo'))
    expect(third).toEqual({ ok: false, refusal: { code: 'profile-exists' } })
    const winner = both.find((made) => made.ok)
    const opened = await openProfile(folder)
    expect(opened.ok && opened.value.profile).toEqual(winner?.ok && winner.value.profile)
  })

  it('names the person by no key of any circle, the same on each of their devices', async () => {
    const { profile, vault, phrase } = await aliceIn(await testFolder())
    for (const founder of [true, false]) {
      expect(toHex(personKey(vault, { founder, salt: profile.person }).publicKey)).not.toBe(profile.person)
    }
    const laptop = await testFolder()
    expect((await restoreVault(laptop, phrase)).ok).toBe(true)
    const again = await createProfile(laptop, 'Alice', chanceOf('laptop'))
    expect(again.ok && again.value.profile.person).toBe(profile.person)
    expect(again.ok && again.value.profile.device).not.toBe(profile.device)
  })

  it.each([
    ['', 'empty-text'],
    [' \u00a0 ', 'empty-text'],
    ['a'.repeat(201), 'too-big'],
    ['a'.repeat(1_000_000), 'too-big'],
    ['Al\nice', 'malformed'],
    ['Al\u0000ice', 'malformed'],
    ['\u001b[31mAlice', 'malformed'],
    ['Al\u202eeci', 'malformed'],
    ['Al\ud800ice', 'malformed'],
  ])('refuses the name %j', async (name, code) => {
    const folder = await testFolder()
    const made = await createProfile(folder, name, chanceOf('alice'))
    expect(made.ok ? 'ok' : made.refusal.code).toBe(code)
    expect(await readdir(folder)).toEqual([])
  })

  it.each([
    ['  Zoe\u0308  ', 'Zoë'],
    ['نگار', 'نگار'],
    ['👩‍🌾 Ana', '👩‍🌾 Ana'],
    ['é'.repeat(200), 'é'.repeat(200)],
  ])('takes the name %j', async (name, kept) => {
    const made = await createProfile(await testFolder(), name, chanceOf('alice'))
    expect(made.ok && made.value.profile.name).toBe(kept)
  })

  it('says so where its vault is gone, damaged or of someone else', async () => {
    const folder = await testFolder()
    await aliceIn(folder)
    await rm(join(folder, 'vault.json'))
    const gone = { ok: false, refusal: { code: 'store-damaged' } }
    expect(await openProfile(folder)).toEqual(gone)
    await createVault(folder, chanceOf('mallory'))
    expect(await openProfile(folder)).toEqual(gone)
    await writeFile(join(folder, 'vault.json'), '{')
    await expect(openProfile(folder)).rejects.toMatchObject({ refusal: { code: 'store-damaged' } })
  })
})
