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
import { upTo } from './life.ts'
import { ratioOf, runsOf, spread, tookRow, type Row, type Took } from './measured.ts'
import { tempFolder, valueOf } from './peers.ts'

/** Not those of the tests, which remember. */
const tools = { hash: hashText, verify: verifyText }
const CIRCLES = 200
const RUNS = 15
const TIMES = 200
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))
/** As it is built: `npm run build`. */
const PROGRAM = fileURLToPath(new URL('../bin/nst', import.meta.url))
const WORKED = 'const { user, system } = process.cpuUsage(); const cpu = (user + system) / 1000'
const TELL = `${WORKED}; process.stderr.write(JSON.stringify({ ms: performance.now(), cpu }))`
const TELL_AT_EXIT = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => { ${TELL} })`)}`
const run = promisify(execFile)

/** What links cost: checking a statement, and a node whose circle is linked to two hundred others. */
export async function measureLinks(): Promise<Row[]> {
  return [verifyRow(4), verifyRow(8), ...(await startRows())]
}

/** Against the bare checks of signatures that it holds; once more, as at every start, where these are remembered. */
function verifyRow(size: number): Row {
  const text = statementTo('ab'.repeat(32), 'River', size)
  const calls: [string, string, string][] = []
  const verify = (...call: [string, string, string]) => calls.push(call) > 0 && tools.verify(...call)
  verifyStatement(text, { ...tools, verify })
  const known = new Set(calls.map((call) => call.join()))
  const remembered = { ...tools, verify: (...call: [string, string, string]) => known.has(call.join()) }
  const each = (work: () => unknown) => {
    const took = upTo(2 * TIMES).map(() => {
      const start = performance.now()
      work()
      return performance.now() - start
    })
    // The first half of them the engine spends on getting to know the code.
    return runsOf(took.slice(TIMES))
  }
  const bare = each(() => calls.forEach((call) => tools.verify(...call)))
  const ours = each(() => verifyStatement(text, tools))
  const again = each(() => verifyStatement(text, remembered))
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
    const node = async ({ name, circle }: Built): Promise<Took> => {
      const about = JSON.stringify({ name, circle })
      const { stdout } = await run(process.execPath, ['--expose-gc', CHILD, 'node', folder, about])
      return JSON.parse(stdout) as Took
    }
    const program = async ({ name, circle }: Built): Promise<Took> => {
      const asked = ['--data', join(folder, name), 'circle', 'show', circle]
      const { stderr } = await run(process.execPath, ['--import', TELL_AT_EXIT, PROGRAM, ...asked])
      return JSON.parse(stderr) as Took
    }
    const row = async (what: string, start: (built: Built) => Promise<Took>): Promise<Row> => {
      const [ours, none]: [Took[], Took[]] = [[], []]
      for (const _ of upTo(RUNS)) {
        none.push(await start(alone))
        ours.push(await start(linked))
      }
      return tookRow(what, 'the same with none', ours, none)
    }
    const told = `a circle is linked to ${CIRCLES} others, which told ${(linked.bytes / 1e6).toFixed(2)} MB`
    return [
      await row(`\`nst circle show\`, the whole program from its start to its end, where ${told}`, program),
      await row('Of that, from opening the data to the answer, with the code loaded', node),
    ]
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
