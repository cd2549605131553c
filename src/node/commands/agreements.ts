import type { NodePort } from '../../api/node-port.ts'
import { contentOf } from '../../domain/agreements/life.ts'
import { refuse } from '../../domain/refusal.ts'
import { dayOf } from '../clock.ts'
import type { Desk } from '../desk.ts'
import { agreementLines, agreementPage } from '../pages/agreement-page.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'
import { anewCommands } from './anew.ts'
import { optionalWords, words } from './texts.ts'

export function agreementCommands(desk: Desk): NodePort['agreement'] {
  return {
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: agreementLines(circle, dayOf(desk.clock())) }
    }),
    show: answering(async ({ agreement }, { isAgain }) => {
      const { session, it } = must(desk.agreement(agreement))
      // A page that was left open is not somebody looking: what arrives later is shown when they turn to it.
      if (isAgain !== true) await session.hasBeenShown(it)
      return agreementPage(session.circle, it, dayOf(desk.clock()))
    }),
    object: answering(async ({ agreement, reason, asOf }) => {
      const { session, it } = must(desk.agreement(agreement))
      const body = { agreement: it.id, reason: must(words(reason, 'reason')) }
      const { id, meanwhile } = must(await session.say({ type: 'agreement.objected', body }, asOf))
      return { item: id, meanwhile }
    }),
    evaluate: answering(async ({ agreement, results = [], note, asOf }) => {
      const { session, it } = must(desk.agreement(agreement))
      const criteria = contentOf(session.circle, it)?.criteria ?? []
      const body = {
        agreement: it.id,
        results: results.map(({ criterion, well, text }) => ({
          criterion: must(words(criterionMeant(criteria, criterion), 'criterion')),
          well,
          text: must(optionalWords(text, 'text')),
        })),
        note: must(optionalWords(note, 'note')),
      }
      if (body.results.length === 0 && body.note === null) must(refuse('empty-text', { field: 'note' }))
      const { id, meanwhile } = must(await session.say({ type: 'agreement.evaluated', body }, asOf))
      return { evaluation: id, meanwhile }
    }),
    ...anewCommands(desk),
  }
}

/** By its number, from 1, or in its own words. */
function criterionMeant(criteria: readonly string[], said: string): string {
  return (/^\d+$/.test(said) ? criteria[Number(said) - 1] : undefined) ?? said
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
