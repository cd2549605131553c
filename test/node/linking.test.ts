import { describe, expect, it, onTestFinished } from 'vitest'
import { encodeCanonical } from '../../src/domain/canonical.ts'
import { verifyStatement } from '../../src/domain/statements/verify.ts'
import { openLinkLine, type LinkLine } from '../../src/network/link-line.ts'
import { LinkTalk, MOST_A_DAY } from '../../src/node/linking/link-talk.ts'
import { circleCalled, consentsTo, statementOf, telling } from '../helpers/linking.ts'
import { tools } from '../helpers/devices.ts'
import { circleOf, type Peer } from '../helpers/nodes.ts'
import type { Person } from '../helpers/people.ts'
import { unlink } from '../helpers/two-circles.ts'
import { keysOf } from '../network/nodes.ts'
import { openDirect } from '../../src/network/direct.ts'
import type { Connection } from '../../src/network/one-per-peer.ts'

const SECRET = Buffer.alloc(32, 9)
const YEARS_MS = 20 * 366 * 86_400_000

/** Rosa's node, and somebody of a circle that hers knows, who says on a line what they like. */
async function facing() {
  const [rosa] = (await circleOf('Rosa')) as [Peer]
  const [mal] = circleCalled('Mallory', 'mal') as [Person]
  mal.clock.now = rosa.now
  const met: Connection[] = []
  const here = openDirect({ keyPair: keysOf(1), onConnection: talking })
  const there = openDirect({ keyPair: keysOf(2), onConnection: lining })
  onTestFinished(async () => void (await Promise.all([here.close(), there.close()])))
  const state = { isOpen: false, faults: 0, wanted: [] as string[], taken: [] as string[], wake: () => {} }
  const [talk, line] = [{ it: null as LinkTalk | null }, { it: null as LinkLine | null }]
  const refused = new Set<string>()
  function talking(connection: Connection) {
    talk.it = new LinkTalk(connection, {
      session: rosa.session,
      other: mal.circleId,
      secrets: [SECRET],
      refused,
      clock: () => rosa.now,
      turn: async () => true,
      onOpen: () => {},
      onClose: () => {},
      onTold: () => {},
      onTaken: () => {},
      onFault: () => (state.faults += 1),
      warn: (error) => console.error(error),
    })
  }
  function lining(connection: Connection) {
    line.it = openLinkLine(connection.stream, [SECRET], {
      clock: () => 0,
      onOpen() {
        state.isOpen = true
        state.wake()
      },
      onHave: () => {},
      onWant: (ids) => {
        state.wanted.push(...ids)
        state.wake()
      },
      onTaken(ids) {
        state.taken = [...ids]
        state.wake()
      },
      onTold: () => {},
      onClose: () => {},
      onFault: () => {},
    })
    met.push(connection)
  }
  const place = await here.listen('127.0.0.1', 0)
  await there.connect({ peer: Buffer.from(keysOf(1).publicKey).toString('hex'), ...place })
  const sendLine = line.it as unknown as LinkLine
  const when = async (holds: () => boolean) => {
    while (!holds()) await new Promise<void>((resolve) => (state.wake = resolve))
  }
  await when(() => state.isOpen)
  const [stream] = met as [Connection]
  const idOf = (text: string) => {
    const verdict = verifyStatement(text, tools)
    if (!verdict.valid) throw new Error(verdict.why)
    return verdict.statement.id
  }
  const tell = (text: string) => sendLine.tell(Buffer.from(encodeCanonical(telling(text)), 'utf8'))
  /** Says that it has it, and sends it once it is asked for. */
  const brings = async (text: string, as = idOf(text)) => {
    sendLine.have([as])
    await when(() => state.wanted.includes(as))
    tell(text)
  }
  const toldTo = async () => (await rosa.api.statement.list({ circle: rosa.circle })).items
  return { rosa, mal, state, refused, line: sendLine, stream, when, idOf, tell, brings, toldTo }
}

const closed = async ({ stream }: { readonly stream: Connection }) => stream.closed

describe('on the line between two linked circles', () => {
  it('[Q2] a statement is asked for once, written in once, and said to be here', async () => {
    const { rosa, mal, state, when, idOf, brings, toldTo, line } = await facing()
    const text = statementOf(mal, consentsTo([mal], rosa.circle), { kind: 'link' }, rosa.circle)
    await brings(text)
    await when(() => state.taken.includes(idOf(text)))
    line.have([idOf(text), 'ab'.repeat(32)])
    await when(() => state.wanted.length === 2)
    expect(state.wanted).toEqual([idOf(text), 'ab'.repeat(32)])
    expect(await toldTo()).toMatchObject([{ kind: 'link', fromName: 'Mallory' }])
    expect(state.faults).toBe(0)
  })

  it('[Q2] what was forged ends the connection and writes nothing', async () => {
    const one = await facing()
    const { rosa, mal, state, idOf, brings, toldTo, refused } = one
    const text = statementOf(mal, consentsTo([mal], rosa.circle), { kind: 'link' }, rosa.circle)
    await brings(text.replace('share the river', 'sell the river'), idOf(text))
    await closed(one)
    expect([state.faults, refused.has(idOf(text)), await toldTo()]).toEqual([1, true, []])
  })

  it('[Q2] neither what nobody asked for, nor what is of a third circle, is looked at', async () => {
    for (const isAsked of [false, true]) {
      const one = await facing()
      const { rosa, mal, state, tell, brings, toldTo } = one
      const from = isAsked ? (circleCalled('Lake', 'lea') as [Person]) : ([mal] as [Person])
      const text = statementOf(from[0], consentsTo(from, rosa.circle), { kind: 'link' }, rosa.circle)
      if (isAsked) await brings(text)
      else tell(text)
      await closed(one)
      expect([state.faults, await toldTo()]).toEqual([1, []])
    }
  })

  it('[Q2] what has expired is refused, and nobody asks for it again', async () => {
    const { rosa, mal, state, when, idOf, brings, toldTo, refused } = await facing()
    const text = statementOf(mal, consentsTo([mal], rosa.circle), { kind: 'link' }, rosa.circle)
    rosa.now += YEARS_MS
    await brings(text)
    await when(() => state.taken.includes(idOf(text)))
    expect([refused.has(idOf(text)), await toldTo()]).toEqual([true, []])
  })

  it('[Q2] a circle that says ever more is heard no further that day, but for an end', async () => {
    const { rosa, mal, state, when, idOf, brings, toldTo, line, tell } = await facing()
    const close = consentsTo([mal], rosa.circle)
    const texts = Array.from({ length: MOST_A_DAY + 3 }, (_, turn) =>
      statementOf(mal, close, { kind: 'link', meet: { key: turn.toString(16).padStart(64, '0'), turn } }, rosa.circle),
    )
    line.have(texts.map(idOf))
    await when(() => state.wanted.length === texts.length)
    for (const text of texts) tell(text)
    await when(() => state.taken.length === MOST_A_DAY)
    const end = statementOf(mal, unlink([mal], { circleId: rosa.circle } as Person), { kind: 'unlink' }, rosa.circle)
    await brings(end)
    await when(() => state.taken.includes(idOf(end)))
    const told = await toldTo()
    expect([told.length, told.filter(({ kind }) => kind === 'unlink').length]).toEqual([MOST_A_DAY + 1, 1])
  })

  it('[Q2] who floods the line, or says what is too long, is cut off', async () => {
    for (const flood of [true, false]) {
      const one = await facing()
      if (flood) for (let count = 0; count < 700; count += 1) one.line.have([])
      else one.line.tell(Buffer.alloc(200 * 1024))
      await closed(one)
      expect(one.state.faults).toBe(1)
    }
  })
})
