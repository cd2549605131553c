import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Two keys of a test, and files that they signed, made as those who release the program make them. */
export async function releaseOf(folder: string) {
  await mkdir(folder, { recursive: true })
  const sign = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['.ci/sign-update.ts', ...args])
    return stdout.trim()
  }
  const keyFiles = ['one', 'two'].map((name) => join(folder, `${name}.key`))
  const keys = await Promise.all(keyFiles.map((file) => sign('key', file)))
  const make = async (version: string, { platform = 'linux', arch = 'x64', signers = 2, size = 200_000 } = {}) => {
    const installer = join(folder, `next-step-together_${version}_${arch}.deb`)
    await writeFile(installer, Buffer.alloc(size, version))
    const out = join(folder, `${version}-${platform}-${signers}.nst-update`)
    const what = ['--installer', installer, '--version', version, '--platform', platform, '--arch', arch]
    await sign('make', ...what, '--key', keyFiles[0] ?? '', '--out', out)
    if (signers === 2) await sign('sign', out, '--key', keyFiles[1] ?? '')
    return out
  }
  return { release: { keys, threshold: 2 }, make }
}
