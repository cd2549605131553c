import type { Circle } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, saw, type Past } from '../causality.ts'
import type { ActionContent } from './events.ts'
import type { ActionEnding, ActionRecord } from './records.ts'

export type ActionState = 'open' | 'done' | 'dropped'

export function actionIn(circle: Circle, past: Past, id: string): ActionRecord | null {
  const action = circle.actions.get(id)
  return action !== undefined && past.has(action.stamp) ? action : null
}

/** [F2] What it is now. Changed apart, both stand: the first by id is shown, the others beside it. */
export function actionContents(action: ActionRecord, past: Past = EVERYTHING): [ActionContent, ...ActionContent[]] {
  const heads = newest(inPast(past, action.states)).sort((a, b) => byCodeUnit(a.id, b.id))
  const [first, ...others] = heads.map(({ content }) => content)
  return [first ?? { text: '', owner: null, due: null, waitingFor: null }, ...others]
}

/** [F3] The ending that stands: done before dropped, until somebody who knew of it takes the matter up again. */
export function actionEnding(action: ActionRecord, past: Past = EVERYTHING): ActionEnding | null {
  const again = inPast(past, action.reopenings)
  const standing = inPast(past, action.endings).filter((end) => !again.some((one) => saw(one.stamp, end.stamp)))
  return standing.sort((a, b) => byCodeUnit(a.as, b.as) || byCodeUnit(a.id, b.id))[0] ?? null
}

export function actionState(action: ActionRecord, past: Past = EVERYTHING): ActionState {
  return actionEnding(action, past)?.as ?? 'open'
}

/** For the state hash. */
export function actionsMeaning(circle: Circle) {
  const actions = [...circle.actions.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return actions.map((action) => ({
    id: action.id,
    contents: actionContents(action),
    ending: actionEnding(action)?.id ?? null,
  }))
}
