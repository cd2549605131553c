import { expect, it, vi } from 'vitest'
import { toHex } from '../../src/log/crypto.ts'
import type { CircleKeys } from '../../src/node/circle-keys.ts'
import { personKey } from '../../src/node/identity.ts'
import { sealAnswer } from '../../src/node/invitation/answer.ts'
import { encodeInvite, founderMark, inviteId, type Invite } from '../../src/node/invitation/invite.ts'
import { openRequest } from '../../src/node/invitation/request.ts'
import { openJoining, type Joining } from '../../src/node/joining.ts'
import { createProfile, openProfile, type OpenProfile } from '../../src/node/profile.ts'
import { chanceOf } from '../helpers/chance.ts'
import { testFolder } from '../helpers/folder.ts'
import { admissionFor, ana, inviteOfAna, now } from './invitation/people.ts'

async function benJoining(folder: string, enter: (keys: CircleKeys) => Promise<void>): Promise<Joining> {
  const created = await createProfile(folder, 'Ben', chanceOf('ben'))
  if (!created.ok) throw new Error(created.refusal.code)
  return joiningOf(folder, created.value, enter)
}

async function reopened(folder: string, enter: (keys: CircleKeys) => Promise<void>): Promise<Joining> {
  const opened = await openProfile(folder)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return joiningOf(folder, opened.value, enter)
}

function joiningOf(
  folder: string,
  profile: OpenProfile,
  enter: (keys: CircleKeys) => Promise<void>,
  isFoundedHere: (nonce: string) => boolean = () => false,
): Promise<Joining> {
  return openJoining({
    folder,
    profile,
    clock: () => now,
    chance: chanceOf('ben joins'),
    writerKey: async (namespace) => namespace,
    isOurs: () => false,
    isFoundedHere,
    enter,
    changed: () => undefined,
  })
}

/** Ana's yes to what Ben asked with this invite. */
function yesTo(invite: Invite, joining: Joining): Uint8Array {
  const sealed = joining.knocks().find((one) => Buffer.from(one.invite).toString('hex') === inviteId(invite))?.sealed
  const request = openRequest(invite, sealed ?? new Uint8Array())
  if (!request.ok) throw new Error(request.refusal.code)
  const { id, joiner } = request.value
  return sealAnswer(admissionFor(id), joiner.device.box, ana.sign.secretKey)
}

function moment(): { readonly came: Promise<void>; readonly come: () => void } {
  let come = (): void => undefined
  const came = new Promise<void>((resolve) => (come = resolve))
  return { came, come: () => come() }
}

it('opens a circle once, however often the answer comes', async () => {
  const entered: string[] = []
  const [began, here] = [moment(), moment()]
  const joining = await benJoining(await testFolder(), async ({ namespace }) => {
    entered.push(namespace)
    began.come()
    await here.came
  })
  const invite = inviteOfAna()
  await joining.request(encodeInvite(invite))
  const yes = yesTo(invite, joining)
  // Once at the door and once by itself, before either is written down; and again while the circle is being opened.
  const answers = [joining.replied(inviteId(invite), yes), joining.replied(inviteId(invite), yes)]
  await began.came
  answers.push(joining.replied(inviteId(invite), yes))
  here.come()
  await Promise.all(answers)
  expect(entered).toHaveLength(1)
  expect(joining.list().map(({ state }) => state)).toEqual(['joined'])
})

it('takes up each confirmed circle by itself after a restart', async () => {
  const folder = await testFolder()
  const before = await benJoining(folder, () => Promise.reject(new Error('the machine goes down')))
  for (const name of ['garden', 'kitchen']) {
    const invite = inviteOfAna(name)
    await before.request(encodeInvite(invite))
    await before.replied(inviteId(invite), yesTo(invite, before)).catch(() => undefined)
  }
  const namespaces = before.list().map(({ namespace }) => namespace)
  const entered: string[] = []
  const after = await reopened(folder, async ({ namespace }) => {
    entered.push(namespace)
    if (namespace === namespaces[0]) await moment().came
  })
  void after.resume()
  await vi.waitFor(() =>
    expect(
      after
        .list()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['confirmed', 'joined']),
  )
  expect(entered).toHaveLength(2)
})

it('asks once for one invite, however often it is taken up at the same moment', async () => {
  const joining = await benJoining(await testFolder(), async () => undefined)
  const text = encodeInvite(inviteOfAna())
  const asked = await Promise.all([joining.request(text), joining.request(text), joining.request(text)])
  expect(new Set(asked.map((one) => (one.ok ? one.value.code : one.refusal.code))).size).toBe(1)
  expect(joining.list()).toHaveLength(1)
})

it('[M7] asks in as the founder where the invite says how they know themselves, and never into another circle', async () => {
  const folder = await testFolder()
  const created = await createProfile(folder, 'Ben', chanceOf('ben'))
  if (!created.ok) throw new Error(created.refusal.code)
  const nonce = 'f0'.repeat(32)
  const founder = toHex(personKey(created.value.vault, { founder: true, salt: nonce }).publicKey)
  const founding = { nonce, mark: founderMark(nonce, founder) }
  const invite: Invite = { ...inviteOfAna(), version: 2, founding }
  const askedBy = async (joining: Joining, of: Invite) => {
    await joining.request(encodeInvite(of))
    const sealed = joining.knocks().find((one) => Buffer.from(one.invite).toString('hex') === inviteId(of))?.sealed
    const request = openRequest(of, sealed ?? new Uint8Array())
    return request.ok ? request.value.joiner.person : request.refusal.code
  }
  const entered: CircleKeys[] = []
  const restored = await joiningOf(folder, created.value, async (keys) => void entered.push(keys))
  expect(await askedBy(restored, invite)).toBe(founder)
  await restored.replied(inviteId(invite), yesTo(invite, restored))
  expect(entered).toMatchObject([{ founder: true, salt: nonce }])

  // The circle of that nonce is here: who writes it into another circle's invite learns nothing.
  const trap: Invite = { ...inviteOfAna('trap'), version: 2, founding }
  const asUsual = { ...inviteOfAna('as usual') }
  const here = await joiningOf(
    folder,
    created.value,
    async () => undefined,
    (one) => one === nonce,
  )
  const stranger = await askedBy(here, trap)
  expect(stranger).not.toBe(founder)
  expect(stranger).toBe(await askedBy(here, asUsual))
  const others: Invite = { ...inviteOfAna('others'), version: 2, founding: { nonce, mark: '00'.repeat(8) } }
  expect(await askedBy(restored, others)).not.toBe(founder)
})
