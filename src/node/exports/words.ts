import type { z } from 'zod'
import type { FileLanguage } from '../../api/contract/exports.ts'
import type { LogbookKind } from '../../api/contract/logbook.ts'
import type { AgreementState, Became, MemberState } from '../../api/contract/states.ts'
import type { StandardRole } from '../../domain/roles/role.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'

export type Language = z.infer<typeof FileLanguage>

/** What the program itself says in a file: everything else in it are the people's own words. */
export interface FileWords {
  readonly logbook: string
  readonly minutes: string
  readonly made: string
  readonly circle: string
  readonly aim: string
  readonly domain: string
  readonly stands: string
  readonly stoodBefore: string
  readonly alsoHappened: string
  readonly nothing: string
  readonly kinds: Readonly<Record<z.infer<typeof LogbookKind>, string>>
  readonly states: Readonly<Record<z.infer<typeof AgreementState>, string>>
  readonly became: Readonly<Record<z.infer<typeof Became>, string>>
  readonly members: Readonly<Record<z.infer<typeof MemberState>, string>>
  readonly roles: Readonly<Record<StandardRole, string>>
  readonly state: string
  readonly agreedOn: string
  readonly review: string
  readonly owner: string
  readonly why: string
  readonly criteria: string
  readonly consented: string
  /** Before the name of whose device it was. */
  readonly onDeviceOf: string
  readonly when: string
  readonly until: string
  readonly place: string
  readonly present: string
  readonly absent: string
  readonly guest: string
  readonly minutesAgreed: string
  readonly minutesOpen: string
  readonly minutesApart: string
  readonly noted: string
  readonly agenda: string
  readonly opening: string
  readonly information: string
  readonly handedBack: string
  readonly takenOff: string
  readonly outcome: string
  readonly decided: string
  readonly nextSteps: string
  readonly forBacklog: string
  readonly notes: string
  readonly closing: string
  readonly content: string
  readonly process: string
  readonly people: string
  /** Between a heading and what it is about; French keeps it apart. */
  readonly colon: string
  readonly passed: string
  readonly spoken: string
  readonly heardBy: string
  readonly next: string
  readonly consents: string
  readonly objects: string
  readonly confirmed: string
  readonly disputed: string
  readonly notRead: string
  readonly practice: string
  readonly reviewOf: string
  readonly termOf: string
}

const WORDS: Readonly<Record<Language, FileWords>> = { en, es, fr, ar }

export const wordsOf = (language: Language): FileWords => WORDS[language]

/** How a day and a moment are written in a language. */
export interface Writing {
  day(day: string): string
  moment(ms: number): string
}

export function writingOf(language: Language): Writing {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  return {
    // Noon in UTC is that day wherever it is written.
    day: (day) => days.format(new Date(`${day}T12:00:00Z`)),
    moment: (ms) => moments.format(new Date(ms)),
  }
}
