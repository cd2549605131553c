import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openCheckedSignatures } from '../../src/log/checked-signatures.ts'
import { Marks } from '../../src/log/marks.ts'
import { hash, hashText, signingPair, signText, toHex } from '../../src/log/crypto.ts'
import { founder } from '../helpers/logs.ts'
import { CIRCLE_ID, follow, Speaker } from '../helpers/speakers.ts'

const pair = signingPair(hash(Buffer.from('ana')))
const key = toHex(pair.publicKey)

it('remembers good signatures only, and each for its own text and key', async () => {
  const { store } = await founder('ana')
  const checked = await openCheckedSignatures(store, CIRCLE_ID)
  const signature = signText('yes', pair.secretKey)
  expect(checked.knows(hashText('yes'), signature, key)).toBe(false)
  for (const again of [1, 2]) {
    expect(checked.verify('yes', signature, key), `time ${again}`).toBe(true)
    expect(checked.verify('no', signature, key)).toBe(false)
    expect(checked.verify('yes', signature, toHex(hash(pair.publicKey)))).toBe(false)
    expect(
      checked.verify(
        'yes',
        signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
        key,
      ),
    ).toBe(false)
  }
  expect(checked.knows(hashText('yes'), signature, key)).toBe(true)
  expect(checked.knows(hashText('no'), signature, key)).toBe(false)
  await checked.save()
  const file = join(store.folder, (await readdir(store.folder)).find((name) => name.startsWith('checked')) ?? '')
  expect((await readFile(file)).length).toBe(16)
})

it('goes on behind a mark that a crash cut off', async () => {
  const { store } = await founder('ana')
  const file = join(store.folder, `checked-${CIRCLE_ID.slice(0, 16)}`)
  await writeFile(file, Buffer.alloc(16 + 9, 7))
  const signature = signText('yes', pair.secretKey)
  const before = await openCheckedSignatures(store, CIRCLE_ID)
  expect(before.verify('yes', signature, key)).toBe(true)
  await before.save()
  expect((await openCheckedSignatures(store, CIRCLE_ID)).knows(hashText('yes'), signature, key)).toBe(true)
  expect((await readFile(file)).length).toBe(32)
})

it('changes nothing of what counts, whatever has become of its file', async () => {
  const ana = await founder('ana')
  const speaker = new Speaker(ana)
  const forged = speaker.sign('forged')
  await ana.append(
    new Speaker(ana).say('one'),
    speaker.seal({ ...forged, signature: signText('else', pair.secretKey) }),
  )
  const before = (await follow(ana)).entries
  const file = join(ana.folder, `checked-${CIRCLE_ID.slice(0, 16)}`)
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(1_000, 7), (await readFile(file)).subarray(0, 9)]) {
    await writeFile(file, bytes)
    expect((await follow(ana)).entries).toEqual(before)
  }
})

it('knows each of many marks, and none that only begins like one', () => {
  const mark = (number: number) => hash(Buffer.from(`mark ${number}`)).subarray(0, 16)
  const all = Array.from({ length: 5000 }, (_, number) => mark(number))
  const marks = new Marks(Buffer.concat([...all.slice(0, 1000), Buffer.alloc(9, 7)]))
  expect(all.map((one) => marks.add(one))).toEqual(all.map((_, number) => number >= 1000))
  expect(all.every((one) => marks.has(one) && !marks.add(one))).toBe(true)
  const alike = all.map((one) => Buffer.from(one).fill(one[15] === 0 ? 1 : 0, 15))
  const zeros = [Buffer.alloc(16), ...Array.from({ length: 200 }, (_, last) => Buffer.alloc(16).fill(last + 1, 15))]
  expect([...alike, ...zeros].some((one) => marks.has(one))).toBe(false)
  expect(zeros.map((one) => marks.add(one)).every(Boolean)).toBe(true)
  expect([...all, ...zeros].every((one) => marks.has(one))).toBe(true)
})
