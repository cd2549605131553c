import type { NodePort } from '../../api/node-port.ts'
import type { DriverContent, DriverMove } from '../../domain/drivers/events.ts'
import { driverState, wordingsOf } from '../../domain/drivers/queries.ts'
import type { Desk } from '../desk.ts'
import { driverLines, driverPage, wordingShown } from '../pages/driver-page.ts'
import { asOfText } from '../pages/shown.ts'
import { presentingPrepared } from './prepared.ts'
import { answering, must } from './answering.ts'
import { optionalWords, title, words } from './texts.ts'

export function driverCommands(desk: Desk): NodePort['driver'] {
  return {
    ...moving(desk),
    ...presentingPrepared(desk),
    notice: answering(async ({ circle, statement, asOf, ...parts }) => {
      const session = must(desk.session(circle))
      const content = { statement: must(words(statement, 'statement')), ...partsOf(parts) }
      const { id, meanwhile } = must(await session.say({ type: 'driver.noticed', body: { content } }, asOf))
      return { driver: id, meanwhile }
    }),
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: driverLines(circle) }
    }),
    show: answering(({ driver }) => {
      const { session, it } = must(desk.driver(driver))
      return driverPage(session.circle, it)
    }),
    reword: answering(async ({ driver, statement, asOf, ...parts }) => {
      const { session, it } = must(desk.driver(driver))
      const before = wordingShown(it).content
      const content = {
        ...before,
        ...changed(parts),
        ...(statement === undefined ? {} : { statement: must(words(statement, 'statement')) }),
      }
      const parents = wordingsOf(it).map(({ id }) => id)
      const body = { driver: it.id, parents, content }
      const { id, meanwhile } = must(await session.say({ type: 'driver.reworded', body }, asOf))
      return { driver: it.id, version: id, meanwhile }
    }),
  }
}

function moving(desk: Desk): Pick<NodePort['driver'], 'accept' | 'passOn' | 'discard' | 'sendBack'> {
  const say = async (ref: string, move: DriverMove, asOf: string | undefined) => {
    const { session, it } = must(desk.driver(ref))
    const { meanwhile } = must(await session.say({ type: 'driver.moved', body: { driver: it.id, move } }, asOf))
    return { driver: it.id, state: driverState(session.circle, it), meanwhile }
  }
  return {
    accept: answering(({ driver, asOf }) => say(driver, { as: 'accepted' }, asOf)),
    passOn: answering(({ driver, to, reason, asOf }) => {
      const why = must(optionalWords(reason, 'reason'))
      return say(driver, { as: 'passed-on', to: must(title(to, 'to')), reason: why }, asOf)
    }),
    discard: answering(({ driver, reason, asOf }) =>
      say(driver, { as: 'discarded', reason: must(words(reason, 'reason')) }, asOf),
    ),
    sendBack: answering(({ driver, reason, asOf }) =>
      say(driver, { as: 'noticed', reason: must(words(reason, 'reason')) }, asOf),
    ),
  }
}

type Part = Exclude<keyof DriverContent, 'statement' | 'prepared'>
const PARTS: readonly Part[] = ['situation', 'effect', 'need', 'requirement']
type Given = { readonly [P in Part]?: string | undefined }

const partsOf = (given: Given): Pick<DriverContent, Part> => ({
  situation: null,
  effect: null,
  need: null,
  requirement: null,
  ...changed(given),
})

/** An empty text takes a part away. */
function changed(given: Given): Partial<DriverContent> {
  const said = PARTS.filter((part) => given[part] !== undefined)
  return Object.fromEntries(
    said.map((part) => {
      const text = given[part] ?? ''
      return [part, text.trim() === '' ? null : must(words(text, part))]
    }),
  )
}
