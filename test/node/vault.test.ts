import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../src/log/crypto.ts'
import { createVault, openVault, restoreVault } from '../../src/node/vault.ts'
import { chanceOf } from '../helpers/chance.ts'
import { testFolder } from '../helpers/folder.ts'

const salt = Buffer.alloc(32, 7)

describe('the vault', () => {
  it('gives 24 words that bring the same keys on another device', async () => {
    const [phoneFolder, laptopFolder] = [await testFolder(), await testFolder()]
    const { vault, phrase } = await createVault(phoneFolder, chanceOf('alice'))
    expect(phrase.split(' ')).toHaveLength(24)
    const laptop = await restoreVault(laptopFolder, ` ${phrase.toUpperCase().replaceAll(' ', '\n ')} `)
    if (!laptop.ok) throw new Error(laptop.refusal.code)
    expect(laptop.value.derivePersonKey(salt)).toEqual(vault.derivePersonKey(salt))
    expect((await openVault(laptopFolder))?.derivePersonKey(salt)).toEqual(vault.derivePersonKey(salt))
  })

  it('derives the same for ever', async () => {
    const zeros = `${'abandon '.repeat(23)}art`
    const vault = await restoreVault(await testFolder(), zeros)
    if (!vault.ok) throw new Error(vault.refusal.code)
    expect(toHex(vault.value.derivePersonKey(salt).publicKey)).toBe(
      'cf859a6f2eb5ad5f69fbc27e3c5de2c4d29ffb2a94417ca6387b89ee2ebe6b93',
    )
  })

  it('gives another key for another salt and another person', async () => {
    const { vault: alice } = await createVault(await testFolder(), chanceOf('alice'))
    const { vault: bob } = await createVault(await testFolder(), chanceOf('bob'))
    const keys = [alice.derivePersonKey(salt), alice.derivePersonKey(Buffer.alloc(32, 8)), bob.derivePersonKey(salt)]
    expect(new Set(keys.map((key) => toHex(key.publicKey))).size).toBe(3)
    expect(() => alice.derivePersonKey(Buffer.alloc(31))).toThrow('32 bytes')
  })

  it('keeps its root on disk for its owner alone, and shows nothing of it', async () => {
    const folder = await testFolder()
    const { vault } = await createVault(folder, () => Buffer.alloc(32, 0xab))
    expect((await stat(join(folder, 'vault.json'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, 'vault.json'), 'utf8')).toContain('ab'.repeat(32))
    expect(JSON.stringify(vault)).toBe('{}')
  })

  it('is taken up again after a start that was interrupted, and never replaced', async () => {
    const folder = await testFolder()
    expect(await openVault(folder)).toBeUndefined()
    const first = await createVault(folder, chanceOf('alice'))
    const again = await createVault(folder, chanceOf('someone else'))
    expect(again.phrase).toBe(first.phrase)
    const { phrase: bobs } = await createVault(await testFolder(), chanceOf('bob'))
    expect(await restoreVault(folder, bobs)).toEqual({ ok: false, refusal: { code: 'profile-exists' } })
    expect((await openVault(folder))?.derivePersonKey(salt)).toEqual(first.vault.derivePersonKey(salt))
  })

  it.each(['', 'hello', `${'abandon '.repeat(23)}abandon`, `${'abandon '.repeat(11)}about`, 'x '.repeat(100_000)])(
    'refuses words that are no phrase (%#)',
    async (words) => {
      const folder = await testFolder()
      expect(await restoreVault(folder, words)).toEqual({ ok: false, refusal: { code: 'not-a-phrase' } })
      expect(await openVault(folder)).toBeUndefined()
    },
  )
})
