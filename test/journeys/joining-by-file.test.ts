import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { takeAnswerFile } from '../../src/node/carrying/joining-by-file.ts'
import { realDisk } from '../../src/node/disk.ts'
import { testFolder } from '../helpers/folder.ts'
import { expectQuiet, peer, refusalOf, type Peer } from '../helpers/nodes.ts'

const DAY = 24 * 60 * 60 * 1000

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

async function founder(name = 'Ana'): Promise<Peer> {
  const ana = await peer(name)
  await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  return ana
}

/** Asks with an invite that was handed over, and carries the request back; nobody is called. */
async function asks(ana: Peer, ben: Peer, folder: string) {
  const { invite } = await ana.api.invite.create({ circle: ana.circle })
  const asked = await ben.api.join.request({ invite, carried: true })
  const carried = await ben.api.join.carry({ request: asked.request, file: folder })
  return { invite, asked, ...carried }
}

/** The whole way in, with nothing but a stick. */
async function letsInByStick(ana: Peer, ben: Peer, stick: string): Promise<void> {
  const { asked, file } = await asks(ana, ben, stick)
  const { requests } = await ana.api.invite.read({ file: file ?? '' })
  expect(requests).toMatchObject([{ circle: ana.circle, name: ben.name, code: asked.code, state: 'waiting' }])
  await ana.api.invite.confirm({ circle: ana.circle, request: asked.request, code: asked.code })
  const answer = await ana.api.invite.answer({ circle: ana.circle, request: asked.request, file: stick })
  expect(await ben.api.join.answer({ file: answer.file })).toMatchObject({ state: 'joined', circle: ana.circle })
}

it('three who never share a network: in by a stick alone, and then an agreement that all three hold', async () => {
  const ana = await founder()
  const [ben, cleo] = [await peer('Ben'), await peer('Cleo')]
  const stick = await testFolder()
  const visit = (one: Peer) => one.api.stick.sync({ folder: stick })
  await letsInByStick(ana, ben, stick)
  await visit(ben)
  await visit(ana)
  // Ben lets in Cleo, whom Ana has not met: it need not be the founder.
  await letsInByStick(ben, cleo, stick)
  await visit(cleo)
  await visit(ana)
  const people = [ana, ben, cleo]
  expect(ana.session.circle.members.size).toBe(3)
  const terms = { title: 'Tuesday kitchen', text: 'We cook on Tuesdays.', review: '2027-01-01' }
  const { proposal } = await cleo.api.proposal.present({ circle: cleo.circle, ...terms })
  await cleo.api.round.open({ proposal })
  await visit(cleo)
  for (const one of people) {
    await visit(one)
    await one.api.response.consent({ proposal })
    await visit(one)
  }
  const { agreement } = await cleo.api.round.close({ proposal })
  for (const one of [...people, ana, ben]) await visit(cleo).then(() => visit(one))
  for (const one of people) {
    const { items } = await one.api.agreement.list({ circle: one.circle })
    expect(items).toMatchObject([{ agreement, title: 'Tuesday kitchen' }])
    expect(one.session.log.copy.whole()).toBe(true)
  }
  expect(new Set(people.map(({ session }) => session.stateHash().stateHash)).size).toBe(1)
  for (const one of people) expect(one.node.meeting()).toBeUndefined()
  expectQuiet(...people)
})

it('a request is small enough for a picture, says nobody’s name, and is read from a text with line breaks too', async () => {
  const [ana, ben] = [await founder(), await peer('Benedikta von und zu Langename')]
  const { text, asked, file } = await asks(ana, ben, await testFolder())
  expect(text).toMatch(/^NSTR1-[A-Z2-7]+$/)
  expect(text.length).toBeLessThan(1_000)
  const content = await readFile(file ?? '', 'utf8')
  expect(content.trim()).toBe(text)
  expect(file).toMatch(/[/\\][2-9B-Z]{8}\.NST$/)
  const broken = ` ${text.toLowerCase().replace(/(.{60})/g, '$1\r\n')} `
  const { requests } = await ana.api.invite.read({ text: broken })
  expect(requests.map(({ request, code }) => [request, code])).toEqual([[asked.request, asked.code]])
  // Read twice, it is still one request.
  await ana.api.invite.read({ text })
  expect((await ana.api.invite.list({ circle: ana.circle })).items).toHaveLength(1)
})

it('an invite is used once, also by files; what came too late or is not asked for any more is told', async () => {
  const [ana, ben, cleo] = [await founder(), await peer('Ben'), await peer('Cleo')]
  const stick = await testFolder()
  const first = await asks(ana, ben, stick)
  const second = await cleo.api.join.request({ invite: first.invite, carried: true })
  const late = await cleo.api.join.carry({ request: second.request })
  await ana.api.invite.read({ text: first.text })
  await ana.api.invite.confirm({ circle: ana.circle, request: first.asked.request, code: first.asked.code })
  expect(await refusalOf(ana.api.invite.read({ text: late.text }))).toBe('invite-used')
  // Once more for the same person: the same answer.
  await ana.api.invite.read({ text: first.text })

  const taken = await asks(ana, cleo, stick)
  await ana.api.invite.revoke({ circle: ana.circle, invite: taken.invite })
  expect(await refusalOf(ana.api.invite.read({ text: taken.text }))).toBe('invite-revoked')
  const old = await asks(ana, cleo, stick)
  ana.now += 8 * DAY
  expect(await refusalOf(ana.api.invite.read({ text: old.text }))).toBe('invite-expired')
  cleo.now += 8 * DAY
  expect(await refusalOf(cleo.api.join.request({ invite: old.invite.slice(0, -1), carried: true }))).toBe(
    'not-an-invite',
  )
  const wrong = await asks(ana, cleo, stick)
  await ana.api.invite.read({ text: wrong.text })
  const confirming = ana.api.invite.confirm({ circle: ana.circle, request: wrong.asked.request, code: 'other words' })
  expect(await refusalOf(confirming)).toBe('wrong-code')
  const answering = ana.api.invite.answer({ circle: ana.circle, request: wrong.asked.request, file: stick })
  expect(await refusalOf(answering)).toBe('no-such-request')
  const other = await founder('Dan')
  expect(await refusalOf(other.api.invite.read({ text: wrong.text }))).toBe('no-such-invite')
})

it('an answer opens for the one whom it is for; changed, cut or put together from two it changes nothing', async () => {
  const [ana, ben, cleo] = [await founder(), await peer('Ben'), await peer('Cleo')]
  const stick = await testFolder()
  const { asked, text } = await asks(ana, ben, stick)
  const forCleo = await asks(ana, cleo, stick)
  await ana.api.invite.read({ text })
  await ana.api.invite.confirm({ circle: ana.circle, request: asked.request, code: asked.code })
  const { file } = await ana.api.invite.answer({ circle: ana.circle, request: asked.request, file: stick })
  const whole = await readFile(file)
  expect(whole.includes('Ben') || whole.includes('Kitchen') || whole.includes(Buffer.from(ana.circle, 'hex'))).toBe(
    false,
  )
  const bundle = join(stick, 'circle.nst')
  await ana.api.bundle.export({ circle: ana.circle, file: bundle })

  expect(await refusalOf(cleo.api.join.answer({ file }))).toBe('not-your-answer')
  expect(await refusalOf(ben.api.join.answer({ file: bundle }))).toBe('not-an-answer')
  expect(await refusalOf(ben.api.join.answer({ file: join(stick, 'nothing') }))).toBe('no-such-file')
  expect(await refusalOf(ben.api.join.answer({ file: forCleo.file ?? '' }))).toBe('not-an-answer')
  expect(await refusalOf(ana.api.invite.read({ file }))).toBe('not-a-request')
  for (const one of [file, forCleo.file ?? '']) {
    expect(await refusalOf(ana.api.bundle.import({ file: one }))).toBe('not-a-bundle')
  }
  // Who is not let in makes nothing of a bundle.
  for (const one of [ben, cleo])
    expect(await refusalOf(one.api.bundle.import({ file: bundle }))).toBe('not-your-circle')

  const other = await founder('Dan')
  const foreign = join(stick, 'foreign.nst')
  await other.api.bundle.export({ circle: other.circle, file: foreign })
  const head = whole.subarray(0, whole.length - (await readFile(bundle)).length)
  const changed = join(stick, 'changed.nst')
  const trying = async (bytes: Buffer) => {
    await writeFile(changed, bytes)
    return refusalOf(ben.api.join.answer({ file: changed }))
  }
  const flipped = (at: number) => Buffer.from(whole.map((byte, index) => (index === at ? byte ^ 4 : byte)))
  expect(await trying(Buffer.concat([head, await readFile(foreign)]))).toBe('bundle-damaged')
  expect(await trying(whole.subarray(0, whole.length - 500))).toBe('bundle-damaged')
  expect(await trying(whole.subarray(0, 30))).toBe('bundle-damaged')
  expect(await trying(whole.subarray(0, 900))).toBe('bundle-damaged')
  expect(await trying(flipped(100))).toBe('bad-signature')
  expect(await trying(flipped(20))).toBe('not-your-answer')
  expect(await trying(flipped(8))).toBe('newer-version')
  expect(await trying(flipped(53))).toBe('bundle-damaged')
  expect(await trying(flipped(whole.length - 700))).toBe('bundle-damaged')
  expect(ben.node.sessions()).toEqual([])
  expect(await ben.api.join.list({})).toMatchObject([{ state: 'waiting' }])

  // The folder is enough, whatever else lies there; and reading it again is harmless.
  await writeFile(join(stick, 'LETTER.NST'), 'Dear Ben')
  for (let round = 0; round < 2; round += 1) {
    expect(await ben.api.join.answer({ file: stick })).toMatchObject({ state: 'joined' })
  }
  expect(ben.session.at()).toBe(ana.session.at())
  expect((await readdir(join(ben.folder, 'scratch')).catch(() => [])).length).toBe(0)
})

it('who took their request back is not let in by an answer', async () => {
  const [ana, ben] = [await founder(), await peer('Ben')]
  const { asked, text } = await asks(ana, ben, await testFolder())
  await ana.api.invite.read({ text })
  await ana.api.invite.confirm({ circle: ana.circle, request: asked.request, code: asked.code })
  const { file } = await ana.api.invite.answer({ circle: ana.circle, request: asked.request, file: await testFolder() })
  await ben.api.join.cancel({ request: asked.request })
  expect(await refusalOf(ben.api.join.answer({ file }))).toBe('join-cancelled')
})

/** Ben stops reading the answer as soon as his node has begun with the circle. */
async function letInHalfWay(): Promise<{ ana: Peer; ben: Peer; file: string; request: string; stopped: string }> {
  const [ana, ben] = [await founder(), await peer('Ben')]
  for (const number of [1, 2, 3]) await ana.api.driver.notice({ circle: ana.circle, statement: `Tap ${number} drips` })
  const { asked, text } = await asks(ana, ben, await testFolder())
  await ana.api.invite.read({ text })
  const { request } = asked
  await ana.api.invite.confirm({ circle: ana.circle, request, code: asked.code })
  const { file } = await ana.api.invite.answer({ circle: ana.circle, request, file: await testFolder() })
  const ends = new AbortController()
  const begun = ben.node.changes.until(() => ben.node.sessions().length > 0, ends.signal).then(() => ends.abort())
  const stopped = await takeAnswerFile(ben.node, file, { signal: ends.signal }).catch((error: unknown) => codeOf(error))
  await begun
  return { ana, ben, file, request, stopped: typeof stopped === 'string' ? stopped : 'done' }
}

it('stopped while the circle of an answer comes in: it is read again, also after a restart, and all is there', async () => {
  const { ana, ben, file, request, stopped } = await letInHalfWay()
  expect(stopped).toBe('stopped')
  expect(await ben.api.join.list({})).toMatchObject([{ request, state: 'waiting', copy: {} }])
  await ben.restart()
  expect(await ben.api.join.answer({ file })).toMatchObject({ state: 'joined' })
  expect(ben.session.at()).toBe(ana.session.at())
  expect(await readdir(join(ben.folder, 'scratch')).catch(() => [])).toEqual([])
})

it('nobody has to wait for a circle that let them in and never comes: nothing of it stays, and a new invite lets them in', async () => {
  const { ana, ben, file, request } = await letInHalfWay()
  expect(await ben.api.join.cancel({ request })).toEqual({ state: 'cancelled', wasLetIn: true })
  expect(ben.node.sessions()).toEqual([])
  expect(await readdir(join(ben.folder, 'circles'))).toEqual([])
  await ben.restart()
  expect(await ben.api.join.list({})).toMatchObject([{ state: 'cancelled', copy: null }])
  expect(await refusalOf(ben.api.join.answer({ file }))).toBe('join-cancelled')
  // The new answer may lie beside the old one.
  const again = await asks(ana, ben, await testFolder())
  await ana.api.invite.read({ text: again.text })
  await ana.api.invite.confirm({ circle: ana.circle, request: again.asked.request, code: again.asked.code })
  await ana.api.invite.answer({ circle: ana.circle, request: again.asked.request, file: join(dirname(file), '_') })
  await rename(join(dirname(file), '_'), join(dirname(file), '22222222.NST'))
  await rename(file, join(dirname(file), '11111111.NST'))
  expect(await ben.api.join.answer({ file: dirname(file) })).toMatchObject({ state: 'joined' })
  expect(ben.session.at()).toBe(ana.session.at())
  // To the others he was there all the time: it is another device of the same person.
  expect(ana.session.circle.members.size).toBe(2)
  expectQuiet(ana, ben)
})

it('given up while its keys are being written: the circle is not there afterwards, and can be asked for again', async () => {
  const [ana, ben] = [await founder(), await peer('Ben')]
  const { asked, text } = await asks(ana, ben, await testFolder())
  await ana.api.invite.read({ text })
  await ana.api.invite.confirm({ circle: ana.circle, request: asked.request, code: asked.code })
  const { file } = await ana.api.invite.answer({ circle: ana.circle, request: asked.request, file: await testFolder() })
  const [isWriting, mayGoOn, isWritten] = [gate(), gate(), gate()]
  const { write } = realDisk
  const writing = vi.spyOn(realDisk, 'write').mockImplementation(async (path, told) => {
    if (!path.startsWith(join(ben.folder, 'circles'))) return write(path, told)
    isWriting.open()
    await mayGoOn.opened
    await write(path, told)
    isWritten.open()
  })
  onTestFinished(() => writing.mockRestore())
  const ends = new AbortController()
  const taken = takeAnswerFile(ben.node, file, { signal: ends.signal }).catch((error: unknown) => codeOf(error))
  await isWriting.opened
  ends.abort()
  expect(await taken).toBe('stopped')
  await ben.api.join.cancel({ request: asked.request })
  mayGoOn.open()
  await isWritten.opened
  await expect.poll(async () => readdir(join(ben.folder, 'circles')), { timeout: 20_000 }).toEqual([])
  expect(await ben.api.circle.list({})).toEqual([])
  const { request } = (await asks(ana, ben, await testFolder())).asked
  expect(request).not.toBe(asked.request)
})

it('answers of two circles on one stick: the one that is still waited for is read', async () => {
  const [ana, ben] = [await founder(), await peer('Ben')]
  const stick = await testFolder()
  const { circle: garden } = await ana.api.circle.create({ name: 'Garden', aim: 'to grow food' })
  for (const circle of [ana.circle, garden]) {
    const { invite } = await ana.api.invite.create({ circle })
    const { request } = await ben.api.join.request({ invite, carried: true })
    const { text } = await ben.api.join.carry({ request })
    await ana.api.invite.read({ text })
    await ana.api.invite.confirm({ circle, request })
    await ana.api.invite.answer({ circle, request, file: join(stick, circle === garden ? 'Z.NST' : 'A.NST') })
    expect(await ben.api.join.answer({ file: stick })).toMatchObject({ state: 'joined', circle })
  }
})

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
