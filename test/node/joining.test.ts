import { expect, it, vi } from 'vitest'
import type { CircleKeys } from '../../src/node/circle-keys.ts'
import { sealAnswer } from '../../src/node/invitation/answer.ts'
import { encodeInvite, inviteId, type Invite } from '../../src/node/invitation/invite.ts'
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

function joiningOf(folder: string, profile: OpenProfile, enter: (keys: CircleKeys) => Promise<void>): Promise<Joining> {
  return openJoining({
    folder,
    profile,
    clock: () => now,
    chance: chanceOf('ben joins'),
    writerKey: async (namespace) => namespace,
    isOurs: () => false,
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
