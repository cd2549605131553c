import type { Block, Document } from './document.ts'
import { wordsOf } from './words.ts'

/** A document as one Markdown file. What people wrote stays theirs, but cannot bring in HTML, pictures or headings of ours. */
export function markdownOf({ language, title, blocks }: Document): string {
  const lists = new Intl.ListFormat(language)
  const colon = wordsOf(language).colon.trimEnd()
  return `${[`# ${inLine(title)}`, ...blocks.map((block) => blockText(block, lists, colon))].join('\n\n')}\n`
}

function blockText(block: Block, lists: Intl.ListFormat, colon: string): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${inLine(block.text)}`
  if (block.kind === 'facts') {
    const written = (text: string | readonly string[]) => inLine(typeof text === 'string' ? text : lists.format(text))
    return block.facts.map(({ name, text }) => `- **${name}${colon}** ${written(text)}`).join('\n')
  }
  if (block.kind === 'list') return block.items.map((item) => `- ${inLine(item)}`).join('\n')
  if (block.kind === 'note') return `*${inLine(block.text)}*`
  // Quoted, so that a heading or a rule inside it ends nothing of ours.
  return tamed(block.text)
    .split(/\r\n|\r|\n/u)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

/** Of other people's Markdown: no tag is one, and a picture becomes a link that nobody follows by itself. */
function tamed(text: string): string {
  return text.replace(/<(?=[a-z/!?])/giu, '\\<').replaceAll('![', '\\![')
}

/** One line of plain text, in which nothing is a mark. */
function inLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&|~]/gu, '\\$&')
    .replace(/^(?<number>\d+)(?<mark>[.)])/u, '$<number>\\$<mark>')
    .replace(/^(?:[-+#=])/u, '\\$&')
}
