import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { words } from '../../renderer/words/en.ts'

const MEGABYTES = 1_000_000
const pages = globSync('docs/*.md').filter((page) => !page.endsWith('files.md'))
/** As a page names what stands on the screen: for what is filled in there it has a “…”. */
const onScreen = new Set(Object.values(words).map((text) => text.replaceAll(/\{[^}]+\}/g, '…').replace(/…$/, '')))

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  it('names only what the window says', () => {
    const named = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name.replaceAll(/\s+/g, ' '))
    expect(named.filter((name) => name !== 'bold' && !onScreen.has(name.replace(/…$/, '')))).toEqual([])
  })

  it('leads only to what is there', () => {
    const led = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, to = '']) => to)
    expect(led.filter((to) => !existsSync(join('docs', to)))).toEqual([])
  })
})

it('all pictures together are small, and each is used', () => {
  const pictures = globSync('docs/pictures/en/*.webp')
  expect(pictures.length).toBeGreaterThan(25)
  expect(pictures.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(3 * MEGABYTES)
  const all = pages.map((page) => readFileSync(page, 'utf8')).join('\n')
  expect(pictures.filter((file) => !all.includes(file.replace(/^docs\//, '')))).toEqual([])
})
