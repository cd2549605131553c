import { z } from 'zod'
import { command, query } from './procedure.ts'
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

const heading = { kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }
/** A part of something to read or print: of `words` the text is Markdown that people wrote. */
export const Block = z.discriminatedUnion('kind', [
  z.object(heading),
  z.object({ kind: z.literal('facts'), facts: z.array(z.object({ name: z.string(), text: z.string() })) }),
  z.object({ kind: z.literal('words'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('note'), text: z.string() }),
])

export const Document = z.object({
  language: FileLanguage,
  title: z.string(),
  blocks: z.array(Block),
})

const asked = {
  circle: Ref,
  /** Of which meeting the minutes are; the last one that has begun if not said. */
  meeting: Ref.optional(),
  language: FileLanguage.optional(),
}

export const exports = {
  /** A file's text, and what it may be called. The node writes no file, and says nothing in the circle. */
  write: command(
    {
      ...asked,
      form: ExportForm,
      /** In a calendar: also the place, the agenda and who holds what. */
      details: z.boolean().optional(),
    },
    { name: z.string(), text: z.string() },
  ),
  /** The same to read and print in a window. */
  show: query({ ...asked, about: z.enum(['logbook', 'minutes']) }, Document),
}
