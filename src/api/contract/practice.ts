import { z } from 'zod'
import { command, query } from './procedure.ts'
import { Day, Id, Text } from './shapes.ts'

export const PracticeLanguage = z.enum(['en', 'es', 'fr', 'ar'])

/** The way through consent, as a person goes it. */
export const PracticeStep = z.enum([
  'propose',
  'answer',
  'round',
  'consent',
  'objection',
  'amend',
  'consent-again',
  'close',
  'done',
])
export type PracticeStep = z.infer<typeof PracticeStep>

/** What happens now, as a key for the client's own words. Those that begin with `others` ask for patience. */
export const PracticeHint = z.enum([
  'companions-come',
  'propose',
  'answer-question',
  'others-think',
  'others-react',
  'open-round',
  'consent',
  'others-answer',
  'hear-objection',
  'your-objection',
  'amend',
  'open-again',
  'close',
  'done',
])
export type PracticeHint = z.infer<typeof PracticeHint>

const Person = z.object({ person: Id, name: z.string() })

const Status = z.object({
  /** Null where nobody practises here; then everything else is empty. */
  circle: Id.nullable(),
  step: PracticeStep.nullable(),
  hint: PracticeHint.nullable(),
  /** Whose turn it is. */
  waitingFor: z.array(Person),
  /** Whether that is the person themself. */
  yours: z.boolean(),
  /** Whose question or objection it is about. */
  from: Person.nullable(),
  companions: z.array(Person),
  /** What is being practised on now. */
  proposal: Id.nullable(),
  agreement: Id.nullable(),
  /** Words to take for who has none: to propose, to answer the question with, and to amend with. */
  suggestion: z
    .object({ title: z.string(), text: z.string(), review: Day, answer: z.string(), addition: z.string() })
    .nullable(),
})

/** One person alone goes through the whole of consent, with two companions whom the program plays. */
export const practice = {
  /** Answers when the companions are in. Where a practice is on already, with that one. */
  start: command({ language: PracticeLanguage, names: z.tuple([Text, Text]).optional() }, { circle: Id }),
  status: query({}, Status),
  /** Erases it from this device: keys first, then the companions' folders. */
  end: command({}, { circle: Id }),
}
