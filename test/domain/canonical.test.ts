import { describe, expect, it } from 'vitest'
import { byCodeUnit, CanonicalError, decodeCanonical, encodeCanonical } from '../../src/domain/canonical.ts'
import { hashText } from '../../src/log/crypto.ts'

/** Golden: what these texts and hashes are may never change, or every id and signature does. */
const vectors: [name: string, value: unknown, text: string][] = [
  ['nothing', null, 'null'],
  ['yes and no', [true, false], '[true,false]'],
  ['integers', [0, -1, 9007199254740991, -9007199254740991], '[0,-1,9007199254740991,-9007199254740991]'],
  ['empty', { a: [], b: {}, c: '' }, '{"a":[],"b":{},"c":""}'],
  [
    'keys by code unit',
    { b: 1, a: 2, B: 3, aa: 4, é: 5, '10': 6, '9': 7 },
    '{"10":6,"9":7,"B":3,"a":2,"aa":4,"b":1,"é":5}',
  ],
  ['keys by code unit, not by code point', { '\u{1f35e}': 1, '\uffe6': 2 }, '{"\u{1f35e}":1,"\uffe6":2}'],
  ['escapes', '"\\/\b\f\n\r\t\u0000\u001f\u007f', '"\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f"'],
  ['line separators', '\u2028\u2029', '"\u2028\u2029"'],
  ['beyond the first plane', 'bread \u{1f35e}', '"bread \u{1f35e}"'],
  ['NFC', 'caf\u00e9', '"caf\u00e9"'],
  ['NFC of Hangul', '\ud55c', '"\ud55c"'],
  [
    'keys of objects that are no fields',
    JSON.parse('{"__proto__":1,"constructor":2}'),
    '{"__proto__":1,"constructor":2}',
  ],
  ['deep, 32 below the top', nested(32), `${'['.repeat(32)}0${']'.repeat(32)}`],
]

describe('canonical encoding', () => {
  it.each(vectors)('[B1] writes %s in one way, and reads it back', (_, value, text) => {
    expect(encodeCanonical(value)).toBe(text)
    expect(encodeCanonical(decodeCanonical(text))).toBe(text)
    expect(decodeCanonical(text)).toEqual(value)
  })

  it('[B1] has one golden hash over all of these', () => {
    expect(hashText(vectors.map(([, value]) => encodeCanonical(value)).join('\n'))).toBe(
      '55857fe2e5789d92611483479c76199d0ba4edbe1165b070da362f462bbdeeb6',
    )
  })

  /** What is in order is written by a shorter way. */
  it('[B1] [B2] treats alike what is in order and what is not', () => {
    const others = [new Date(0), Object('x'), new Map([['a', 1]]), Object.create(null), { b: { toJSON: () => 1 } }]
    const texts = [
      '\u0001\u0338',
      'x\u0338',
      '>\u0338',
      '\\ud83c',
      '"\u0308',
      'a\u0301',
      '\ud83c',
      '\udf5e\ud83c',
      'é\n',
    ]
    const values = [...vectors.map(([, value]) => value), ...texts, ...texts.map((key) => ({ [key]: 1 })), ...others]
    for (const value of [...values, nested(30), nested(31), nested(32), 1e21, -0]) {
      const [ordered, not] = [written({ a: 0, b: value }), written({ b: value, a: 0 })]
      expect(ordered).toBe(not)
    }
  })

  it.each<[string, unknown]>([
    ['a float', 0.5],
    ['minus nothing', -0],
    ['too great a number', 2 ** 53],
    ['no number', Number.NaN],
    ['infinity', Infinity],
    ['nothing at all', undefined],
    ['a field of nothing at all', { a: undefined }],
    ['a hole', Array(2)],
    ['a function', () => 0],
    ['a big integer', 1n],
    ['a symbol', Symbol('a')],
    ['half a character', '\ud83c'],
    ['the other half', 'x\udf5e'],
    ['half a character in a key', { '\ud83c': 1 }],
    ['text that is not NFC', 'cafe\u0301'],
    ['a key that is not NFC', { 'cafe\u0301': 1 }],
    ['nesting below 32', nested(33)],
  ])('[B2] has no form for %s', (_, value) => {
    expect(() => encodeCanonical(value)).toThrow(CanonicalError)
  })

  it.each([
    ['an empty text', ''],
    ['no JSON', '{'],
    ['a space', '{"a": 1}'],
    ['a space before', ' 1'],
    ['a line after', '1\n'],
    ['a mark of byte order', '\ufeff1'],
    ['keys in another order', '{"b":1,"a":2}'],
    ['one key twice', '{"a":1,"a":1}'],
    ['a number written otherwise', '1e2'],
    ['a float that is whole', '1.0'],
    ['minus nothing', '-0'],
    ['too great a number', '9007199254740993'],
    ['an escape that is not needed', '"\\u0061"'],
    ['an escaped slash', '"\\/"'],
    ['an escape in capitals', '"\\u001F"'],
    ['half a character', '"\\ud83c"'],
    ['a whole one, escaped', '"\\ud83c\\udf5e"'],
    ['text that is not NFC', '"cafe\u0301"'],
    ['nesting below 32', `${'['.repeat(33)}0${']'.repeat(33)}`],
    ['very deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ])('[B3] reads nothing from %s', (_, text) => {
    expect(decodeCanonical(text)).toBeUndefined()
  })

  it('[B3] leaves no trace of a key that names a prototype', () => {
    const value = decodeCanonical('{"__proto__":{"admin":true}}') as Record<string, unknown>
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(value['admin']).toBeUndefined()
  })

  it('[B4] orders by code unit, in no language', () => {
    expect(['ä', 'z', 'Z', 'a', '\u{1f35e}', '\uffe6'].toSorted(byCodeUnit)).toEqual([
      'Z',
      'a',
      'z',
      'ä',
      '\u{1f35e}',
      '\uffe6',
    ])
    expect([byCodeUnit('a', 'a'), byCodeUnit('a', 'b'), byCodeUnit('b', 'a')]).toEqual([0, -1, 1])
  })
})

function written(value: unknown): string {
  try {
    return encodeCanonical(value)
  } catch (error) {
    if (error instanceof CanonicalError) return error.message
    throw error
  }
}

function nested(depth: number): unknown {
  return depth === 0 ? 0 : [nested(depth - 1)]
}
