import { z } from 'zod'
import { command } from './procedure.ts'
import { Ref } from './shapes.ts'

/** The languages in which the program itself speaks in a file. */
export const FileLanguage = z.enum(['en', 'es', 'fr', 'ar'])

/** What a file is about, and how it is written. */
export const ExportForm = z.enum([
  'logbook.md',
  'logbook.html',
  'minutes.md',
  'minutes.html',
  'calendar.ics',
  'members.csv',
  'members.json',
  'roles.csv',
  'roles.json',
  'agreements.csv',
  'agreements.json',
  'backlog.csv',
  'backlog.json',
])

export const exports = {
  /** A file's text, and what it may be called. The node writes no file, and says nothing in the circle. */
  write: command(
    {
      circle: Ref,
      form: ExportForm,
      /** Of which meeting the minutes are; the last one that has begun if not said. */
      meeting: Ref.optional(),
      language: FileLanguage.optional(),
      /** In a calendar: also the place, the agenda and who holds what. */
      details: z.boolean().optional(),
      /** Also the words of people whom this person does not read. */
      withBlocked: z.boolean().optional(),
    },
    { name: z.string(), text: z.string() },
  ),
}
