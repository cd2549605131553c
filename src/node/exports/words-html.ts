const BULLET = /^\s*[-*+•]\s+(?<text>.*)$/u
const NUMBER = /^\s*(?<number>\p{Nd}{1,6})[.)]\s+(?<text>.*)$/u
const HEADING = /^\s{0,3}#{1,6}\s+(?<text>.*?)\s*#*\s*$/u

type Escaped = (text: string) => string
type Kind = 'p' | 'ul' | 'ol' | 'strong'
type Piece = { readonly kind: Kind; readonly start: number; readonly lines: string[] }

/**
 * People's words as HTML: paragraphs, headings, lists and what is meant strongly; any other mark of Markdown stays as it
 * was written. `escaped` makes a text harmless. Each point of a list finds its own direction; paragraphs by their style.
 */
export function wordsHtml(text: string, escaped: Escaped): string {
  return piecesOf(text)
    .map(({ kind, start, lines }) => {
      if (kind === 'p') return `<p>${lines.map((line) => lineHtml(line, escaped)).join('\n')}</p>`
      if (kind === 'strong') return `<p><strong>${escaped(lines.join(' '))}</strong></p>`
      const begins = kind === 'ol' && start !== 1 ? ` start="${start}"` : ''
      const points = lines.map((line) => `<li dir="auto">${lineHtml(line, escaped)}</li>`)
      return `<${kind}${begins}>\n${points.join('\n')}\n</${kind}>`
    })
    .join('\n')
}

export function lineHtml(line: string, escaped: Escaped): string {
  return escaped(line).replace(/\*\*(?=\S)(?<strong>[^*\n]+?)(?<=\S)\*\*/gu, '<strong>$<strong></strong>')
}

/** By its first letter, as `dir="auto"` does it, which leaves out what has a direction of its own. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const [letter = ''] = /\p{L}/u.exec(text) ?? []
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(letter) ? 'rtl' : 'ltr'
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let isApart = true
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const isBlank = line.trim() === ''
    if (!isBlank) add(pieces, pieceOf(line), isApart)
    isApart = isBlank
  }
  return pieces
}

function add(pieces: Piece[], piece: Piece, isApart: boolean): void {
  const last = pieces.at(-1)
  // Between the points of a list there may be room; two paragraphs are two.
  const goesOn = last?.kind === piece.kind && piece.kind !== 'strong' && (!isApart || piece.kind !== 'p')
  // What is set in under a point belongs to it.
  const isUnder = !isApart && piece.kind === 'p' && /^\s/u.test(piece.lines[0] ?? '') && isList(last)
  if (last !== undefined && goesOn) last.lines.push(...piece.lines)
  else if (last !== undefined && isUnder) last.lines[last.lines.length - 1] += `\n${piece.lines[0]?.trim()}`
  else pieces.push(piece)
}

const isList = (piece: Piece | undefined) => piece?.kind === 'ul' || piece?.kind === 'ol'

function pieceOf(line: string): Piece {
  const found = (mark: RegExp, kind: Kind): Piece | undefined => {
    const groups = mark.exec(line)?.groups
    return groups && { kind, start: Number(groups['number'] ?? 1) || 1, lines: [groups['text'] ?? ''] }
  }
  const whole: Piece = { kind: 'p', start: 1, lines: [line] }
  return found(BULLET, 'ul') ?? found(NUMBER, 'ol') ?? found(HEADING, 'strong') ?? whole
}
