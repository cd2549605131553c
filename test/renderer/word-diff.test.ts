import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../renderer/ui/word-diff.ts'

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
    .join('')

const sides = (before: string, after: string) => {
  const parts = wordDiff(before, after)
  const without = (kind: string) =>
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join('')
  return [without('added'), without('removed')]
}

describe('the words that differ', () => {
  it('are none in the same text', () => {
    expect(wordDiff('We meet on Monday.', 'We meet on Monday.')).toEqual([{ kind: 'same', text: 'We meet on Monday.' }])
    expect(wordDiff('', '')).toEqual([])
  })

  it('are marked word by word', () => {
    expect(shown('We meet on Monday at nine.', 'We meet on Tuesday at ten.')).toBe(
      'We meet on [-Monday-][+Tuesday+] at [-nine-][+ten+].',
    )
  })

  it('stand together when only a space is between them', () => {
    expect(shown('the old red door', 'the new blue door')).toBe('the [-old red-][+new blue+] door')
  })

  it('are found in scripts that write without spaces, and from right to left', () => {
    expect(sides('الورشة هادئة ليلًا', 'الورشة هادئة صباحًا')).toEqual(['الورشة هادئة ليلًا', 'الورشة هادئة صباحًا'])
    expect(shown('الورشة هادئة ليلًا', 'الورشة هادئة صباحًا')).toBe('الورشة هادئة [-ليلًا-][+صباحًا+]')
  })

  it('give both texts back, whatever they are', () => {
    const texts = [
      '',
      'a',
      'a b',
      'b a',
      ' a  b ',
      'a\n\nb',
      '- one\n- two',
      'one two three',
      'three two one',
      '🙂 a 👩‍👩‍👧',
    ]
    for (const before of texts) for (const after of texts) expect(sides(before, after)).toEqual([before, after])
  })

  it('are the whole middle when two long texts have nothing in common', () => {
    const before = `start ${'a '.repeat(3_000)}end`
    const after = `start ${'b '.repeat(3_000)}end`
    expect(wordDiff(before, after).map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
    expect(sides(before, after)).toEqual([before, after])
  })
})
