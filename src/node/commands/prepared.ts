import type { InputOf, NodePort } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import type { Prepared } from '../../domain/drivers/prepared.ts'
import type { Effect } from '../../domain/proposals/effect.ts'
import { refuse } from '../../domain/refusal.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { wordingShown } from '../pages/driver-page.ts'
import { answering, must } from './answering.ts'
import { propose } from './proposing.ts'
import { title, words } from './texts.ts'

type Said = InputOf<Procedures['driver']['propose']>
type Made = {
  readonly title: string
  readonly text: string
  readonly changes?: string | null
  readonly effect: Effect | null
}

/** Brings before the circle what was prepared as an answer: a proposal like any other, which it takes everyone to consent to. */
export function presentingPrepared(desk: Desk): Pick<NodePort['driver'], 'propose'> {
  return {
    propose: answering(({ driver, review, asOf, ...said }) => {
      const { session, it } = must(desk.driver(driver))
      const prepared = wordingShown(it).content.prepared ?? must(refuse('nothing-prepared'))
      const { effect, ...made } = proposalOf(desk, session, prepared, said)
      return propose(session, { ...made, review, answers: it.id }, effect, asOf)
    }),
  }
}

function proposalOf(desk: Desk, session: CircleSession, prepared: Prepared, said: Partial<Said>): Made {
  const given = (own: string | undefined, before: string | null, field: string) =>
    must(words(own ?? before ?? '', field))
  if (prepared.as === 'agreement') {
    const text = given(said.text, prepared.text, 'text')
    return { title: said.title ?? prepared.title, text, effect: null }
  }
  const name = must(title(said.title ?? prepared.name, 'title'))
  const aim = given(said.aim, prepared.aim, 'aim')
  const { domain } = prepared
  const text = said.text ?? (domain === null ? aim : `${aim}\n\n${domain}`)
  if (prepared.as === 'sub-circle') {
    const founder = said.founder === undefined ? session.me : must(desk.person(session, said.founder))
    return { title: name, text, effect: { kind: 'sub-circle', name, aim, domain, founder } }
  }
  const { standard, accountabilities, qualities, months } = prepared
  const before = standard === null ? null : must(desk.role(session, standard))
  const effect = { kind: 'role', standard, name, aim, domain, accountabilities, qualities, months } as const
  return { title: name, text: said.text ?? aim, changes: before?.agreement ?? null, effect }
}
