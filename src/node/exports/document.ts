import type { z } from 'zod'
import type { Block as BlockShape, Document as DocumentShape } from '../../api/contract/exports.ts'

/** Something to read or print, before it is Markdown, HTML or a page of the window. */
export type Document = z.infer<typeof DocumentShape>
export type Block = z.infer<typeof BlockShape>

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
export function facts(of: readonly (readonly [name: string, text: string | null])[]): Block[] {
  const said = of.flatMap(([name, text]) => (text === null || text === '' ? [] : [{ name, text }]))
  return said.length === 0 ? [] : [{ kind: 'facts', facts: said }]
}

/** A heading with what stands under it; neither, where nothing does. */
export function under(level: 2 | 3, title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(level, title), ...blocks]
}
