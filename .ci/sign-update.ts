import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { bytesOfHex, signingPair, signText, toHex } from '../src/log/crypto.ts'
import { readHead, signedText, headText, type Head } from '../src/node/updates/manifest.ts'
import { headBytes, openUpdate, sha256Of } from '../src/node/updates/update-file.ts'

/**
 * For those who release the program (docs/releasing.md):
 *   node .ci/sign-update.ts key OUT                  a new secret key; prints the public one, for src/node/updates/release.ts
 *   node .ci/sign-update.ts make --installer FILE --version 1.2.3 --platform linux --arch x64 --key KEY --out FILE
 *   node .ci/sign-update.ts sign UPDATE --key KEY    adds a signature to it
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(
    ['installer', 'version', 'platform', 'arch', 'key', 'out'].map((name) => [name, { type: 'string' as const }]),
  ),
})
const given = (name: string): string => {
  const value = values[name]
  if (typeof value !== 'string') throw new Error(`--${name} is missing`)
  return value
}

const acts: Readonly<Record<string, (file: string) => Promise<string>>> = {
  key: async (file) => {
    const seed = randomBytes(32)
    await writeFile(file, `${seed.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    return toHex(signingPair(seed).publicKey)
  },
  make: async () => {
    const installer = given('installer')
    const what = { version: given('version'), platform: given('platform'), arch: given('arch') }
    const measured = { size: (await stat(installer)).size, sha256: await sha256Of(installer) }
    const manifest = { format: 'nst/1 update', ...what, file: basename(installer), ...measured }
    // Read as anybody's program will read it: what that would not take is not made.
    const head = readHead(headText({ manifest, signatures: [] } as unknown as Head))
    if (head === undefined) throw new Error(`no program would take this: ${JSON.stringify(manifest)}`)
    await write(given('out'), await signed(head), installer, 0)
    return `${given('out')}: ${measured.sha256}`
  },
  sign: async (file) => {
    const opened = await openUpdate(file)
    if (opened === undefined) throw new Error(`${file} is no update`)
    const { sha256 } = opened.head.manifest
    if ((await sha256Of(file, opened.at)) !== sha256) throw new Error(`${file} is damaged`)
    await write(file, await signed(opened.head), file, opened.at)
    return `${file}: ${sha256}`
  },
}

async function signed({ manifest, signatures }: Head): Promise<Head> {
  const pair = signingPair(bytesOfHex((await readFile(given('key'), 'utf8')).trim()))
  const key = toHex(pair.publicKey)
  const others = signatures.filter((one) => one.key !== key)
  return { manifest, signatures: [...others, { key, signature: signText(signedText(manifest), pair.secretKey) }] }
}

async function write(to: string, head: Head, from: string, start: number): Promise<void> {
  await writeFile(`${to}.new`, headBytes(head))
  await pipeline(createReadStream(from, { start }), createWriteStream(`${to}.new`, { flags: 'a' }))
  await rename(`${to}.new`, to)
}

const act = acts[positionals[0] ?? '']
if (act === undefined) throw new Error(`one of: ${Object.keys(acts).join(', ')}`)
process.stdout.write(`${await act(positionals[1] ?? '')}\n`)
