import type { Client } from '../../src/api/client.ts'
import type { Words } from '../words/words.tsx'

export type PracticeStatus = Awaited<ReturnType<Client['practice']['status']>>

/** In one sentence: what happens now, and what to do next. */
export function hintOf({ hint, from, waitingFor }: PracticeStatus, { t, list }: Words): string {
  if (hint === null) return ''
  return t(`practice.hint.${hint}`, { name: from?.name ?? '', names: list(waitingFor.map(({ name }) => name)) })
}

export const companionNames = ({ companions }: PracticeStatus, { list }: Words): string =>
  list(companions.map(({ name }) => name))
