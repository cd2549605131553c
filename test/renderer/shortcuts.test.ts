import { describe, expect, it } from 'vitest'
import { wishOf, type Pressed } from '../../renderer/shell/shortcuts.ts'

const pressed = (key: string, change: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
})
const calm = { begun: false, isBusy: false, single: true }

describe('keys', () => {
  it('go to a place by two keys, one after the other', () => {
    expect(wishOf(pressed('g'), calm)).toEqual({ kind: 'begun' })
    expect(wishOf(pressed('c'), { ...calm, begun: true })).toEqual({ kind: 'go', path: '/circles' })
    expect(wishOf(pressed('c'), calm)).toBeNull()
    expect(wishOf(pressed('x'), { ...calm, begun: true })).toBeNull()
  })

  it('are the same keys on a keyboard that writes other letters', () => {
    expect(wishOf(pressed('ل', { code: 'KeyG' }), calm)).toEqual({ kind: 'begun' })
    expect(wishOf(pressed('ن', { code: 'KeyK', ctrlKey: true }), calm)).toEqual({ kind: 'find' })
    expect(wishOf(pressed('؟'), calm)).toEqual({ kind: 'sheet' })
  })

  it('mean nothing while somebody writes, or has switched single keys off; finding still works', () => {
    for (const circumstances of [
      { ...calm, isBusy: true },
      { ...calm, single: false },
    ]) {
      for (const key of ['g', 'n', 'i', '?', '/']) expect(wishOf(pressed(key), circumstances)).toBeNull()
      expect(wishOf(pressed('k', { metaKey: true }), circumstances)).toEqual({ kind: 'find' })
    }
  })

  it('leave what belongs to the browser alone', () => {
    expect(wishOf(pressed('n', { ctrlKey: true }), calm)).toBeNull()
    expect(wishOf(pressed('g', { altKey: true }), calm)).toBeNull()
  })
})
