import { describe, expect, it } from 'vitest'
import { attestationText } from '../../src/domain/members/attestation.ts'
import { toHex, verifyText } from '../../src/log/crypto.ts'
import { deviceCard, deviceKeys, newDeviceSeeds, personKey, type DeviceCard } from '../../src/node/identity.ts'
import { createVault } from '../../src/node/vault.ts'
import { chanceOf } from '../helpers/chance.ts'
import { testFolder } from '../helpers/folder.ts'

const ours = 'c1'.repeat(32)
const theirs = 'c2'.repeat(32)
const writer = 'e0'.repeat(32)
const vaultOf = async (name: string) => (await createVault(await testFolder(), chanceOf(name))).vault

function holds(salt: string, { person, device }: DeviceCard): boolean {
  const { sign, box, writer: log } = device
  const text = attestationText({ salt, person, sign, box, writer: log })
  return verifyText(text, device.attestation, person) && verifyText(text, device.acceptance, sign)
}

const values = ({ person, device }: DeviceCard) => [person, ...Object.values(device)]

describe('who someone is in a circle', () => {
  it('is attested by the person and accepted by the device, for these keys in this circle only', async () => {
    const card = deviceCard(
      await vaultOf('alice'),
      { founder: false, salt: ours },
      newDeviceSeeds(chanceOf('a')),
      writer,
    )
    expect(holds(ours, card)).toBe(true)
    expect(holds(theirs, card)).toBe(false)
    for (const key of ['sign', 'box', 'writer'] as const) {
      expect(holds(ours, { ...card, device: { ...card.device, [key]: theirs } })).toBe(false)
    }
    expect(holds(ours, { ...card, person: theirs })).toBe(false)
  })

  it('shares no key between two circles, and is one person on two devices in one', async () => {
    const vault = await vaultOf('alice')
    const here = deviceCard(vault, { founder: false, salt: ours }, newDeviceSeeds(chanceOf('a')), writer)
    const there = deviceCard(vault, { founder: false, salt: theirs }, newDeviceSeeds(chanceOf('b')), theirs)
    const phone = deviceCard(vault, { founder: false, salt: ours }, newDeviceSeeds(chanceOf('c')), theirs)
    expect(values(here).filter((value) => values(there).includes(value))).toEqual([])
    expect(phone.person).toBe(here.person)
    expect(phone.device.sign).not.toBe(here.device.sign)
  })

  it('does not show a founder to whoever invites them to a "circle" named after the nonce', async () => {
    const vault = await vaultOf('alice')
    const founder = personKey(vault, { founder: true, salt: ours })
    const joiner = personKey(vault, { founder: false, salt: ours })
    expect(toHex(founder.publicKey)).not.toBe(toHex(joiner.publicKey))
  })

  it('has device keys that come back from their seeds, and draws new ones each time', () => {
    const chance = chanceOf('a')
    const seeds = newDeviceSeeds(chance)
    expect(deviceKeys(seeds)).toEqual(deviceKeys({ ...seeds }))
    expect(newDeviceSeeds(chance)).not.toEqual(seeds)
    expect(seeds.sign).not.toBe(seeds.box)
  })
})

describe('the text a person signs for a device', () => {
  it('is this one for ever', () => {
    const [salt, person, sign, box, log] = ['aa', 'bb', 'cc', 'dd', 'ee'].map((pair) => pair.repeat(32))
    const text = attestationText({ salt: salt!, person: person!, sign: sign!, box: box!, writer: log! })
    expect(text).toBe(
      `{"attests":"nst/1 device","box":"${box}","person":"${person}","salt":"${salt}","sign":"${sign}","writer":"${log}"}`,
    )
  })
})
