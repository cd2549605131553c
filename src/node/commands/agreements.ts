import type { NodePort } from '../../api/node-port.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Desk } from '../desk.ts'
import { agreementLines, agreementPage } from '../pages/agreement-page.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'
import { words } from './texts.ts'

export function agreementCommands(desk: Desk): NodePort['agreement'] {
  return {
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: agreementLines(circle) }
    }),
    show: answering(async ({ agreement }, { isAgain }) => {
      const { session, it } = must(desk.agreement(agreement))
      // A page that was left open is not somebody looking: what arrives later is shown when they turn to it.
      if (isAgain !== true) await session.hasBeenShown(it)
      return agreementPage(session.circle, it)
    }),
    object: answering(async ({ agreement, reason, asOf }) => {
      const { session, it } = must(desk.agreement(agreement))
      const body = { agreement: it.id, reason: must(words(reason, 'reason')) }
      const { id, meanwhile } = must(await session.say({ type: 'agreement.objected', body }, asOf))
      return { item: id, meanwhile }
    }),
  }
}

export function concernCommands(desk: Desk): NodePort['concern'] {
  return {
    add: answering(async ({ about, text, asOf }) => {
      const { session, proposal, agreement } = must(desk.proposalOrAgreement(about))
      const body = { proposal, agreement, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'concern.added', body }, asOf))
      return { concern: id, meanwhile }
    }),
  }
}

export function certificateCommands(desk: Desk): NodePort['certificate'] {
  return {
    export: answering(async ({ agreement }) => {
      const { session, it } = must(desk.agreement(agreement))
      return { certificate: (await session.certificate(it)) ?? must(refuse('not-in-force')) }
    }),
  }
}
