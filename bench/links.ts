import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openBackend } from '../src/backend.ts'
import { encodeCanonical, decodeCanonical } from '../src/domain/canonical.ts'
import { hashText, verifyText } from '../src/log/crypto.ts'
import { verifyStatement } from '../src/domain/statements/verify.ts'
import { circleCalled, consentsTo, statementOf } from '../test/helpers/linking.ts'
import type { Person } from '../test/helpers/people.ts'
import type { Came } from './child.ts'
import { upTo } from './life.ts'
import { ratioOf, runsOf, spread, timed, tookRow, type Row } from './measured.ts'
import { tempFolder, valueOf } from './peers.ts'

/** Not those of the tests, which remember. */
const tools = { hash: hashText, verify: verifyText }
const CIRCLES = 200
const RUNS = 9
const TIMES = 200
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))

/** What links cost: checking a statement, and a node whose circle is linked to two hundred others. */
export async function measureLinks(): Promise<Row[]> {
  return [await verifyRow(4), await verifyRow(8), ...(await startRows())]
}

/** Against the bare checks of signatures that it holds; once more, as at every start, where these are remembered. */
async function verifyRow(size: number): Promise<Row> {
  const text = statementTo('ab'.repeat(32), 'River', size)
  const calls: [string, string, string][] = []
  const verify = (...call: [string, string, string]) => calls.push(call) > 0 && tools.verify(...call)
  verifyStatement(text, { ...tools, verify })
  const known = new Set(calls.map((call) => call.join()))
  const remembered = { ...tools, verify: (...call: [string, string, string]) => known.has(call.join()) }
  const each = async (work: () => unknown) => {
    const took: number[] = []
    for (const _ of upTo(TIMES)) took.push((await timed(work)).ms)
    return runsOf(took)
  }
  const bare = await each(() => calls.forEach((call) => tools.verify(...call)))
  const ours = await each(() => verifyStatement(text, tools))
  const again = await each(() => verifyStatement(text, remembered))
  return {
    what: `A statement of a circle of ${size} (${text.length.toLocaleString('en')} bytes) is checked; again, with its signatures remembered: ${spread(again, 'ms')}`,
    ours: spread(ours, 'ms'),
    baseline: `${spread(bare, 'ms')}: its ${calls.length} signatures alone`,
    ratio: ratioOf(ours, bare),
  }
}

async function startRows(): Promise<Row[]> {
  const { folder, remove } = await tempFolder()
  try {
    const [linked, alone] = [await build(folder, 'linked', CIRCLES), await build(folder, 'alone', 0)]
    const run = async ({ name, circle }: Built): Promise<Came> => {
      const about = JSON.stringify({ name, circle })
      const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CHILD, 'node', folder, about])
      return JSON.parse(stdout) as Came
    }
    const [ours, none]: [Came[], Came[]] = [[], []]
    for (const _ of upTo(RUNS)) {
      none.push(await run(alone))
      ours.push(await run(linked))
    }
    const what = `Start of a node whose circle is linked to ${CIRCLES} others, which told ${(linked.bytes / 1e6).toFixed(2)} MB`
    return [tookRow(what, 'the same with none', ours, none)]
  } finally {
    await remove()
  }
}

type Built = { readonly name: string; readonly circle: string; readonly bytes: number }

async function build(folder: string, name: string, count: number): Promise<Built> {
  await mkdir(join(folder, name), { recursive: true })
  const { commands, close } = valueOf(await openBackend(join(folder, name)))
  valueOf(await commands.profile.create({ name: 'Ana' }, {}))
  const { circle } = valueOf(await commands.circle.create({ name: 'Hub', aim: 'to link' }, {}))
  let bytes = 0
  for (const number of upTo(count)) {
    const text = statementTo(circle, `River ${number}`, 4)
    bytes += text.length
    const line = encodeCanonical({ statement: decodeCanonical(text), through: null, hops: [] })
    valueOf(await commands.statement.import({ text: line }, {}))
  }
  await close()
  return { name, circle, bytes }
}

const NAMES = ['ana', 'ben', 'cleo', 'dan', 'eli', 'fay', 'gus', 'hal']

function statementTo(circle: string, name: string, size: number): string {
  const people = circleCalled(name, ...(NAMES.slice(0, size) as [string, ...string[]]))
  const [first] = people as [Person]
  // A statement that has expired is not taken in.
  first.clock.now = Date.now()
  return statementOf(first, consentsTo(people, circle), { kind: 'link' }, circle)
}
