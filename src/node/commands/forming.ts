import type { NodePort } from '../../api/node-port.ts'
import type { DriverRecord } from '../../domain/drivers/record.ts'
import type { FormingItem } from '../../domain/forming/events.ts'
import { formingItems } from '../../domain/forming/queries.ts'
import type { FormingRecord } from '../../domain/forming/record.ts'
import type { Outcome } from '../../domain/refusal.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk, Found } from '../desk.ts'
import { findOne, type Named } from '../find.ts'
import { formingPage } from '../pages/forming-page.ts'
import { answering, must } from './answering.ts'
import { words } from './texts.ts'

export function formingCommands(desk: Desk, sessions: () => readonly CircleSession[]): NodePort['forming'] {
  /** Of all that was gathered anywhere, by its words or the beginning of its id. */
  const saidBefore = (ref: string) => {
    const all = sessions().flatMap((session) => {
      const { items, answers } = session.circle.forming
      const ofItems = [...items.values()].map(({ id, item }) => ({ id, called: [item.text] }))
      const ofAnswers = [...answers.values()].map(({ id, text }) => ({ id, called: [text] }))
      return [...ofItems, ...ofAnswers].map((one) => ({ ...one, it: { session, id: one.id } }))
    })
    return must(findOne(all, ref, 'nothing-gathered'))
  }
  const naming = (ref: string) => {
    const all = sessions().flatMap((session) =>
      [...session.circle.forming.tuners.keys()].map((id) => ({ id, called: [], it: { session, id } })),
    )
    return must(findOne(all, ref, 'nothing-gathered'))
  }
  return {
    show: answering(({ driver }) => {
      const { session, it } = must(desk.driver(driver))
      return formingPage(session.circle, it)
    }),
    add: answering(async ({ driver, kind, text, about, asOf }) => {
      const { session, it } = must(desk.driver(driver))
      const said = { text: must(words(text, 'text')) }
      const question = about === undefined ? null : must(questionIn(it, about)).id
      const item: FormingItem = kind === 'dimension' ? { kind, ...said } : { kind, ...said, about: question }
      const body = { driver: it.id, item }
      const { id, meanwhile } = must(await session.say({ type: 'forming.added', body }, asOf))
      return { item: id, meanwhile }
    }),
    answer: answering(async ({ question, text, asOf }) => {
      const { session, it } = must(questionAnywhere(sessions(), question))
      const body = { dimension: it.id, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'forming.answered', body }, asOf))
      return { answer: id, meanwhile }
    }),
    takeBack: answering(async ({ item, asOf }) => {
      const { session, id } = saidBefore(item)
      const { meanwhile } = must(await session.say({ type: 'forming.taken-back', body: { said: id } }, asOf))
      return { item: id, meanwhile }
    }),
    name: answering(async ({ driver, people, asOf }) => {
      const { session, it } = must(desk.driver(driver))
      const named = [...new Set(people.map((one) => must(desk.person(session, one))))].sort()
      const body = { driver: it.id, people: named }
      const { id, meanwhile } = must(await session.say({ type: 'tuners.named', body }, asOf))
      return { tuners: id, meanwhile }
    }),
    object: answering(async ({ tuners, reason, asOf }) => {
      const { session, id } = naming(tuners)
      const body = { tuners: id, reason: must(words(reason, 'reason')) }
      const { meanwhile } = must(await session.say({ type: 'tuners.objected', body }, asOf))
      return { tuners: id, meanwhile }
    }),
  }
}

const questionsOf = (driver: DriverRecord): Named<FormingRecord>[] =>
  formingItems(driver)
    .filter(({ item }) => item.kind === 'dimension')
    .map((it) => ({ id: it.id, called: [it.item.text], it }))

const questionIn = (driver: DriverRecord, ref: string) => findOne(questionsOf(driver), ref, 'no-such-question')

function questionAnywhere(sessions: readonly CircleSession[], ref: string): Outcome<Found<FormingRecord>> {
  const all = sessions.flatMap((session) =>
    [...session.circle.drivers.values()]
      .flatMap(questionsOf)
      .map(({ id, called, it }) => ({ id, called, it: { session, it } })),
  )
  return findOne(all, ref, 'no-such-question')
}
