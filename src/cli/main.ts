import { homedir } from 'node:os'
import { isatty } from 'node:tty'
import { setTimeout as pause } from 'node:timers/promises'
import program from '../../package.json' with { type: 'json' }
import { adoptCopiedFolder, openBackend } from '../backend.ts'
import { browserOn } from '../browser/browsers.ts'
import { printedBy } from '../browser/paper.ts'
import { verifyLine } from '../domain/statements/verify.ts'
import { verifyCertificate } from '../domain/certificates/verify.ts'
import { hashText, verifyText } from '../log/crypto.ts'
import { checkShown } from '../node/updates/check-shown.ts'
import { OWN, RELEASE } from '../node/updates/release.ts'
import { checkUpdate } from '../node/updates/update-file.ts'
import { dataFolder } from './data-folder.ts'
import { runCli } from './run.ts'

/** The first Ctrl-C asks to end, the second insists. */
const stop = new AbortController()
const end = () => {
  if (stop.signal.aborted) process.exit(1)
  stop.abort()
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
// Whoever read the answer may leave before its end, as `head` does.
process.stdout.on('error', () => process.exit(1))

// What the log's own parts print is no answer: stdout is one JSON value for whoever asked for that.
console.log = console.error

const code = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  cwd: process.cwd(),
  dataFolder: dataFolder({ platform: process.platform, home: homedir(), env: process.env }),
  version: program.version,
  openBackend: async (dir, mayBegin) => openBackend(dir, { mayBegin }),
  adoptCopy: async (dir) => adoptCopiedFolder(dir),
  openKeeper: async (dir, wish, onChange) => (await import('../keeper.ts')).startKeeper(dir, wish, onChange),
  openRelay: async (dir, wish, onChange) => (await import('../relay.ts')).startRelay(dir, wish, onChange),
  isScreen: isatty(process.stdout.fd) && !process.argv.includes('--json'),
  verifyCertificate: (text, circle) => verifyCertificate(text, { hash: hashText, verify: verifyText }, circle),
  verifyStatement: (line) => verifyLine(line, { hash: hashText, verify: verifyText }),
  checkUpdate: async (file) => {
    const checked = await checkUpdate(file, RELEASE, OWN).catch(() => null)
    return checked && checkShown(checked, RELEASE)
  },
  print: async (html) => {
    const browser = await browserOn(process)
    return browser === null ? null : printedBy(browser, html, stop.signal)
  },
  signal: stop.signal,
  now: () => Date.now(),
  pause: async (ms) => pause(ms),
})
process.stdout.write('', () => process.exit(code))
