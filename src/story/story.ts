import { verifyCertificate } from '../domain/certificates/verify.ts'
import { TOOLS } from '../node/circle-session.ts'
import { bring, sees, the, type Person, type ProposalPage } from './person.ts'

const CIRCLE = 'Repair café'
const TITLE = 'Open every first Saturday'
const FIRST = 'The repair café is open every first Saturday of the month, from 10 to 16.'
const SECOND = 'The repair café is open every first Saturday of the month, from 10 to 13, until the review.'

export type Tell = (line?: string) => void

/** Three people on three nodes of this machine, from nothing to an agreement, also while one of them is away. */
export async function tellStory(folder: string, review: string, tell: Tell): Promise<void> {
  const people = [await bring('Ana', folder), await bring('Ben', folder), await bring('Cleo', folder)] as const
  try {
    await meetAndDecide(people, review, tell)
  } finally {
    await Promise.all(people.map((person) => person.close()))
  }
}

async function meetAndDecide(people: readonly [Person, Person, Person], review: string, tell: Tell): Promise<void> {
  const [ana, ben, cleo] = people
  tell('1. Ana starts a circle. She asks nobody, and nothing leaves her machine.')
  const { circle } = the(await ana.node.circle.create({ name: CIRCLE, aim: 'Mend what is broken, together' }, {}))
  tell(`   Ana sees: ${CIRCLE}, 1 person, forming`)

  tell('\n2. She invites Ben and Cleo. Both screens show the same five words; she compares them and lets each in.')
  the(await ana.node.network.listen({ listen: '127.0.0.1:0' }, {}))
  for (const newcomer of [ben, cleo]) await letIn(ana, newcomer, circle, tell)

  tell('\n3. Ana brings a proposal. Ben asks, Ana answers, everyone reacts.')
  const proposal = await discuss(people, circle, review, tell)

  tell('\n4. A round of consent. Cleo objects, with a reason; nobody outvotes her.')
  the(await ana.node.round.open({ proposal }, {}))
  await onRound(ben, proposal)
  await onRound(cleo, proposal)
  the(await ana.node.response.consent({ proposal }, {}))
  the(await ben.node.response.consent({ proposal }, {}))
  const reason = 'Nobody can stay for six hours; we would give up by spring.'
  const { objection } = the(await cleo.node.response.object({ proposal, reason }, {}))
  await sees(
    ana,
    () => ana.node.proposal.show({ proposal }, {}),
    (page) => page.responses.length === 3,
  )
  tell(`   Ana sees: Cleo objects: "${reason}"`)
  const refused = await ana.node.round.close({ proposal }, {})
  tell(`   Ana tries to close: ${refused.ok ? 'closed?!' : `no (${refused.refusal.code}): not everyone consents`}`)

  tell('\n5. Ana amends, offering to integrate it. Consents never carry over: a new round asks everyone again.')
  the(await ana.node.proposal.amend({ proposal, text: SECOND, integrates: [objection] }, {}))
  the(await ana.node.round.open({ proposal }, {}))
  for (const person of people) {
    await onRound(person, proposal, SECOND)
    the(await person.node.response.consent({ proposal }, {}))
  }
  const ready = await sees(
    ben,
    () => ben.node.proposal.show({ proposal }, {}),
    (page) => page.responses.length === 3,
  )
  tell(`   Ben sees: consent of ${ready.responses.map(({ person }) => ready.names[person]).join(', ')}`)
  tell(`   Cleo's objection is now: ${ready.objections.map(({ state }) => state).join()}`)

  tell('\n6. Ben closes the round. It is an agreement until its review.')
  const { agreement } = the(await ben.node.round.close({ proposal }, {}))
  await compare(people, circle, agreement, tell)
}

async function letIn(inviter: Person, newcomer: Person, circle: string, tell: Tell): Promise<void> {
  const { invite } = the(await inviter.node.invite.create({ circle }, {}))
  const { request, code } = the(await newcomer.node.join.request({ invite }, {}))
  const isThere = (list: { items: { request: string }[] }) => list.items.some((one) => one.request === request)
  const { items } = await sees(inviter, () => inviter.node.invite.list({ circle }, {}), isThere)
  const shown = items.find((one) => one.request === request)
  tell(`   ${newcomer.name} reads out: ${code}   ${inviter.name} sees: ${shown?.code}`)
  if (shown?.code !== code) throw new Error('the words differ')
  the(await inviter.node.invite.confirm({ circle, request }, {}))
  the(await newcomer.node.join.wait({ request, seconds: 30 }, {}))
}

async function discuss(
  [ana, ben, cleo]: readonly [Person, Person, Person],
  circle: string,
  review: string,
  tell: Tell,
) {
  const terms = { circle, title: TITLE, text: FIRST, review, criteria: ['At least five things mended each time'] }
  const { proposal } = the(await ana.node.proposal.present(terms, {}))
  for (const person of [ben, cleo])
    await sees(
      person,
      () => person.node.proposal.show({ proposal }, {}),
      () => true,
    )
  const asked = 'Where do we meet?'
  const answer = 'In the hall of the old school.'
  tell(`   Ben asks: ${asked}\n   Ana answers: ${answer}`)
  const { question } = the(await ben.node.proposal.ask({ proposal, text: asked }, {}))
  await sees(
    ana,
    () => ana.node.proposal.show({ proposal }, {}),
    (page) => page.questions.length === 1,
  )
  the(await ana.node.proposal.answer({ question, text: answer }, {}))
  for (const person of [ben, cleo]) {
    await sees(person, () => person.node.proposal.show({ proposal }, {}), isAnswered)
    the(await person.node.proposal.understood({ proposal }, {}))
    the(await person.node.proposal.react({ proposal, text: person === ben ? 'Gladly!' : 'Six hours is long.' }, {}))
  }
  const page = await sees(
    ana,
    () => ana.node.proposal.show({ proposal }, {}),
    (seen) => seen.reactions.length === 2,
  )
  for (const { person, text } of page.reactions) tell(`   ${page.names[person]}: ${text}`)
  return proposal
}

async function onRound(person: Person, proposal: string, text?: string): Promise<void> {
  const asked = (page: ProposalPage) => page.round !== null && (text === undefined || versionText(page) === text)
  await sees(person, () => person.node.proposal.show({ proposal }, {}), asked)
}

function isAnswered({ questions }: ProposalPage): boolean {
  return questions.length === 1 && questions.every(({ state }) => state === 'answered')
}

const isSettled = (page: { readonly state: string }) => page.state === 'settled'

const versionText = (page: ProposalPage) => page.versions.find(({ version }) => version === page.version)?.text

async function compare(people: readonly Person[], circle: string, agreement: string, tell: Tell): Promise<void> {
  const [first] = people
  if (first === undefined) return
  for (const person of people)
    await sees(
      person,
      () => person.node.agreement.show({ agreement }, {}),
      () => true,
    )
  for (const person of people) {
    const page = await sees(person, () => person.node.agreement.show({ agreement }, {}), isSettled)
    const { stateHash } = the(await person.node.circle.show({ circle }, {}))
    tell(
      `   ${person.name} sees: "${page.text}" (${page.state}; review ${page.review}; state ${stateHash?.slice(0, 8)})`,
    )
  }
  const { certificate } = the(await first.node.certificate.export({ agreement }, {}))
  const verdict = verifyCertificate(certificate, TOOLS)
  if (!verdict.valid) throw new Error(`the certificate does not hold: ${verdict.why}`)
  tell(`\n7. The certificate holds, without the circle's log: ${verdict.consents.map(({ name }) => name).join(', ')}`)
  tell('   consented to exactly these words.')
}
