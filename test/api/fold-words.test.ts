import { z } from 'zod'
import { expect, test } from 'vitest'
import { contract } from '../../src/api/contract.ts'
import { speakersIn, withoutWordsOf } from '../../src/api/fold-words.ts'

const BEN = new Set(['ben'])
const fold = <T>(answer: T) => withoutWordsOf(answer, BEN, '…')

test('the words of people who are not read are folded away, and that they said something is not', () => {
  const page = {
    title: 'Sundays',
    objections: [
      {
        objection: 'o1',
        person: 'ben',
        reason: 'too loud',
        tests: [{ person: 'ana', qualifies: true, reason: 'yes' }],
      },
    ],
    questions: [
      { question: 'q1', person: 'ana', text: 'Who?', answers: [{ answer: 'a1', person: 'ben', text: 'Me' }] },
    ],
    notes: [{ note: 'n1', kind: 'note', person: 'ben', text: 'cold' }],
    opening: [
      { prompt: 'How are you?', turns: [{ who: { key: 'ben', person: 'ben', name: 'Ben' }, as: 'done', text: 'Ok' }] },
    ],
    evaluations: [
      { evaluation: 'e1', person: 'ben', results: [{ criterion: 'guests', well: 'met', text: 'ten' }], note: 'so so' },
    ],
  }
  expect(fold(page)).toEqual({
    title: 'Sundays',
    objections: [{ ...page.objections[0], reason: '…' }],
    questions: [{ ...page.questions[0], answers: [{ answer: 'a1', person: 'ben', text: '…' }] }],
    notes: [{ note: 'n1', kind: 'note', person: 'ben', text: '…' }],
    opening: [{ prompt: 'How are you?', turns: [{ who: page.opening[0]?.turns[0]?.who, as: 'done', text: '…' }] }],
    evaluations: [
      { evaluation: 'e1', person: 'ben', results: [{ criterion: 'guests', well: 'met', text: '…' }], note: '…' },
    ],
  })
  expect([...speakersIn(page)].toSorted()).toEqual(['ana', 'ben'])
})

test('what somebody noticed is folded in lists, in what was found, and in excerpts of a search', () => {
  const noticed = { driver: 'd1', statement: 'It is loud', state: 'noticed', person: 'ben', name: 'Ben' }
  const page = {
    ...noticed,
    situation: 'Drums',
    siblings: [{ version: 'v', person: 'ana', statement: 'So loud', situation: null }],
  }
  expect(fold([noticed])).toEqual([{ ...noticed, statement: '…' }])
  expect(fold(page)).toEqual({ ...page, statement: '…', situation: '…' })
  const answered = { proposal: 'p1', person: 'ben', answers: { driver: 'd1', statement: 'It is loud' } }
  expect(fold(answered)).toEqual(answered)
  const found = { kind: 'driver', id: 'd1', title: 'It is loud', titleBy: 'ben' }
  expect(fold([found, { ...found, titleBy: 'ana' }])).toEqual([
    { ...found, title: '…' },
    { ...found, titleBy: 'ana' },
  ])
  const meeting = { meeting: 'm1', title: 'An evening', titleBy: 'ben' }
  expect(fold({ items: [meeting] })).toEqual({ items: [{ ...meeting, title: '…' }] })
  const noted = { item: 'g1', about: 'g1', title: 'Sundays', next: 'Ask the city', nextBy: 'ben' }
  expect(fold([noted])).toEqual([{ ...noted, next: '…' }])
  const entry = {
    entry: 'g1',
    kind: 'agreement',
    person: 'ana',
    title: 'Sundays',
    found: 'too loud',
    foundBy: 'ben',
    consents: [],
  }
  expect(fold({ items: [entry] })).toEqual({ items: [{ ...entry, found: '…' }] })
  expect(fold({ ...entry, foundBy: undefined })).toMatchObject({ found: 'too loud' })
  expect([...speakersIn([found, entry])]).toContain('ben')
})

test('what is decided on, and what was agreed, stays whole whoever brought it', () => {
  const whole = {
    versions: [{ version: 'v1', number: 1, text: 'We open.', person: 'ben', parents: [], integrates: [], at: 0 }],
    items: [{ entry: 'g1', kind: 'agreement', person: 'ben', text: 'We open.', consents: ['ana', 'ben'] }],
    lines: [{ kind: 'presented', event: 'e', person: 'ben', text: 'We open.' }],
    story: [{ event: 'e', type: 'proposal.presented', person: 'ben', name: 'Ben', text: 'We open.' }],
  }
  expect(fold(whole)).toEqual(whole)
  expect(withoutWordsOf({ person: 'ben', text: 'a' }, new Set(), '…')).toEqual({ person: 'ben', text: 'a' })
})

/** Every field that is a text, of every object in an answer that says whose it is. */
function textsOf(schema: z.ZodType, found: Set<string>): Set<string> {
  const def = schema.def as {
    type: string
    shape?: Record<string, z.ZodType>
    options?: z.ZodType[]
    innerType?: z.ZodType
    element?: z.ZodType
    valueType?: z.ZodType
  }
  const shape = def.shape ?? {}
  const isText = (one: z.ZodType): boolean => {
    const inner = one.def as { type: string; innerType?: z.ZodType }
    return inner.type === 'string' || (inner.innerType !== undefined && isText(inner.innerType))
  }
  if ('person' in shape || 'who' in shape)
    for (const [name, field] of Object.entries(shape)) if (isText(field)) found.add(name)
  const inside = [...Object.values(shape), ...(def.options ?? []), def.innerType, def.element, def.valueType]
  for (const one of inside) if (one !== undefined) textsOf(one, found)
  return found
}

test('no answer has words of somebody’s under a name that is not looked at', () => {
  const outputs = Object.values(contract as unknown as Record<string, Record<string, unknown>>).flatMap((group) =>
    Object.values(group).flatMap((one) => {
      const outputSchema = (one as { '~orpc'?: { outputSchema?: z.ZodType } })['~orpc']?.outputSchema
      return outputSchema === undefined ? [] : [outputSchema]
    }),
  )
  const found = new Set<string>()
  for (const output of outputs) textsOf(output, found)
  // Whoever adds a name here: are these words that a person may want folded away? Then `fold-words.ts` knows of them too.
  expect([...found].toSorted()).toMatchInlineSnapshot(`
    [
      "about",
      "action",
      "after",
      "agreement",
      "answer",
      "asOf",
      "at",
      "before",
      "beside",
      "borrowedFrom",
      "by",
      "certificate",
      "circle",
      "circleName",
      "concern",
      "content",
      "device",
      "deviceOf",
      "disputed",
      "driver",
      "due",
      "effect",
      "entry",
      "evaluation",
      "event",
      "found",
      "foundBy",
      "from",
      "guest",
      "information",
      "item",
      "key",
      "lastPath",
      "letInBy",
      "me",
      "meeting",
      "name",
      "need",
      "next",
      "nextBy",
      "note",
      "objection",
      "owner",
      "ownerName",
      "path",
      "people",
      "person",
      "phrase",
      "process",
      "proposal",
      "question",
      "reaction",
      "reason",
      "refusal",
      "requirement",
      "review",
      "role",
      "said",
      "selection",
      "situation",
      "spoken",
      "statement",
      "text",
      "title",
      "titleBy",
      "to",
      "type",
      "until",
      "version",
    ]
  `)
})
