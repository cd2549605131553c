import { z } from 'zod'
import { command, query } from './procedure.ts'
import { AsOf, At, Id, Ref, Text } from './shapes.ts'

const said = { item: Id, text: z.string(), person: Id, name: z.string(), at: At }

export const FormingKind = z.enum(['dimension', 'consideration', 'idea'])
/** The path of gathering, in its order: a path, not a gate. */
const FormingStep = z.enum(['accept', 'questions', 'considerations', 'answers', 'ideas', 'tuners', 'draft'])

const page = {
  driver: Id,
  statement: z.string(),
  circle: Id,
  /** The questions that it has, each with what answers it. */
  dimensions: z.array(z.object({ ...said, answers: z.array(z.object(said)) })),
  /** To one of the questions, or (null) to the whole. */
  considerations: z.array(z.object({ ...said, about: Id.nullable() })),
  ideas: z.array(z.object({ ...said, about: Id.nullable() })),
  /** Who is to write a draft: each naming by itself, since one can be objected to. */
  tuners: z.array(z.object({ tuners: Id, by: Id, people: z.array(z.object({ person: Id, name: z.string() })) })),
  steps: z.array(z.object({ step: FormingStep, done: z.boolean() })),
  asOf: AsOf,
}

export const forming = {
  show: query({ driver: Ref }, z.object(page)),
  /** `about`: one of its questions, by its words or id. */
  add: command({ driver: Ref, kind: FormingKind, text: Text, about: Ref.optional() }, { item: Id }),
  answer: command({ question: Ref, text: Text }, { answer: Id }),
  takeBack: command({ item: Ref }, { item: Id }),
  name: command({ driver: Ref, people: z.array(Ref).min(1).max(8) }, { tuners: Id }),
  object: command({ tuners: Ref, reason: Text }, { tuners: Id }),
}
