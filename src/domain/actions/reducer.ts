import type { Circle, Spoken } from '../circle.ts'
import type { Body } from '../events.ts'

export function actionNoted(circle: Circle, spoken: Spoken, { from, ...content }: Body<'action.noted'>): void {
  const states = [{ ...spoken, content }]
  circle.actions.set(spoken.id, { ...spoken, from, states, endings: [], reopenings: [] })
}

export function actionChanged(circle: Circle, spoken: Spoken, { action, ...content }: Body<'action.changed'>): void {
  circle.actions.get(action)?.states.push({ ...spoken, content })
}

export function actionDone(circle: Circle, spoken: Spoken, { action, note }: Body<'action.done'>): void {
  circle.actions.get(action)?.endings.push({ ...spoken, as: 'done', text: note })
}

export function actionDropped(circle: Circle, spoken: Spoken, { action, reason }: Body<'action.dropped'>): void {
  circle.actions.get(action)?.endings.push({ ...spoken, as: 'dropped', text: reason })
}

export function actionReopened(circle: Circle, spoken: Spoken, { action, reason }: Body<'action.reopened'>): void {
  circle.actions.get(action)?.reopenings.push({ ...spoken, reason })
}
