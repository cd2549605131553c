const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** A text of another program that is HTML or Markdown, as its record says. */
export function plain(text: string | null | undefined, format: string | null | undefined): string {
  return format === 'html' ? textOfHtml(text ?? '') : (text ?? '').trim()
}

/** A text of which its program does not say what it is: what looks like HTML is read as that. */
export function htmlOrText(text: string | null | undefined): string {
  const looks = /<\/?(?:p|br|div|span|b|i|u|em|strong|ul|ol|li|a|h[1-6])\b[^<>]*>|&(?:amp|lt|gt|quot|nbsp|#\d{1,7});/iu
  return looks.test(text ?? '') ? textOfHtml(text ?? '') : (text ?? '').trim()
}

/** What HTML of another program says, as plain text: nothing of it is ever run, fetched or shown as HTML here. */
function textOfHtml(html: string): string {
  return html
    .replace(/<!--[^]*?(?:-->|$)/gu, '')
    .replace(/<(?<name>script|style|template|iframe|object)\b[^]*?(?:<\/\k<name>\s*>|$)/giu, '')
    .replace(/<li\b[^<>]*>/giu, '\n- ')
    .replace(/<(?:br|\/?(?:p|div|h[1-6]|ul|ol|tr|table|blockquote|pre))\b[^<>]*>/giu, '\n')
    .replace(/<\/?[a-z][^<>]*>/giu, '')
    .replace(/&(?:#x(?<hex>[0-9a-f]{1,6})|#(?<decimal>\d{1,7})|(?<name>[a-z]{2,6}));/giu, entity)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  const isCharacter = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : ' '
}
