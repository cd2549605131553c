import type { NodePort } from '../../api/node-port.ts'
import { WayRule } from '../../api/contract/standing.ts'
import type { Circle } from '../../domain/circle.ts'
import { purpose } from '../../domain/purpose.ts'
import { agreedWay } from '../../domain/ways/queries.ts'
import { waySlot } from '../../domain/ways/way.ts'
import { refuse } from '../../domain/refusal.ts'
import { circleState } from '../../domain/standing/queries.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import type { RunningNode } from '../node.ts'
import { kinLines } from '../pages/kin.ts'
import { proposalState } from '../pages/proposal-page.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'
import { otherOf } from './other-circle.ts'
import { propose } from './proposing.ts'
import { optionalWords, title, words } from './texts.ts'

/** Whether the circle works, rests or has ended. */
export function stateCommands({ desk }: RunningNode): Pick<NodePort['circle'], 'state' | 'wake'> {
  return {
    state: answering(({ circle, state, anyoneWakes = false, asOf, ...of }) =>
      propose(must(desk.session(circle)), of, { kind: 'state', state, anyoneWakes }, asOf),
    ),
    wake: answering(async ({ circle, asOf }) => {
      const session = must(desk.session(circle))
      const { meanwhile } = must(await session.say({ type: 'circle.woken', body: {} }, asOf))
      return { state: circleState(session.circle), meanwhile }
    }),
  }
}

export function subCircleCommands(node: RunningNode): NodePort['subCircle'] {
  const { desk } = node
  const kin = ({ circle }: CircleSession) =>
    kinLines(circle, dayOf(desk.clock()), (id) => node.sessions().some((one) => one.circle.id === id))
  return {
    list: answering((input) => {
      const session = must(desk.session(input.circle))
      return { asOf: asOfText(session.circle), items: kin(session) }
    }),
    propose: answering(({ circle, asOf, review, ...of }) => {
      const session = must(desk.session(circle))
      const name = must(title(of.name, 'name'))
      const aim = must(words(of.aim, 'aim'))
      const domain = must(optionalWords(of.domain, 'domain'))
      const founder = must(desk.person(session, of.founder))
      const effect = { kind: 'sub-circle', name, aim, domain, founder } as const
      return propose(
        session,
        { title: name, text: domain === null ? aim : `${aim}\n\n${domain}`, review },
        effect,
        asOf,
      )
    }),
    adopt: answering(({ circle, asOf, review, ...of }) => {
      const session = must(desk.session(circle))
      const name = must(title(of.name, 'name'))
      const effect = { kind: 'adopts', circle: otherOf(node, session, of.other), name } as const
      return propose(session, { title: name, text: name, review }, effect, asOf)
    }),
    found: answering(async ({ agreement, asOf }) => {
      const { session, it } = must(desk.agreement(agreement))
      const effect = session.circle.versions.get(it.version)?.content.effect
      if (effect?.kind !== 'sub-circle') return must(refuse('no-such-agreement'))
      if (effect.founder !== session.me) return must(refuse('not-your-own'))
      if (kin(session).some((one) => one.agreement === it.id && one.circle !== null))
        return must(refuse('already-done'))
      const { name, aim, domain } = effect
      const made = must(await node.found({ name, aim, domain }))
      await tellBoth(session, made, it.id, asOf)
      return { circle: made.circle.id }
    }),
    introduce: answering(async ({ agreement, asOf }) => {
      const { session, it } = must(desk.agreement(agreement))
      const line = kin(session).find((one) => one.agreement === it.id)
      if (line === undefined || line.circle === null) return must(refuse('no-such-agreement'))
      const here = desk.session(line.circle)
      const child = here.ok ? here.value : must(refuse('no-such-circle', { wanted: line.name }))
      const up = kin(child).find((one) => one.circle === session.circle.id && one.as === 'parent')
      const knows = (up?.toldBy ?? null) !== null
      if (knows && line.toldBy !== null) return must(refuse('already-done'))
      return tellBoth(session, child, it.id, asOf)
    }),
    tell: answering(async ({ circle, other, as, name, asOf }) => {
      const session = must(desk.session(circle))
      const body = { other: otherOf(node, session, other), as, name: must(title(name, 'name')), agreement: null }
      const { meanwhile } = must(await session.say({ type: 'circle.told', body }, asOf))
      return { meanwhile }
    }),
  }
}

/** Whoever belongs to both tells each of the other. */
async function tellBoth(parent: CircleSession, child: CircleSession, agreement: string, asOf: string | undefined) {
  const names = [parent, child].map((one) => purpose(one.circle).name) as [string, string]
  const up = { other: parent.circle.id, name: names[0], as: 'parent' as const, agreement }
  const down = { other: child.circle.id, name: names[1], as: 'sub-circle' as const, agreement }
  must(await child.say({ type: 'circle.told', body: up }))
  const { meanwhile } = must(await parent.say({ type: 'circle.told', body: down }, asOf))
  return { meanwhile }
}

export function wayCommands({ desk }: RunningNode): NodePort['way'] {
  return {
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: WayRule.options.map((rule) => wayLine(circle, rule)) }
    }),
    propose: answering(({ circle, way, asOf, ...of }) =>
      propose(must(desk.session(circle)), of, { kind: 'way', way }, asOf),
    ),
  }
}

function wayLine(circle: Circle, rule: WayRule) {
  const { way = null, agreement = null } = agreedWay(circle, rule) ?? {}
  const open = [...circle.proposals.values()].find(
    (one) => one.slot.id === waySlot(rule) && ['open', 'in-round'].includes(proposalState(circle, one)),
  )
  return { rule, way, agreement, proposal: open?.id ?? null }
}
