import type { NodePort } from '../../api/node-port.ts'
import { contentOf, offeredCriteria } from '../../domain/agreements/life.ts'
import type { AgreementRecord } from '../../domain/circle.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { mustBeHere } from '../../domain/members/rules.ts'
import type { Effect } from '../../domain/proposals/effect.ts'
import type { VersionContent } from '../../domain/proposals/events.ts'
import { refuse } from '../../domain/refusal.ts'
import { termMonths } from '../../domain/ways/queries.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import type { Desk, Found } from '../desk.ts'
import { stands } from '../pages/agreement-life.ts'
import { inOtherWords } from './amending.ts'
import { answering, must } from './answering.ts'
import { day, optionalWords, title, wordList, words } from './texts.ts'

/** [L4] Renewing, changing and ending: each presents a proposal that is filled in with what was agreed. */
export function anewCommands(desk: Desk): Pick<NodePort['agreement'], 'renew' | 'change' | 'end'> {
  return {
    renew: answering(async ({ agreement, asOf, ...anew }) => {
      const found = must(desk.agreement(agreement))
      return present(found, againAs(desk, found, anew), asOf)
    }),
    change: answering(async ({ agreement, asOf, ...anew }) => {
      const found = must(desk.agreement(agreement))
      const content = againAs(desk, found, anew)
      const text = must(words(anew.text, 'text'))
      const other = {
        text,
        effect: inOtherWords(content.effect, content.text, text),
        title: anew.title === undefined ? content.title : must(title(anew.title, 'title')),
      }
      return present(found, { ...content, ...other }, asOf)
    }),
    end: answering(async ({ agreement, asOf, reason, review }) => {
      const found = must(desk.agreement(agreement))
      const content = againAs(desk, found, { review, criteria: [] })
      const text = must(words(reason, 'reason'))
      return present(found, { ...content, text, driver: null, effect: { kind: 'end' } }, asOf)
    }),
  }
}

type Anew = {
  readonly review?: string | undefined
  readonly criteria?: readonly string[] | undefined
  readonly concerns?: boolean | undefined
  readonly driver?: string | undefined
  readonly owner?: string | undefined
}

/** What was agreed, to be agreed again; what is not said stays. */
function againAs(desk: Desk, { session, it }: Found<AgreementRecord>, anew: Anew): VersionContent {
  const { circle } = session
  const content = contentOf(circle, it)
  if (content === null || !stands(circle, it)) return must(refuse('not-in-force'))
  const criteria = anew.criteria === undefined ? content.criteria : must(wordList(anew.criteria, 'criteria'))
  const takenUp = anew.concerns === true ? offeredCriteria(circle, it) : []
  const review = anew.review === undefined ? inMonths(desk.clock(), termMonths(circle)) : must(day(anew.review))
  return {
    ...content,
    review,
    criteria: [...new Set([...criteria, ...takenUp])],
    driver: must(optionalWords(anew.driver ?? content.driver, 'driver')),
    owner: anew.owner === undefined ? stillHere(session, content.owner) : must(desk.person(session, anew.owner)),
    changes: it.id,
    effect: standingEffect(content.effect, review, dayOf(desk.clock())),
  }
}

/** What happened once, as a person coming in, does not happen again; what stands, as a way or a role, goes on standing. */
function standingEffect(effect: Effect | null, review: string, today: string): Effect | null {
  if (effect === null || effect.kind === 'admit' || effect.kind === 'objects' || effect.kind === 'end') return null
  // A task whose day has come is given until the circle looks again.
  return effect.kind === 'helping-circle' && effect.due <= today ? { ...effect, due: review } : effect
}

async function present({ session }: Found<AgreementRecord>, content: VersionContent, asOf: string | undefined) {
  const { id, meanwhile } = must(await session.say({ type: 'proposal.presented', body: { content } }, asOf))
  return { proposal: id, version: id, meanwhile }
}

/** An owner who has left owns nothing anew. */
function stillHere({ circle }: CircleSession, owner: string | null): string | null {
  return owner !== null && mustBeHere(circle, EVERYTHING, owner) === null ? owner : null
}

/** The same day so many months on; where a month has no such day, its last. */
function inMonths(now: number, months: number): string {
  const date = new Date(now)
  const wanted = date.getDate()
  date.setDate(1)
  date.setMonth(date.getMonth() + months)
  const last = new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate()
  date.setDate(Math.min(wanted, last))
  return dayOf(date.getTime())
}
