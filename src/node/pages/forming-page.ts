import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import type { Circle } from '../../domain/circle.ts'
import { driverState } from '../../domain/drivers/queries.ts'
import type { DriverRecord } from '../../domain/drivers/record.ts'
import { formingItems, namingsOf, standingIn } from '../../domain/forming/queries.ts'
import type { Said } from '../../domain/forming/record.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { inStoryOrder } from '../../domain/story.ts'
import { proposalsOf, wordingShown } from './driver-page.ts'
import { asOfText, timeOf } from './shown.ts'

type Page = OutputOf<Procedures['forming']['show']>

/** All that was gathered on a driver, in the order in which it was said. */
export function formingPage(circle: Circle, driver: DriverRecord): Page {
  const items = inStoryOrder(circle, formingItems(driver))
  const dimensions = items
    .filter(({ item }) => item.kind === 'dimension')
    .map((one) => ({
      ...saidLine(circle, one, one.item.text),
      answers: inStoryOrder(circle, standingIn(one.answers)).map((answer) => saidLine(circle, answer, answer.text)),
    }))
  const known = new Set(dimensions.map(({ item }) => item))
  const about = (kind: 'consideration' | 'idea') =>
    items.flatMap((one) => {
      const { item } = one
      if (item.kind !== kind) return []
      // What was to a question that was taken back is to the whole.
      return [{ ...saidLine(circle, one, item.text), about: known.has(item.about ?? '') ? item.about : null }]
    })
  const gathered = { dimensions, considerations: about('consideration'), ideas: about('idea') }
  const tuners = namingsOf(driver).map(({ id, person, people }) => ({
    tuners: id,
    by: person,
    people: people.map((one) => ({ person: one, name: nameOf(circle, one) })),
  }))
  return {
    driver: driver.id,
    statement: wordingShown(driver).content.statement,
    circle: circle.id,
    ...gathered,
    tuners,
    steps: stepsOf(circle, driver, { ...gathered, tuners }),
    asOf: asOfText(circle),
  }
}

function saidLine(circle: Circle, { id, person }: Said, text: string) {
  return { item: id, text, person, name: nameOf(circle, person), at: timeOf(circle, id) }
}

type Gathered = Pick<Page, 'dimensions' | 'considerations' | 'ideas' | 'tuners'>

function stepsOf(circle: Circle, driver: DriverRecord, gathered: Gathered): Page['steps'] {
  const { dimensions, considerations, ideas, tuners } = gathered
  const state = driverState(circle, driver)
  return [
    { step: 'accept', done: state === 'accepted' || state === 'answered' },
    { step: 'questions', done: dimensions.length > 0 },
    { step: 'considerations', done: considerations.length > 0 },
    { step: 'answers', done: dimensions.length > 0 && dimensions.every(({ answers }) => answers.length > 0) },
    { step: 'ideas', done: ideas.length > 0 },
    { step: 'tuners', done: tuners.length > 0 },
    { step: 'draft', done: proposalsOf(circle, driver).length > 0 },
  ]
}
