import type { NodePort } from '../../api/node-port.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { belongs, nameOf } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { refuse } from '../../domain/refusal.ts'
import { keepersOf } from '../../domain/standing/keepers.ts'
import { relaysOf } from '../../domain/standing/relays.ts'
import { formatAddress, parseAddress } from '../../network/address.ts'
import { parseKeeperAddress } from '../../network/keeper/keeper-address.ts'
import { isPrivateHost } from '../../network/private-host.ts'
import {
  requestsIn,
  requestText,
  takeAnswerFile,
  takeRequest,
  writeAnswer,
  writeText,
} from '../carrying/joining-by-file.ts'
import { underWayOf } from '../carrying/under-way.ts'
import type { CircleSession } from '../circle-session.ts'
import { findOne } from '../find.ts'
import { giveUp } from '../giving-up.ts'
import { hostsOfThisMachine } from '../hosts.ts'
import { OVER_INTERNET } from '../invitation/invite.ts'
import { closedBecause, toldState } from '../invitation/issued-invite.ts'
import type { Join } from '../invitation/join.ts'
import type { Joiner } from '../invitation/request.ts'
import { isOpen } from '../joining.ts'
import type { RunningNode } from '../node.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'

/** A machine has one or two addresses; an invite is a picture that a telephone has to read. */
const MOST_HOSTS = 2
const MOST_KEEPERS = 2
const MOST_RELAYS = 1

export function inviteCommands(node: RunningNode): NodePort['invite'] {
  return {
    create: answering(async ({ circle, validFor }) => {
      const session = must(node.desk.session(circle))
      const rights = session.mayInvite()
      if (rights !== null) must({ ok: false, refusal: rights })
      const addresses = addressesFor(session, node)
      const lasts = validFor === undefined ? undefined : validFor * 1000
      return { ...(await node.inviting(session).create(addresses, lasts)), addresses }
    }),
    revoke: answering(async ({ circle, invite }) => {
      const session = must(node.desk.session(circle))
      const { state } = must(await node.inviting(session).revoke(invite))
      return { state }
    }),
    open: answering(({ circle }) => {
      const { invites } = must(node.desk.session(circle)).keys()
      const open = invites.filter((one) => closedBecause(one, node.desk.clock()) === undefined)
      return open.map(({ id, invite }) => ({ invite: id, expires: invite.expires }))
    }),
    list: answering(({ circle }) => {
      const session = must(node.desk.session(circle))
      const items = session.keys().invites.flatMap(({ id: invite, requests }) =>
        requests.map((received) => {
          const { id, joiner, code } = received
          const deviceOf = anotherDeviceOf(session, joiner)
          return { request: id, invite, name: joiner.name, code, state: toldState(received), deviceOf }
        }),
      )
      return { asOf: asOfText(session.circle), items }
    }),
    read: answering(async ({ text, file }) => {
      must(node.profile())
      const texts = text === undefined ? must(await requestsIn(file ?? '')) : [text]
      const taken: { session: CircleSession; request: string }[] = []
      for (const one of texts) {
        const outcome = await takeRequest(node, one)
        // Of several in a folder, those for other people's invites are no fault.
        if (outcome.ok) taken.push(outcome.value)
        else if (texts.length === 1) must(outcome)
      }
      if (taken.length === 0) must(refuse('no-such-invite'))
      return { requests: taken.map(({ session, request }) => requestPage(session, request)) }
    }),
    answer: answering(async ({ circle, request, file }, call) => {
      const session = must(node.desk.session(circle))
      const id = must(findRequestOf(session, request))
      return underWayOf(node).during('answer', file, call, async (watch) =>
        must(await writeAnswer(session, id, file, node.options.chance, watch)),
      )
    }),
    confirm: answering(async ({ circle, request, code }) => {
      const session = must(node.desk.session(circle))
      const requests = session.keys().invites.flatMap((issued) => issued.requests)
      const id = must(findRequestOf(session, request))
      const person = must(await node.inviting(session).confirm(id, code))
      const joiner = requests.find((one) => one.id === id)?.joiner
      return { person, deviceOf: joiner === undefined ? null : anotherDeviceOf(session, joiner) }
    }),
  }
}

function findRequestOf(session: CircleSession, wanted: string) {
  const requests = session.keys().invites.flatMap((issued) => issued.requests)
  const named = requests.map(({ id, joiner }) => ({ id, called: [joiner.name], it: id }))
  return findOne(named, wanted, 'no-such-request')
}

function requestPage(session: CircleSession, request: string) {
  const received = session.keys().invites.flatMap((issued) => issued.requests)
  const found = received.find(({ id }) => id === request)!
  const { joiner, code } = found
  const { name } = purpose(session.circle)
  return { circle: session.circle.id, circleName: name, request, name: joiner.name, code, state: toldState(found) }
}

/** Where the inviter answers now: at the address that was said, and where the circle's people are found. */
function addressesFor(session: CircleSession, node: RunningNode): string[] {
  const said = node.meeting()?.address() ?? null
  const found = node.reach.whereabouts(session)
  const hosts = hostsOfThisMachine().slice(0, MOST_HOSTS)
  const there = found === null ? [] : hosts.map((host) => formatAddress({ host, ...found }))
  const abroad = node.reach.isAbroad(session) ? [OVER_INTERNET] : []
  const keepers = keepersOf(session.circle).map(({ address }) => address)
  const relays = abroad.length === 0 ? [] : relaysOf(session.circle).map(({ address }) => address)
  const machines = [...keepers.slice(0, MOST_KEEPERS), ...relays.slice(0, MOST_RELAYS)]
  return [...(said === null ? [] : [said]), ...there, ...abroad, ...machines]
}

/** What the circle calls the person whose other device asks in, or came in; null for a newcomer. */
function anotherDeviceOf({ circle }: CircleSession, { person, device }: Joiner): string | null {
  const door = circle.devices.get(device.sign)?.bindings[0]
  const isAnother = door === undefined ? belongs(circle, EVERYTHING, person) : door.as === 'device'
  return isAnother ? nameOf(circle, person) : null
}

export function joinCommands(node: RunningNode): NodePort['join'] {
  const page = (join: Join) => pageOf(join, node)
  return {
    request: answering(async ({ invite, carried, reach }) => {
      const join = must(await must(node.joining()).request(invite, reach))
      if (carried !== true) {
        node.meeting()?.knock()
        node.seeking.begin()
      }
      await node.reach.callKeepers()
      if (join.state === 'refused') must(refuse(join.refusal ?? 'invite-revoked'))
      return page(join)
    }),
    carry: answering(async ({ request, file }) => {
      const join = must(findJoin(must(node.joining()).list(), request))
      if (join.state === 'cancelled') must(refuse('join-cancelled'))
      const text = requestText(join, node.options.chance)
      return { text, file: file === undefined ? null : await writeText(file, text, node.options.chance) }
    }),
    answer: answering(async ({ file }, call) =>
      underWayOf(node).during('come-in', file, call, async (watch) =>
        page(must(await takeAnswerFile(node, file, watch))),
      ),
    ),
    wait: answering(async ({ request, seconds }, { signal }) => {
      const joining = must(node.joining())
      const id = must(findJoin(joining.list(), request)).request
      const ended = AbortSignal.timeout(seconds * 1000)
      const join = await node.whenJoined(id, signal === undefined ? ended : AbortSignal.any([signal, ended]))
      if (join === undefined) return must(refuse('no-such-request'))
      if (join.state === 'joined') return page(join)
      if (join.state === 'refused') return must(refuse(join.refusal ?? 'invite-revoked'))
      const strange = node.seeking.misunderstood(id)
      if (strange !== null) return must(refuse(`${strange.theirs}-program`, { program: strange.program, request: id }))
      return must(refuse(join.state === 'cancelled' ? 'join-cancelled' : 'not-joined-yet', { request: id }))
    }),
    resume: answering(async () => {
      const joining = node.joining()
      const waiting = joining.ok ? joining.value.list().filter(isOpen).length : 0
      if (waiting > 0) node.seeking.begin()
      if (waiting > 0) await node.reach.callKeepers()
      return { waiting }
    }),
    list: answering(() =>
      must(node.joining())
        .list()
        .map((join) => ({ ...page(join), ...howItStands(node, join) })),
    ),
    overInternet: answering(async ({ request }) => page(await bring(node, request, 'internet'))),
    inNetwork: answering(async ({ request }) => page(await bring(node, request, 'lan'))),
    cancel: answering(async ({ request }) => {
      const joining = must(node.joining())
      const asked = must(findJoin(joining.list(), request))
      const { state } = must(await giveUp(node, asked))
      node.meeting()?.knock()
      node.reach.keepers()?.ask()
      return { state: stateOf(state), wasLetIn: asked.state === 'confirmed' }
    }),
  }
}

const findJoin = (joins: readonly Join[], ref: string) =>
  findOne(
    joins.map((it) => ({ id: it.request, called: [], it })),
    ref,
    'no-such-request',
  )

async function bring(node: RunningNode, request: string, reach: 'lan' | 'internet'): Promise<Join> {
  const joining = must(node.joining())
  const join = must(await joining.reachOut(must(findJoin(joining.list(), request)).request, reach))
  node.seeking.begin()
  const coming = node.sessions().find(({ circle }) => circle.id === join.invite.circle)
  if (coming !== undefined && isOpen(join)) await node.reach.set(coming, reach)
  await node.reach.callKeepers()
  return join
}

function howItStands(node: RunningNode, join: Join) {
  const misunderstood = isOpen(join) ? node.seeking.misunderstood(join.request) : null
  return { refusal: join.refusal, copy: copyOf(node, join), misunderstood }
}

/** How much is here of a circle that let this person in and has not come yet. */
function copyOf(node: RunningNode, { state, invite }: Join) {
  if (state !== 'confirmed') return null
  const session = node.sessions().find(({ circle }) => circle.id === invite.circle)
  return session?.log.copy.extent() ?? { here: 0, known: 0 }
}

function pageOf(join: Join, node: RunningNode) {
  const { request, invite, code, state, founder } = join
  const session = node.sessions().find(({ circle }) => circle.id === invite.circle)
  const door = session?.circle.devices.get(session.device)?.bindings[0]
  const isBack = founder || door?.as === 'device'
  const isAbroad = isOpen(join) && invite.addresses.some(leadsAbroad)
  const needsInternet = isAbroad && !node.reach.mayAskTheWay(join)
  const isNear =
    isOpen(join) && session === undefined && (invite.addresses.length === 0 || invite.addresses.some(isInSomeNetwork))
  const needsNetwork = isNear && !node.reach.mayLookNear(join)
  return { request, circle: invite.circle, code, state: stateOf(state), isBack, needsInternet, needsNetwork }
}

/** The inviter can be met there, or a keeper that is nowhere else to be found. */
const leadsAbroad = (text: string): boolean => text === OVER_INTERNET || parseKeeperAddress(text)?.at === null

function isInSomeNetwork(text: string): boolean {
  const host = parseAddress(text)?.host ?? ''
  return isPrivateHost(host) && !host.startsWith('127.') && host !== '::1'
}

/** Confirmed and not open here yet still looks like waiting to a person. */
const stateOf = (state: Join['state']) => (state === 'confirmed' ? 'waiting' : state)
