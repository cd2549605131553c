import type { Block, Document } from './document.ts'
import { directionOf, lineHtml, wordsHtml } from './words-html.ts'

/** Nothing is fetched and nothing runs, whoever opens the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"
const STYLE = `
:root { color-scheme: light; font: 12pt/1.5 Georgia, 'Times New Roman', serif; color: #1d1b16; background: #fff }
body { max-inline-size: 42rem; margin-inline: auto; padding: 1.5rem }
h1, h2, h3 { line-height: 1.2; break-after: avoid }
h2 { margin-block-start: 2.2em; border-block-end: 1px solid #999 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1em 1em; break-inside: avoid }
dt { font-weight: bold } dd { margin: 0 }
.words { overflow-wrap: anywhere; margin-block: 1em; padding-inline-start: 1em; border-inline-start: 3px solid #999 }
.words > * { margin-block: 0.5em }
p, h1, h2, h3 { unicode-bidi: plaintext }
p, li { white-space: pre-line }
/* A point may stand on either side, by its own direction. */
ul, ol { padding-inline: 1.8em }
.note { font-style: italic }
:lang(ar) { font-family: 'Noto Naskh Arabic', 'Amiri', 'Traditional Arabic', 'Times New Roman', serif; font-style: normal }
@page { margin: 18mm }
@media print { body { max-inline-size: none; padding: 0 } }
`.trim()

/** A document as one file that needs nothing else: to read in any browser, to print, or to keep as PDF from there. */
export function htmlOf({ language, title, blocks }: Document): string {
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  const lists = new Intl.ListFormat(language)
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1 dir="auto">${escaped(title)}</h1>
${inSections(blocks)
  .map((section) => `<section>\n${section.map((block) => blockHtml(block, lists)).join('\n')}\n</section>`)
  .join('\n')}
</body>
</html>
`
}

/**
 * What stands under each heading. All side by side in one place, ten thousand entries took a browser minutes to break into
 * sheets.
 */
function inSections(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = []
  for (const block of blocks) {
    const last = block.kind === 'heading' ? undefined : sections.at(-1)
    if (last === undefined) sections.push([block])
    else last.push(block)
  }
  return sections
}

/** Each text of somebody's finds its own direction. */
function blockHtml(block: Block, lists: Intl.ListFormat): string {
  if (block.kind === 'heading') return `<h${block.level} dir="auto">${escaped(block.text)}</h${block.level}>`
  if (block.kind === 'words') {
    return `<div class="words" dir="${directionOf(block.text)}">\n${wordsHtml(block.text, escaped)}\n</div>`
  }
  if (block.kind === 'note') return `<p class="note">${escaped(block.text)}</p>`
  if (block.kind === 'list') {
    return `<ul>\n${block.items.map((item) => `<li dir="auto">${lineHtml(item, escaped)}</li>`).join('\n')}\n</ul>`
  }
  const facts = block.facts.map(({ name, text }) => `<dt>${escaped(name)}</dt><dd>${factHtml(text, lists)}</dd>`)
  return `<dl>\n${facts.join('\n')}\n</dl>`
}

/** What stands between names is the document's own, in its own direction. */
function factHtml(text: string | readonly string[], lists: Intl.ListFormat): string {
  if (typeof text === 'string') return `<bdi>${escaped(text)}</bdi>`
  const parts = lists.formatToParts(text)
  return parts.map(({ type, value }) => (type === 'element' ? `<bdi>${escaped(value)}</bdi>` : escaped(value))).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Also marks that turn the direction of writing: they could make a line say something else. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}
