import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { orNothing, short } from './lines.ts'

type Action = OutputOf<Procedures['action']['list']>[number]

const STATE: Readonly<Record<Action['state'], string>> = { open: '', done: ' (done)', dropped: ' (dropped)' }

export function tellActions(items: OutputOf<Procedures['action']['list']>): string {
  const lines = items.map((one) => `${short(one.action)}  ${actionWords(one)} [${one.circleName}]`)
  return orNothing(lines, 'No next steps are open.')
}

/** What, who, by when: in one line. */
export function actionWords({ text, ownerName, due, waitingFor, state, isDue, others }: Action): string {
  const notes = [
    ownerName ?? 'nobody yet',
    ...(due === null ? [] : [isDue ? `by ${due}: now` : `by ${due}`]),
    ...(waitingFor === null ? [] : [`waits for ${waitingFor}`]),
    ...(others.length === 0 ? [] : [`changed in ${others.length + 1} ways apart`]),
  ]
  return `${text}${STATE[state]} (${notes.join('; ')})`
}
