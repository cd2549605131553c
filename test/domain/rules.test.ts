import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ID = /\[((?:[A-Z]|D2\.)\d+|D3 row \d+)\]/g

/** Ids as cited in brackets. In code a row of D3 may also stand without them, since a comment can be about several. */
const citedIn = (text: string) => [...text.matchAll(ID)].map((match) => match[1] ?? '')
const rowsIn = (text: string) =>
  [...text.matchAll(/D3 rows? ((?:\d+(?:, | and )?)+)|D2\.\d/g)].flatMap(([whole, rows]) =>
    rows === undefined ? [whole] : [...rows.matchAll(/\d+/g)].map((row) => `D3 row ${row[0]}`),
  )

const read = (pattern: string) => globSync(pattern).map((path) => readFileSync(path, 'utf8'))
const rules = [...readFileSync('src/domain/RULES.md', 'utf8').matchAll(/^- \*\*([^*]+)\*\*/gm)].map(
  (match) => match[1] ?? '',
)
const titles = read('test/**/*.test.ts').flatMap((text) => [
  ...text.matchAll(/\bit(?:\.each\w*)?\b[^'"`]{0,80}['"`]([^\n]*)/g),
])
const inTitles = new Set([
  ...titles.flatMap((match) => citedIn(match[1] ?? '')),
  ...read('test/domain/*.test.ts').flatMap(citedIn),
])
const code = read('src/domain/**/*.ts')
const inCode = new Set(code.flatMap((text) => [...citedIn(text), ...rowsIn(text)]))

describe('the rules', () => {
  it('have ids, each once', () => {
    expect(rules.length).toBeGreaterThan(40)
    expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([])
  })

  it('are each tried by a test that names it', () => {
    expect(rules.filter((id) => !inTitles.has(id))).toEqual([])
  })

  it('are each named where the code keeps them', () => {
    expect(rules.filter((id) => !inCode.has(id))).toEqual([])
  })

  it('are all that tests and code name', () => {
    expect([...inTitles, ...inCode].filter((id) => !rules.includes(id))).toEqual([])
  })
})
