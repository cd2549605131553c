import type { Language } from './words.ts'

/** A list of names is a text that each language joins in its own way. */
type Fact = { readonly name: string; readonly text: string | readonly string[] }

/** A part of a document; of `words` the text is Markdown that people wrote, all else are single lines. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }

/** Something to read or print, before it is Markdown or HTML. */
export interface Document {
  readonly language: Language
  readonly title: string
  readonly blocks: readonly Block[]
}

export const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
export const note = (text: string): Block => ({ kind: 'note', text })

/** Nothing at all where there is nothing to say. */
export function words(text: string | null): Block[] {
  return text === null || text.trim() === '' ? [] : [{ kind: 'words', text }]
}

export function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items: [...items] }]
}

/** Only what has a text. */
export function facts(of: readonly (readonly [name: string, text: string | readonly string[] | null])[]): Block[] {
  const said = of.flatMap(([name, text]) => (text === null || text.length === 0 ? [] : [{ name, text }]))
  return said.length === 0 ? [] : [{ kind: 'facts', facts: said }]
}

/** A heading with what stands under it; neither, where nothing does. */
export function under(level: 2 | 3, title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(level, title), ...blocks]
}
