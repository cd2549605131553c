import { expect } from 'vitest'
import { inStep, lets, peer, until, type Peer } from './nodes.ts'

export const REVIEW = '2027-01-31'
export const TERMS = {
  aim: 'to share the river',
  sends: 1,
  receives: 1,
  until: '2027-06-01',
  shares: 'what we decide about water',
}

/** A forming circle of its own name, on nodes of their own; everyone knows everyone. */
export async function circleNamed(name: string, ...names: readonly [string, ...string[]]): Promise<[Peer, ...Peer[]]> {
  const [founder, ...others] = await Promise.all(names.map(async (one) => peer(one)))
  if (founder === undefined) throw new Error('nobody')
  await founder.api.circle.create({ name, aim: `to look after the ${name}` })
  for (const other of others) await lets(founder, other)
  await inStep(founder, ...others)
  return [founder, ...others]
}

/** Waits until all of them count the same in one circle, whichever others they are in. */
export async function inStepIn(circle: string, peers: readonly Peer[]): Promise<void> {
  await until(`${peers.map(({ name }) => name).join(', ')} are in step`, peers, async () => {
    const states = await Promise.all(peers.map(async (one) => one.api.circle.show({ circle })))
    const [first] = states
    const isSame = states.every(({ at, waiting }) => at === first?.at && waiting === 0)
    if (isSame) for (const { stateHash } of states) expect(stateHash).toBe(first?.stateHash)
    return isSame ? true : undefined
  })
}

/** What was presented becomes an agreement: everyone whom the round asks consents, the others first. */
export async function agreeAcross(
  circle: string,
  peers: readonly Peer[],
  { proposal }: { readonly proposal: string },
  last?: Peer,
): Promise<string> {
  const [first] = peers as readonly [Peer]
  await inStepIn(circle, peers)
  await first.api.round.open({ proposal })
  await inStepIn(circle, peers)
  const asked = new Set((await first.api.proposal.show({ proposal })).awaiting)
  const session = (one: Peer) => one.node.sessions().find((each) => each.circle.id === circle)
  for (const one of peers)
    if (one !== last && asked.has(session(one)?.me ?? '')) await one.api.response.consent({ proposal })
  await inStepIn(circle, peers)
  if (last !== undefined) await last.api.response.consent({ proposal })
  await inStepIn(circle, peers)
  const { agreement } = await first.api.round.close({ proposal })
  await inStepIn(circle, peers)
  return agreement
}

/** A file from one circle to another, by whoever carries it. */
export async function carries(from: Peer, fromCircle: string, to: Peer, toCircle: string): Promise<number> {
  const { text } = await from.api.statement.export({ circle: fromCircle, other: toCircle })
  const { circles, told } = await to.api.statement.import({ text })
  expect(circles).toEqual([toCircle])
  return told
}

export async function linkAt(one: Peer, circle: string, other: string) {
  const { items } = await one.api.link.list({ circle })
  return items.find((each) => each.circle === other)
}

/** Both consent, and a file goes there and another back. */
export async function linkCircles(
  ours: readonly [Peer, ...Peer[]],
  theirs: readonly [Peer, ...Peer[]],
  terms = TERMS,
): Promise<void> {
  await acceptOffer(ours, theirs, terms)
  const [here, there] = [ours[0].circle, theirs[0].circle]
  await carries(theirs[0], there, ours[0], here)
  await inStepIn(here, ours)
  await inStepIn(there, theirs)
}

/** Each has consented; the other's consent is not here yet, but for the offer, which was carried. */
export async function acceptOffer(
  ours: readonly [Peer, ...Peer[]],
  theirs: readonly [Peer, ...Peer[]],
  terms = TERMS,
): Promise<void> {
  const [us, them] = [ours[0], theirs[0]]
  const [here, there] = [us.circle, them.circle]
  await agreeAcross(
    here,
    ours,
    await us.api.link.propose({ circle: here, other: there, name: them.name, ...terms, review: REVIEW }),
  )
  await carries(us, here, them, there)
  await agreeAcross(there, theirs, await them.api.link.accept({ circle: there, other: here, review: REVIEW }))
}

/** One of ours is selected and let in over there; their own node does the rest. Ends when they sit there. */
export async function sendsDelegate(
  ours: readonly [Peer, ...Peer[]],
  theirs: readonly [Peer, ...Peer[]],
  who: Peer,
): Promise<void> {
  const [here, there] = [ours[0].circle, theirs[0].circle]
  const role = `link:${there}:1`
  const words = { title: 'Our delegate', text: 'Speaks for us there.' }
  const proposal = await ours[0].api.role.seat({ circle: here, role, person: who.me, ...words })
  await agreeAcross(here, ours, proposal, who)
  await lets(theirs[0], who)
  await until(`${who.name} sits there`, [...ours, ...theirs], async () => {
    const link = await linkAt(theirs[0], there, here)
    const home = await linkAt(ours[0], here, there)
    return link?.received[0]?.person !== null && home?.sent[0]?.hasArrived === true ? true : undefined
  })
}
