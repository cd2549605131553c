import { unvoicedDevices } from '../../domain/members/voice.ts'
import type { NodePort } from '../../api/node-port.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { personName } from '../../domain/members/person-name.ts'
import { memberState, nameOf } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { refuse } from '../../domain/refusal.ts'
import type { RunningNode } from '../node.ts'
import { rejoinFile } from '../copied-folder.ts'
import { forkedPeople } from '../pages/forked.ts'
import { dayOf } from '../clock.ts'
import { circleLine, membersOf, standingOf } from '../pages/circle-page.ts'
import { logLines } from '../pages/log-lines.ts'
import { roleLines } from '../pages/role-page.ts'
import { asOfText, headsOf } from '../pages/shown.ts'
import { blocking } from './blocking.ts'
import { stateCommands } from './standing.ts'
import { answering, must } from './answering.ts'
import { optionalWords, title, wordList, words } from './texts.ts'

export function profileCommands(node: RunningNode): NodePort['profile'] {
  return {
    create: answering(async ({ name }) => {
      const { profile, phrase } = must(await node.createProfile(name))
      return { ...profile, phrase }
    }),
    restore: answering(async ({ name, phrase }) => must(await node.restoreProfile(name, phrase)).profile),
    adoptCopy: answering(() => must(refuse('not-copied'))),
    show: answering(async () => {
      const { profile } = must(node.profile())
      const rejoin = await rejoinFile(node.options.folder).read()
      const isHere = (circle: string) => node.sessions().some((session) => session.circle.id === circle)
      return { ...profile, rejoin: (rejoin ?? []).filter(({ circle }) => !isHere(circle)) }
    }),
  }
}

export function circleCommands(node: RunningNode): NodePort['circle'] {
  return {
    ...stateCommands(node),
    ...forking(node),
    create: answering(async ({ name, aim, domain }) => {
      const session = must(
        await node.found({
          name: must(title(name, 'name')),
          aim: must(words(aim, 'aim')),
          domain: must(optionalWords(domain, 'domain')),
        }),
      )
      return { circle: session.circle.id }
    }),
    list: answering(() => {
      must(node.profile())
      return node.sessions().map((session) => circleLine(session.circle, session.keys().name))
    }),
    show: answering(({ circle }) => {
      const session = must(node.desk.session(circle))
      const { name, aim, practice, state } = circleLine(session.circle, session.keys().name)
      return {
        circle: session.circle.id,
        name,
        aim,
        practice,
        state,
        ...standingOf(session.circle),
        me: session.me,
        domain: purpose(session.circle).domain,
        members: membersOf(session.circle),
        roles: roleLines(session.circle, dayOf(node.options.clock())),
        ...session.stateHash(),
        copy: session.log.copy.extent(),
        whole: session.follower.caughtUp && session.log.copy.whole(),
        leftOut: session.log.copy.differences().size,
        forked: forkedPeople(session),
        unvoiced: [...session.circle.members.keys()].filter(
          (one) => unvoicedDevices(session.circle, EVERYTHING, one).length > 0,
        ),
        reach: node.reach.of(session),
        asOf: asOfText(session.circle),
      }
    }),
    reach: answering(async ({ circle, reach }) => {
      const session = must(node.desk.session(circle))
      await node.reach.set(session, reach)
      return { circle: session.circle.id, reach }
    }),
  }
}

/** What a person says of their own part in a circle, and nobody else can. */
type OfSelf = 'member.on-leave' | 'member.returned' | 'member.left'

export function memberCommands(node: RunningNode): NodePort['member'] {
  const saysOfSelf = async (circle: string, type: OfSelf, asOf: string | undefined) => {
    const session = must(node.desk.session(circle))
    const { meanwhile } = must(await session.say({ type, body: {} }, asOf))
    const state = memberState(session.circle, EVERYTHING, session.me)
    return state === null ? must(refuse('not-a-member')) : { person: session.me, state, meanwhile }
  }
  return {
    ...blocking(node),
    rename: answering(async ({ circle, name, asOf }) => {
      const session = must(node.desk.session(circle))
      const body = { name: must(personName(name)) }
      const { meanwhile } = must(await session.say({ type: 'member.renamed', body }, asOf))
      return { person: session.me, name: nameOf(session.circle, session.me), meanwhile }
    }),
    leaveOfAbsence: answering(({ circle, end, asOf }) =>
      saysOfSelf(circle, end === true ? 'member.returned' : 'member.on-leave', asOf),
    ),
    leave: answering(({ circle, asOf }) => saysOfSelf(circle, 'member.left', asOf)),
  }
}

export function logCommands(node: RunningNode): NodePort['log'] {
  return {
    list: answering(({ circle }) => {
      const session = must(node.desk.session(circle))
      return { asOf: asOfText(session.circle), items: logLines(session) }
    }),
  }
}

/** [C9] */
function forking(node: RunningNode): Pick<NodePort['circle'], 'fork'> {
  const { desk } = node
  return {
    fork: answering(async ({ circle, name, aim, reason, tried, asOf }) => {
      const session = must(desk.session(circle))
      const body = { reason: must(words(reason, 'reason')), tried: must(wordList(tried, 'tried')) }
      const old = purpose(session.circle)
      const forkOf = { circle: session.circle.id, at: headsOf(session.circle) }
      const founding = { name: must(title(name, 'name')), aim: aim === undefined ? old.aim : must(words(aim, 'aim')) }
      const made = must(await node.found({ ...founding, domain: old.domain, forkOf }, old.practice))
      const successor = made.circle.id
      const said = await session.say({ type: 'circle.forked', body: { successor, ...body } }, asOf)
      // What the old one does not know of is no fork of it.
      if (!said.ok) await node.forget(successor)
      const { meanwhile } = must(said)
      return { circle: successor, forkOf: forkOf.circle, meanwhile }
    }),
  }
}
