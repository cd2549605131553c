import type { RefusalCode } from '../domain/refusal.ts'
import { UPDATE_VERDICTS } from './update-words.ts'

type Words = (about: Readonly<Record<string, string | number | readonly string[]>>) => string

/** What can be wrong with a file that somebody brought, or that is on its way. */
export const FILE_WORDS = {
  'not-an-answer': () => 'This is no answer to a request. It is what nst invite confirm … --file OUT writes.',
  'bundle-damaged': () => 'This file is damaged or not complete. Nothing was taken from it. Ask for a new copy.',
  'bundle-continues': () =>
    'This file continues an earlier one that has not been read here. Read that one first, or ask for a whole copy.',
  'not-a-bundle': () =>
    'This is a request to join, or an answer to one: read it with nst invite read FILE, or nst join --answer FILE.',
  'update-not-taken': ({ why }) => UPDATE_VERDICTS[String(why)] ?? 'This update is not taken.',
  'no-such-update': ({ wanted }) =>
    `Nobody who is there now offers ${wanted === undefined ? 'it' : `version ${String(wanted)}`} for this computer. See: nst update list`,
  'update-gone': ({ from }) =>
    `${String(from ?? 'They')} went away before all of it was here. Try again when they are back.`,
} satisfies Partial<Record<RefusalCode, Words>>
