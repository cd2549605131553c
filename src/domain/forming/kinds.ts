import type { Circle, Spoken } from '../circle.ts'
import type { Body } from '../events.ts'
import type { Kinds } from '../kind.ts'
import type { FormingRecord, TunersRecord } from './record.ts'
import * as formingRules from './rules.ts'

export const formingKinds: Kinds<
  'forming.added' | 'forming.answered' | 'forming.taken-back' | 'tuners.named' | 'tuners.objected'
> = {
  'forming.added': {
    counts: ({ circle, past, body, by }) => formingRules.addingCounts(circle, past, body, by),
    add: added,
  },
  'forming.answered': {
    counts: ({ circle, past, body, by }) => formingRules.answeringCounts(circle, past, body.dimension, by),
    add: answered,
  },
  'forming.taken-back': {
    counts: ({ circle, past, body, by }) => formingRules.takingBackCounts(circle, past, body.said, by),
    add: ({ forming }, spoken, { said }) => {
      const record = forming.items.get(said) ?? forming.answers.get(said)
      record?.takenBack.push(spoken)
    },
  },
  'tuners.named': {
    counts: ({ circle, past, body, by }) => formingRules.namingCounts(circle, past, body, by),
    add: named,
  },
  'tuners.objected': {
    counts: ({ circle, past, body, by }) => formingRules.objectingCounts(circle, past, body.tuners, by),
    add: ({ forming }, spoken, { tuners, reason }) =>
      void forming.tuners.get(tuners)?.objections.push({ ...spoken, reason }),
  },
}

/** [U1] */
function added({ forming, drivers }: Circle, spoken: Spoken, { driver, item }: Body<'forming.added'>): void {
  const record: FormingRecord = { ...spoken, driver, item, takenBack: [], answers: [] }
  forming.items.set(record.id, record)
  drivers.get(driver)?.items.push(record)
}

function answered({ forming }: Circle, spoken: Spoken, { dimension, text }: Body<'forming.answered'>): void {
  const question = forming.items.get(dimension)
  if (question === undefined) return
  const answer = { ...spoken, driver: question.driver, text, takenBack: [] }
  forming.answers.set(answer.id, answer)
  question.answers.push(answer)
}

function named({ forming, drivers }: Circle, spoken: Spoken, { driver, people }: Body<'tuners.named'>): void {
  const record: TunersRecord = { ...spoken, driver, people, objections: [] }
  forming.tuners.set(record.id, record)
  drivers.get(driver)?.tuners.push(record)
}
