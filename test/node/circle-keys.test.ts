import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { circleKeysFile, joinsFile, listCircleKeys, type CircleKeys } from '../../src/node/circle-keys.ts'
import { newDeviceSeeds } from '../../src/node/identity.ts'
import { issueInvite, receiveRequest } from '../../src/node/invitation/issued-invite.ts'
import { startJoin } from '../../src/node/invitation/join.ts'
import { chanceOf } from '../helpers/chance.ts'
import { testFolder } from '../helpers/folder.ts'
import { admissionFor, circle, inviteOfAna, joinerNamed, now } from './invitation/people.ts'

const other = 'c2'.repeat(32)
const { baseKey, encryptionKey, keyring } = admissionFor(circle)
const device = newDeviceSeeds(chanceOf('ana'))
const asked = receiveRequest(
  issueInvite(inviteOfAna()),
  { id: other, joiner: joinerNamed('Ben').joiner, code: 'apple bring cat dog eager' },
  now,
)
const keys: CircleKeys = {
  circle,
  namespace: 'aa'.repeat(32),
  baseKey,
  encryptionKey,
  keyring,
  founder: true,
  salt: 'bb'.repeat(32),
  device,
  name: 'The Garden',
  invites: asked.ok ? [asked.value] : [],
}
const damaged = { refusal: { code: 'store-damaged' } }

describe('the keys of circles', () => {
  it('are kept one file a circle, with its invites, for their owner alone', async () => {
    const folder = await testFolder()
    expect(await listCircleKeys(folder)).toEqual([])
    await circleKeysFile(folder, circle).save(keys)
    await circleKeysFile(folder, other).save({ ...keys, circle: other, name: null, invites: [] })
    expect(await listCircleKeys(folder)).toEqual([circle, other])
    expect(await circleKeysFile(folder, circle).read()).toEqual(keys)
    expect((await stat(join(folder, 'circles', `${circle}.json`))).mode & 0o777).toBe(0o600)
  })

  it('lose one circle, not all, to a damaged file, and pass over what is no file of ours', async () => {
    const folder = await testFolder()
    await circleKeysFile(folder, circle).save(keys)
    await writeFile(join(folder, 'circles', `${other}.json`), '{}')
    await writeFile(join(folder, 'circles', `${circle}.json.new`), 'left by a kill')
    await mkdir(join(folder, 'circles', 'notes'))
    expect(await listCircleKeys(folder)).toEqual([circle, other])
    await expect(circleKeysFile(folder, other).read()).rejects.toMatchObject(damaged)
    expect(await circleKeysFile(folder, circle).read()).toEqual(keys)
  })

  it("are not read from another circle's file, nor with an epoch that its key does not name", async () => {
    const folder = await testFolder()
    await circleKeysFile(folder, circle).save(keys)
    const path = (id: string) => join(folder, 'circles', `${id}.json`)
    await copyFile(path(circle), path(other))
    await expect(circleKeysFile(folder, other).read()).rejects.toMatchObject(damaged)
    const wrong = { ...keys, keyring: [{ id: other, key: circle }] }
    await expect(circleKeysFile(folder, circle).save(wrong)).rejects.toThrow('hash of its key')
    expect(() => circleKeysFile(folder, '../../etc/passwd')).toThrow('pattern')
  })
})

describe('the joins of a device', () => {
  it('are kept in the order they were started', async () => {
    const folder = await testFolder()
    const start = (request: string) =>
      startJoin({
        request,
        invite: inviteOfAna(),
        code: 'a b c d e',
        namespace: other,
        founder: false,
        device,
        sealed: '00',
      })
    await joinsFile(folder).update((joins = []) => [...joins, start(circle)])
    await joinsFile(folder).update((joins = []) => [...joins, start(other)])
    expect((await joinsFile(folder).read())?.map((each) => each.request)).toEqual([circle, other])
  })
})
