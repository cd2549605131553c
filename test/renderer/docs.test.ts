import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { words as ar } from '../../renderer/words/ar.ts'
import { words as en } from '../../renderer/words/en.ts'
import { words as es } from '../../renderer/words/es.ts'
import { words as fr } from '../../renderer/words/fr.ts'

const MEGABYTES = 1_000_000
/** The pages in each language: English ones are all there are, the others the most needed. */
const FOLDERS = { en: 'docs', es: 'docs/es', fr: 'docs/fr', ar: 'docs/ar' } as const
const WORDS = { en, es, fr, ar }
type Language = keyof typeof FOLDERS
const languages = Object.keys(FOLDERS) as Language[]
const pagesIn = (language: Language) =>
  globSync(`${FOLDERS[language]}/*.md`).filter((page) => !page.endsWith('files.md'))
/** As a page names what stands on the screen: for what is filled in there it has a “…”. */
const named = (text: string) => text.replaceAll(/\{[^}]+\}/g, '…').replace(/…$/, '')
const onScreen = (language: Language) => new Set(Object.values(WORDS[language]).map(named))
const bold = (text: string) =>
  [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name.replaceAll(/\s+/g, ' '))
const ledTo = (text: string) => [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, to = '']) => to)

describe.each(languages.flatMap((language) => pagesIn(language).map((page) => ({ language, page }))))(
  '$page',
  ({ language, page }) => {
    const text = readFileSync(page, 'utf8')

    it('names only what the window says', () => {
      const seen = onScreen(language)
      // What the first page says of the bold itself.
      const names = page.endsWith('README.md') ? [] : bold(text)
      expect(names.filter((name) => !seen.has(name.replace(/…$/, '')))).toEqual([])
    })

    it('leads only to what is there, and shows pictures in its own language', () => {
      const led = ledTo(text)
      expect(led.filter((to) => !existsSync(join(dirname(page), to)))).toEqual([])
      expect(led.filter((to) => to.endsWith('.webp') && !to.includes(`pictures/${language}/`))).toEqual([])
    })
  },
)

it.each(['es', 'fr', 'ar'] as const)(
  '%s: its first page leads to each of its pages, and its bold is the English page’s',
  (language) => {
    const pages = pagesIn(language).map((page) => basename(page))
    const first = ledTo(readFileSync(`${FOLDERS[language]}/README.md`, 'utf8'))
    expect(pages.filter((page) => page !== 'README.md' && !first.includes(page))).toEqual([])
    // A page whose English one names something anew is looked at anew too.
    const keys = (of: Language, name: string) =>
      Object.entries(WORDS[of]).flatMap(([key, text]) => (named(text) === name.replace(/…$/, '') ? [key] : []))
    const other = pages.filter((page) => {
      if (page === 'README.md') return false
      const theirs = bold(readFileSync(join(FOLDERS[language], page), 'utf8')).map((name) => keys(language, name))
      const english = bold(readFileSync(join('docs', page), 'utf8')).map((name) => keys('en', name))
      return english.some((key, at) => !key.some((one) => theirs[at]?.includes(one)))
    })
    expect(other).toEqual([])
  },
)

it.each(languages)('%s: all pictures together are small, and each is used', (language) => {
  const pictures = globSync(`docs/pictures/${language}/*.webp`)
  expect(pictures.length).toBeGreaterThan(language === 'en' ? 25 : 12)
  const most = language === 'en' ? 3 * MEGABYTES : MEGABYTES / 2
  expect(pictures.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(most)
  const all = pagesIn(language)
    .map((page) => readFileSync(page, 'utf8'))
    .join('\n')
  expect(pictures.filter((file) => !all.includes(file.replace(/^docs\//, '')))).toEqual([])
})
