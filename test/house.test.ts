import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { describe, expect, it } from 'vitest'

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> }

/** The rules of the house that no tool can say; the others are in .oxlintrc.json and the tsconfigs. */
const sources = globSync('src/**/*.ts').toSorted()
const inDomain = sources.filter((path) => path.startsWith('src/domain/'))

describe('the house', () => {
  it('reads no clock in src/domain: not `new Date()`, not `Date()`', () => {
    expect(inDomain.flatMap(readsOfTheClock)).toEqual([])
    expect(readsOfTheClockIn('a.ts', 'const t: number = +new Date() + Date() + new Date(5).valueOf()')).toHaveLength(2)
  })

  it('has no barrels, and no names that say nothing', () => {
    const empty = /^(index|.*\b(utils?|helpers?|common|manager|service))\.ts$/
    expect(sources.filter((path) => empty.test(basename(path)))).toEqual([])
  })

  it('goes nowhere after a command but by useGoOn, which leaves alone whoever has left the page', () => {
    // In the room a key leaves, and no command does.
    const pages = globSync('renderer/**/*.tsx').filter((path) => basename(path) !== 'RoomMode.tsx')
    const uses = (path: string, hook: string) => readFileSync(path, 'utf8').includes(hook)
    expect(pages.filter((path) => uses(path, 'useCommand') && uses(path, 'useLocation'))).toEqual([])
  })

  it('keeps every registry out of the lock file', () => {
    expect(readFileSync('package-lock.json', 'utf8').match(/"resolved"|https?:\/\/[^"]*registry[^"]*/g) ?? []).toEqual(
      [],
    )
  })

  it('has every optional package in the lock file, without which `npm ci` refuses it (.ci/complete-lock.ts)', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
    const wanted = Object.values(packages).flatMap((parent) => Object.keys(parent.optionalDependencies ?? {}))
    expect(wanted.filter((name) => !(`node_modules/${name}` in packages))).toEqual([])
  })
})

const readsOfTheClock = (path: string) => readsOfTheClockIn(path, readFileSync(path, 'utf8'))

function readsOfTheClockIn(path: string, text: string): string[] {
  const found: string[] = []
  const note = (at: number) => found.push(`${path}:${text.slice(0, at).split('\n').length}`)
  new Visitor({
    NewExpression: (node) => {
      if (isDate(node.callee) && node.arguments.length === 0) note(node.start)
    },
    CallExpression: (node) => {
      if (isDate(node.callee)) note(node.start)
    },
  }).visit(parseSync(path, text).program)
  return found
}

const isDate = (callee: { readonly type: string; readonly name?: unknown }) =>
  callee.type === 'Identifier' && callee.name === 'Date'
