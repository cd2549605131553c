import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** WCAG 2.2, 1.4.3 and 1.4.11, for every pair of colours that the pieces put on each other. */
const TEXT = 4.5
const EDGE = 3

const GROUNDS = ['paper', 'surface', 'sunken', 'raised', 'accent-soft'] as const
const TONES = ['good', 'waiting', 'attention', 'error', 'practice'] as const

type Pair = readonly [ink: string, ground: string, least: number]

const pairs: readonly Pair[] = [
  ...GROUNDS.flatMap((ground): Pair[] => [
    ['ink', ground, TEXT],
    ['ink-soft', ground, TEXT],
    ['accent', ground, TEXT],
    ['accent-strong', ground, TEXT],
    ['error-ink', ground, TEXT],
    ['line-strong', ground, EDGE],
    ['focus', ground, EDGE],
  ]),
  ...TONES.flatMap((tone): Pair[] => [
    [`${tone}-ink`, `${tone}-soft`, TEXT],
    [`${tone}-ink`, 'paper', TEXT],
    [`${tone}-ink`, 'surface', TEXT],
    ['ink', `${tone}-soft`, TEXT],
    ['ink-soft', `${tone}-soft`, TEXT],
    ['accent', `${tone}-soft`, TEXT],
    ['line-strong', `${tone}-soft`, EDGE],
    ['focus', `${tone}-soft`, EDGE],
  ]),
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-strong', TEXT],
  ['paper', 'ink', TEXT],
]

const css = readFileSync('renderer/ui/tokens.css', 'utf8')
const [usual = '', more = ''] = css.split('@media (prefers-contrast: more)')
const usualColours = coloursIn(usual)
const moreColours = new Map([...usualColours, ...coloursIn(more)])

describe.each([
  ['light', usualColours, 0],
  ['dark', usualColours, 1],
  ['light, more contrast', moreColours, 0],
  ['dark, more contrast', moreColours, 1],
] as const)('the colours in %s', (_theme, colours, side) => {
  const colour = (name: string) => colours.get(name)?.[side] ?? `no --${name}`

  it('keep the contrast that each pair needs', () => {
    const tooFaint = pairs.flatMap(([ink, ground, least]) => {
      const reached = contrast(colour(ink), colour(ground))
      return reached >= least ? [] : [`--${ink} on --${ground}: ${reached.toFixed(2)} < ${least}`]
    })
    expect(tooFaint).toEqual([])
  })
})

describe('the computing of contrast', () => {
  it('gives what WCAG gives', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('reads every colour of tokens.css', () => {
    expect(usualColours.size).toBe(css.split('@media')[0]?.match(/light-dark\(#/g)?.length)
  })
})

function coloursIn(text: string): Map<string, readonly [light: string, dark: string]> {
  const found = text.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)
  return new Map(Array.from(found, ([, name = '', light = '', dark = '']) => [name, [light, dark]]))
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [r = NaN, g = NaN, b = NaN] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
