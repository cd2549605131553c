import { readFileSync, writeFileSync } from 'node:fs'

/**
 * `npm ci` refuses a lock file that lacks an optional package, and a registry that does not carry the builds for every
 * system makes `npm install` write just such a lock. This adds what is missing, from the versions their parents name:
 * `npx node .ci/complete-lock.ts`, after changing a dependency. Where such a package is wanted, npm fetches it by version.
 */
type Locked = { version?: string; dev?: boolean; license?: string; optionalDependencies?: Record<string, string> }
type Lock = { packages: Record<string, Locked> }

const SYSTEM = /[-/](?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>[a-z0-9]+)(?:-(?<abi>[a-z0-9]+))?$/
const LIBC: Record<string, string> = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (`node_modules/${name}` in lock.packages) continue
    lock.packages[`node_modules/${name}`] = { version, ...lifeOf(parent), ...systemOf(name) }
    console.log(`added ${name} ${version}`)
  }
}
const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => (a === b ? 0 : a.localeCompare(b, 'en')))
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)

function systemOf(name: string) {
  const { os, cpu, abi } = SYSTEM.exec(name)?.groups ?? {}
  if (os === undefined || cpu === undefined) throw new Error(`no system can be read from the name ${name}`)
  const libc = os === 'linux' && abi !== undefined ? LIBC[abi] : undefined
  return { cpu: [cpu], os: [os], ...(libc !== undefined && { libc: [libc] }) }
}

function lifeOf(parent: Locked) {
  return {
    ...(parent.dev === true && { dev: true }),
    ...(parent.license !== undefined && { license: parent.license }),
    optional: true,
  }
}
