import type { Refusal } from '../domain/refusal.ts'
import { wordsFor } from './words.ts'
import type { World } from './world.ts'

/** Control characters and marks that turn the writing direction: other people's words must not move the cursor. */
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

const TOP_OF_A_CLEAR_SCREEN = '\u001b[H\u001b[2J'

/** The two ways to answer: for a person, or (`--json`) one JSON value on stdout and all prose on stderr. */
export type Output = {
  readonly result: (value: unknown, text: string) => void
  /** The same page again, in the place of the one before. */
  readonly screen: (text: string) => void
  /** Progress, codes and notices: never part of the result. */
  readonly note: (text: string) => void
  readonly refused: (refusal: Refusal) => void
  /** It ended without being done, and without a refusal. */
  readonly broke: (message: string, before?: string) => void
}

export function createOutput(world: World, isJson: boolean): Output {
  const note = (text: string) => void world.stderr.write(`${plain(text)}\n`)
  const json = (value: unknown) => void world.stdout.write(`${inOneLine(value)}\n`)
  return {
    note,
    result: (value, text) => void (isJson ? json(value) : world.stdout.write(`${plain(text)}\n`)),
    screen: (text) => void world.stdout.write(`${TOP_OF_A_CLEAR_SCREEN}${plain(text)}\n`),
    refused(refusal) {
      const message = wordsFor(refusal)
      if (isJson) json({ refusal: { code: refusal.code, message, ...(refusal.about && { about: refusal.about }) } })
      note(message)
    },
    broke(message, before = '') {
      if (isJson) json({ error: { message } })
      note(before + message)
    },
  }
}

const plain = (text: string) => text.replace(UNSEEN, '\uFFFD')

function inOneLine(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (unseen) => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
