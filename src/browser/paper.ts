import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

const PATIENCE_MS = 60_000
/** A logbook of ten thousand agreements has six millions, and takes a busy machine minutes. */
const PATIENCE_MS_A_MILLION_SIGNS = 90_000
const LEAVING_MS = 5000
/** Where nothing ever listens. */
const NOWHERE = '127.0.0.1:9'

/** The page and whoever opens it may be read by others: nothing of it is looked up, fetched, sent or kept. */
const ALONE = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-breakpad',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--proxy-server=${NOWHERE}`,
  '--proxy-bypass-list=<-loopback>',
  // Else the file says which system and browser its author has.
  '--user-agent=Next Step Together',
]

/** A4, in inches, with a number at the foot of each page. */
const SHEET = {
  paperWidth: 8.27,
  paperHeight: 11.69,
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="font-size: 8px; width: 100%; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
}

/**
 * Prints a page into a PDF with a browser that works without a window, in an empty profile of its own that is gone
 * afterwards. The page goes to it and the PDF comes back through a pipe: nothing of it lies on the disk. Throws where the
 * browser fails, or takes longer than `patienceFor` says; whoever waits can stop it.
 */
export async function printedBy(browser: string, html: string, stop?: AbortSignal): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'nst-print-'))
  // A browser that a machine's first user starts refuses to run in its own sandbox; the page has nothing that runs.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(browser, [...ALONE, ...asRoot, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'close').catch(() => undefined)
  const late = AbortSignal.timeout(patienceFor(html))
  let patience = 0
  try {
    const pdf = await unlessEnded(child, AbortSignal.any([late, ...(stop ? [stop] : [])]), printing(child, html))
    patience = LEAVING_MS
    return pdf
  } finally {
    // One that was asked to leave takes all that it started with it.
    const insisting = setTimeout(() => child.kill('SIGKILL'), patience)
    await gone
    clearTimeout(insisting)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A minute, and more for a long page. */
export const patienceFor = (html: string): number =>
  Math.round(PATIENCE_MS + (html.length / 1_000_000) * PATIENCE_MS_A_MILLION_SIGNS)

async function printing(child: ChildProcess, html: string): Promise<Uint8Array> {
  const ask = wire(child.stdio[3] as Writable, child.stdio[4] as Readable)
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
  const inPage = async (method: string, params: object = {}) => ask(method, params, String(sessionId))
  await inPage('Emulation.setScriptExecutionDisabled', { value: true })
  const { frameTree } = (await inPage('Page.getFrameTree')) as { frameTree?: { frame?: { id?: string } } }
  await inPage('Page.setDocumentContent', { frameId: frameTree?.frame?.id, html })
  const { data } = await inPage('Page.printToPDF', SHEET)
  void ask('Browser.close', {}).catch(() => undefined)
  return Buffer.from(String(data), 'base64')
}

type Answer = { readonly id?: number; readonly result?: Record<string, unknown>; readonly error?: { message?: string } }
type Ask = (method: string, params: object, sessionId?: string) => Promise<Record<string, unknown>>

/** The browser's own protocol: one JSON text after another, with a zero byte behind each. */
function wire(to: Writable, from: Readable): Ask {
  const waiting = new Map<number, (answer: Answer) => void>()
  let [asked, rest] = [0, '']
  // Who has gone no longer reads; that is told where the program ends.
  to.on('error', () => undefined)
  from.setEncoding('utf8').on('data', (text: string) => {
    // Only what is new is looked through: an answer may be ten million signs.
    const answers = text.split('\0')
    answers[0] = rest + (answers[0] ?? '')
    rest = answers.pop() ?? ''
    for (const answer of answers.map((one) => JSON.parse(one) as Answer)) waiting.get(answer.id ?? 0)?.(answer)
  })
  return async (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      const id = (asked += 1)
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id)
        if (error === undefined) resolve(result ?? {})
        else reject(new Error(error.message ?? method))
      })
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
}

async function unlessEnded<T>(child: ChildProcess, stop: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => () => reject(new Error(why))
    child.once('error', fail('it could not be started'))
    child.once('exit', fail('it ended'))
    stop.addEventListener('abort', fail('it took too long'), { once: true })
    work.then(resolve, reject)
  })
}
