/** A run of words that stayed, or is in one of the two texts only. */
export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** Beyond this many cells the table would stall the page; the middle is then shown as wholly replaced. */
const MOST_CELLS = 4_000_000

/**
 * What changed from one text to the other, in words, in reading order: what was removed comes before what was added.
 * Joined without the added, the parts give `before`; without the removed, `after`.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const from = wordsOf(before)
  const to = wordsOf(after)
  let head = 0
  while (head < from.length && head < to.length && from[head] === to[head]) head += 1
  let tail = 0
  while (tail < from.length - head && tail < to.length - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1
  return joined([
    ...parts('same', from.slice(0, head)),
    ...middle(from.slice(head, from.length - tail), to.slice(head, to.length - tail)),
    ...parts('same', from.slice(from.length - tail)),
  ])
}

/** Words, spaces and marks, each for itself; in any script. */
const wordsOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), ({ segment }) => segment)

const parts = (kind: DiffPart['kind'], words: readonly string[]): DiffPart[] => words.map((text) => ({ kind, text }))

function middle(from: readonly string[], to: readonly string[]): DiffPart[] {
  if (from.length * to.length > MOST_CELLS) return [...parts('removed', from), ...parts('added', to)]
  const longest = longestCommon(from, to)
  const width = to.length + 1
  const found: DiffPart[] = []
  let row = 0
  let column = 0
  while (row < from.length || column < to.length) {
    const mine = from[row]
    const yours = to[column]
    const down = longest[(row + 1) * width + column] ?? -1
    const along = longest[row * width + column + 1] ?? -1
    if (mine !== undefined && mine === yours) {
      found.push({ kind: 'same', text: mine })
      row += 1
      column += 1
    } else if (mine !== undefined && (yours === undefined || down >= along)) {
      found.push({ kind: 'removed', text: mine })
      row += 1
    } else {
      found.push({ kind: 'added', text: yours ?? '' })
      column += 1
    }
  }
  return found
}

/** Cell (row, column): the length of the longest run of words common to what follows there in both. */
function longestCommon(from: readonly string[], to: readonly string[]): Uint32Array {
  const width = to.length + 1
  const cells = new Uint32Array((from.length + 1) * width)
  for (let row = from.length - 1; row >= 0; row -= 1) {
    for (let column = to.length - 1; column >= 0; column -= 1) {
      cells[row * width + column] =
        from[row] === to[column]
          ? (cells[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(cells[(row + 1) * width + column] ?? 0, cells[row * width + column + 1] ?? 0)
    }
  }
  return cells
}

/** Neighbours of one kind as one; a lone space between two changes belongs to them, or the eye sees confetti. */
function joined(all: readonly DiffPart[]): DiffPart[] {
  const found: { kind: DiffPart['kind']; text: string }[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '') found.push({ kind: 'removed', text: removed })
    if (added !== '') found.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [index, { kind, text }] of all.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (removed + added !== '' && /^[^\S\n]+$/.test(text) && (all[index + 1]?.kind ?? 'same') !== 'same') {
      removed += text
      added += text
    } else {
      flush()
      const last = found.at(-1)
      if (last?.kind === 'same') last.text += text
      else found.push({ kind, text })
    }
  }
  flush()
  return found
}
