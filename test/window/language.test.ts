import { createIntl, createIntlCache } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES } from '../../src/domain/refusal.ts'
import { words as arabic } from '../../renderer/words/ar.ts'
import { words as english, type WordKey } from '../../renderer/words/en.ts'
import { words as spanish } from '../../renderer/words/es.ts'
import { words as french } from '../../renderer/words/fr.ts'
import { LANGUAGES, type Language } from '../../renderer/words/language.ts'

type Catalogue = Readonly<Record<WordKey, string>>
const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, es: spanish, fr: french, ar: arabic }
const keys = Object.keys(english) as WordKey[]
const others = LANGUAGES.filter((language) => language !== 'en')

/** What is the same word in two languages, or a name; anything else that reads as in English was forgotten. */
const SAME_WORD: Readonly<Record<string, readonly string[]>> = {
  es: ['No', 'Roles', 'Ideas'],
  fr: ['Version', 'Questions', 'Notes', 'Objections', 'Messages', 'minute  minutes'],
  ar: [],
}
const NAMES =
  /Next Step Together|Loomio|GlassFrog|Holaspirit|Markdown|UTF-8|JSON|CSV|HTML|Excel|PDF|Wi-Fi|UDP|IPv4|IPv6|USB|QR|Electron|Ctrl|Esc(ape)?|Enter|nst keeper|nst relay|nst|\/media\/me\/STICK/g

describe.each(LANGUAGES)('the words in %s', (language) => {
  const catalogue = catalogues[language]
  const here = keysIn(language)

  it('are there for every key, and say something', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(keys.toSorted())
    expect(here.filter((key) => catalogue[key].trim() === '')).toEqual([])
  })

  it('can be read, and take the same values as in English', () => {
    const differing = here.filter((key) => takenBy(language, key).join() !== takenBy('en', key).join())
    expect(differing).toEqual([])
  })

  it('have every form of a number that a count can need', () => {
    const needed = formsOf(language)
    const missing = here.flatMap((key) =>
      piecesOf(language, key).flatMap((piece) =>
        piece.kind === 'plural'
          ? needed
              .filter((form) => !piece.options.includes(form) && !(form === 'zero' && piece.options.includes('=0')))
              .map((form) => `${key}: ${form}`)
          : [],
      ),
    )
    expect(missing).toEqual([])
  })

  it('have the same cases of a choice as in English', () => {
    const chosen = (one: Language, key: WordKey) =>
      piecesOf(one, key)
        .filter(({ kind }) => kind === 'select')
        .map(({ name, options }) => `${name}: ${options.toSorted().join()}`)
    expect(here.filter((key) => unique(chosen(language, key)) !== unique(chosen('en', key)))).toEqual([])
  })

  it('say every refusal', () => {
    const silent = REFUSAL_CODES.filter((code) => !(`refusal.${code}` in catalogue))
    expect(silent).toEqual([])
  })
})

describe.each(others)('the words in %s', (language) => {
  const said = (key: WordKey, of: Language) => plainText(of, key).replaceAll(NAMES, ' ')

  it('are not English ones that were forgotten', () => {
    const forgotten = keysIn(language).filter((key) => {
      const text = said(key, language).trim()
      return /\p{L}{3}/u.test(text) && text === said(key, 'en').trim() && !SAME_WORD[language]?.includes(text)
    })
    expect(forgotten).toEqual([])
  })
})

it('holds no word of another script in the Arabic words', () => {
  const mixed = keysIn('ar').filter((key) => /\p{Script=Latin}{2}/u.test(plainText('ar', key).replaceAll(NAMES, ' ')))
  expect(mixed).toEqual([])
})

/** A missing key is one fault, told by its own test. */
function keysIn(language: Language): WordKey[] {
  return keys.filter((key) => key in catalogues[language])
}

type Piece = { readonly kind: 'value' | 'plural' | 'select'; readonly name: string; readonly options: string[] }

/** What a message is made of, as its own parser tells it: numbers for kinds, and the text in `value`. */
type Node = {
  readonly type: number
  readonly value: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>
  readonly children?: readonly Node[]
}
const [LITERAL, SELECT, PLURAL, POUND] = [0, 5, 6, 7]

const parsers = new Map(LANGUAGES.map((locale) => [locale, createIntl({ locale }, createIntlCache()).formatters]))

function treeOf(language: Language, key: WordKey): readonly Node[] {
  const message = parsers.get(language)?.getMessageFormat(catalogues[language][key], language)
  return (message?.getAst() ?? []) as unknown as readonly Node[]
}

function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node
    yield* walk(node.children ?? [])
    for (const { value } of Object.values(node.options ?? {})) yield* walk(value)
  }
}

function piecesOf(language: Language, key: WordKey): Piece[] {
  return [...walk(treeOf(language, key))].flatMap(({ type, value, options }): Piece[] => {
    if (type === LITERAL || type === POUND) return []
    const kind = type === PLURAL ? 'plural' : type === SELECT ? 'select' : 'value'
    return [{ kind, name: value, options: Object.keys(options ?? {}) }]
  })
}

const takenBy = (language: Language, key: WordKey): string[] =>
  [...new Set(piecesOf(language, key).map(({ name }) => name))].toSorted()

const plainText = (language: Language, key: WordKey): string =>
  [...walk(treeOf(language, key))].flatMap(({ type, value }) => (type === LITERAL ? [value] : [])).join(' ')

/** Some languages have a form for millions, which nothing here comes to. */
const MOST = 1000
const formsOf = (language: Language): string[] => {
  const rules = new Intl.PluralRules(language)
  return [...new Set(Array.from({ length: MOST }, (_, count) => rules.select(count)))]
}

const unique = (list: readonly string[]): string => [...new Set(list)].toSorted().join('; ')
