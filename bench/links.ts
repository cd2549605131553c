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
import { ratioOf, runsOf, spread, tookRow, type Row, type Runs, type Took } from './measured.ts'
import { tempFolder, valueOf } from './peers.ts'

/** Not those of the tests, which remember. */
const tools = { hash: hashText, verify: verifyText }
const CIRCLES = 200
const RUNS = 15
const TIMES = 1000
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

/**
 * The first of a circle, against the bare checks of signatures that it holds; the next of that circle, whose people a node
 * knows by then; and one once more, as at every start.
 */
function verifyRow(size: number): Row {
  const people = membersOf('River', size)
  const [text, next] = [statementTo(people, 'ab'.repeat(32)), statementTo(people, 'cd'.repeat(32))]
  const calls = callsIn(text)
  const ours = each(() => verifyStatement(text, tools))
  const bare = each(() => calls.forEach((call) => tools.verify(...call)))
  const later = each(() => verifyStatement(next, remembering(calls)))
  const again = each(() => verifyStatement(text, remembering(calls)))
  return {
    what: `The first statement of a circle of ${size} (${text.length.toLocaleString('en')} bytes) is checked; the next of it ${spread(later, 'ms')}; one again ${spread(again, 'ms')}`,
    ours: spread(ours, 'ms'),
    baseline: `${spread(bare, 'ms')}: its ${calls.length} signatures alone`,
    ratio: ratioOf(ours, bare),
  }
}

type Call = Parameters<typeof tools.verify>

function callsIn(text: string): Call[] {
  const calls: Call[] = []
  verifyStatement(text, { ...tools, verify: (...call) => calls.push(call) > 0 && tools.verify(...call) })
  return calls
}

/** As a node does: what was found good is looked up by what was signed. */
function remembering(calls: readonly Call[]): typeof tools {
  const known = new Set(calls.map(([, signature, key]) => signature + key))
  return { ...tools, verify: (...call) => known.has(call[1] + call[2]) || tools.verify(...call) }
}

/** What each took once the engine knows the code, which it learns in the first half of them. */
function each(work: () => unknown): Runs {
  const took = upTo(2 * TIMES).map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return runsOf(took.slice(TIMES))
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
    const text = statementTo(membersOf(`River ${number}`, 4), circle)
    bytes += text.length
    const line = encodeCanonical({ statement: decodeCanonical(text), through: null, hops: [] })
    valueOf(await commands.statement.import({ text: line }, {}))
  }
  await close()
  return { name, circle, bytes }
}

const NAMES = ['ana', 'ben', 'cleo', 'dan', 'eli', 'fay', 'gus', 'hal']

function membersOf(name: string, size: number): [Person, ...Person[]] {
  const people = circleCalled(name, ...(NAMES.slice(0, size) as [string, ...string[]])) as [Person, ...Person[]]
  // A statement that has expired is not taken in.
  people[0].clock.now = Date.now()
  return people
}

const statementTo = (people: readonly [Person, ...Person[]], circle: string): string =>
  statementOf(people[0], consentsTo(people, circle), { kind: 'link' }, circle)
