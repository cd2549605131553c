import { expect, test } from 'vitest'
import { Name } from '../../src/domain/words.ts'

test.each(['\u202e', '\u2066', '\u2069', '\u202a', '\n', '\u2028'])(
  '[E2] a name or title with the mark %j, which could feign other words, is no name',
  (mark) => expect(Name.safeParse(`Ana${mark}neB`).success).toBe(false),
)

test('[E2] names of every script are names', () => {
  for (const name of ['Ana', 'آمنة', 'Zoë Ångström', '李小龍', 'María-José'])
    expect(Name.safeParse(name).success).toBe(true)
})
