import { agreementState } from '../../domain/agreements/queries.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import type { Circle } from '../../domain/circle.ts'
import { answersTo, driverState, moveOf, wordingsOf } from '../../domain/drivers/queries.ts'
import type { DriverRecord, DriverWording } from '../../domain/drivers/record.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { inOrder, inStoryOrder } from '../../domain/story.ts'
import { titleOf } from './agreement-page.ts'
import { onAgendas } from './on-agendas.ts'
import { proposalState, versionShown } from './proposal-page.ts'
import { asOfText, namesOf, timeOf } from './shown.ts'

type Page = OutputOf<Procedures['driver']['show']>
type Line = OutputOf<Procedures['driver']['list']>['items'][number]

export function driverLine(circle: Circle, driver: DriverRecord): Line {
  const { id, person } = driver
  const { statement } = wordingShown(driver).content
  const who = { person, name: nameOf(circle, person), at: timeOf(circle, id) }
  return { driver: id, statement, state: driverState(circle, driver), ...who }
}

/** The newest first. */
export function driverLines(circle: Circle): Line[] {
  return inStoryOrder(circle, [...circle.drivers.values()])
    .toReversed()
    .map((driver) => driverLine(circle, driver))
}

export function driverPage(circle: Circle, driver: DriverRecord): Page {
  const [, ...siblings] = wordingsOf(driver)
  const { statement: _statement, ...parts } = wordingShown(driver).content
  return {
    ...driverLine(circle, driver),
    ...parts,
    circle: circle.id,
    move: moveLine(circle, driver),
    version: wordingShown(driver).id,
    siblings: siblings.map(({ id, person, content }) => ({ version: id, person, at: timeOf(circle, id), ...content })),
    proposals: proposalsOf(circle, driver),
    agreements: answersTo(circle, driver).map((one) => ({
      agreement: one.id,
      title: titleOf(circle, one),
      state: agreementState(circle, one),
    })),
    story: storyOf(circle, driver),
    onAgenda: onAgendas(circle, driver.id),
    names: namesOf(circle),
    asOf: asOfText(circle),
  }
}

export function wordingShown(driver: DriverRecord): DriverWording {
  const [shown] = wordingsOf(driver)
  if (shown === undefined) throw new Error('a driver without words')
  return shown
}

/** Proposals that mean to answer it, whatever became of them. */
export function proposalsOf(circle: Circle, driver: DriverRecord): Page['proposals'] {
  const proposals = [...new Set(driver.answers.map(({ proposal }) => proposal))].sort()
  return proposals
    .flatMap((id) => circle.proposals.get(id) ?? [])
    .map((one) => ({
      proposal: one.id,
      title: versionShown(one).content.title,
      state: proposalState(circle, one),
    }))
}

function moveLine(circle: Circle, driver: DriverRecord): Page['move'] {
  const last = moveOf(driver)
  if (last === null) return null
  const { id, person, move } = last
  const to = move.as === 'passed-on' ? move.to : null
  return { person, at: timeOf(circle, id), to, reason: 'reason' in move ? move.reason : null }
}

function storyOf(circle: Circle, { acts, wordings, moves }: DriverRecord): Page['story'] {
  const words = new Map([
    ...wordings.map(({ id, content }) => [id, content.statement] as const),
    ...moves.map(({ id, move }) => [id, 'reason' in move ? move.reason : null] as const),
  ])
  const became = new Map(moves.map(({ id, move }) => [id, move.as === 'noticed' ? 'sent-back' : move.as]))
  return inOrder(acts).map(({ stamp: { id }, type, person, at }) => ({
    event: id,
    // What became of it is part of what was done: "driver.accepted".
    type: became.has(id) ? `driver.${became.get(id)}` : type,
    person,
    name: nameOf(circle, person),
    at,
    text: words.get(id) ?? gathered(circle, id),
  }))
}

/** What was gathered, or who was named, by that act; nothing of what was taken back. */
function gathered(circle: Circle, id: string): string | null {
  const item = circle.forming.items.get(id)
  const answer = circle.forming.answers.get(id)
  const named = circle.forming.tuners.get(id)
  if (named !== undefined) return named.people.map((person) => nameOf(circle, person)).join(', ')
  const said = item ?? answer
  if (said === undefined || said.takenBack.length > 0) return null
  return item?.item.text ?? answer?.text ?? null
}
