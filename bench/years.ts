import type { Circle } from '../src/domain/circle.ts'
import type { Body } from '../src/domain/events.ts'
import type { CircleEvent, EventContent } from '../src/domain/event.ts'
import { byCodeUnit } from '../src/domain/canonical.ts'
import { createFold } from '../src/domain/fold.ts'
import { agreementId } from '../src/domain/agreements/queries.ts'
import type { VersionContent } from '../src/domain/proposals/events.ts'
import { hashText, toHex } from '../src/log/crypto.ts'
import { foundCircle } from '../test/helpers/circles.ts'
import { keysOf, tools } from '../test/helpers/devices.ts'
import { Dice } from '../test/helpers/dice.ts'
import { said, upTo, type Saying } from './life.ts'
import { Voice } from './voice.ts'

/** What a circle said in years, really signed, with the texts as they were. */
export type Years = {
  readonly circle: string
  readonly people: readonly string[]
  readonly events: readonly CircleEvent[]
  readonly texts: readonly string[]
}

const NAMES = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gil', 'Hana', 'Ida', 'Jón', 'Kari', 'Leïla']

const WORDS =
  'we open the workshop garden kitchen every second Saturday from ten to four whoever opens it also locks and writes down ' +
  'what is used up so that the buyer of month can get before next time tools stay in house heating water roof bicycles ' +
  'neighbours children evening soup bread keys money box plan letter visit music repair paint wood seeds beds compost ' +
  'café sábado señal über Straße œuvre مطبخ حديقة مفتاح مدرسة'

/** Twelve people through about five years: some forty agreements a year, each talked about, many changed later. */
export function yearsOf(count: number, seed = 7): Years {
  const [first = '', ...others] = NAMES
  const founder = foundCircle(first, 'Workshop')
  for (const name of others) founder.admits(name)
  const events: CircleEvent[] = [...founder.known.values()].map(({ known }) => known)
  const texts = [...founder.known.values()].map(({ event }) => JSON.stringify(event))
  const keys = NAMES.map((name) => keysOf(name))
  const people = keys.map(({ person }) => toHex(person.publicKey))
  const last = founder.circle.latest.get(founder.device)
  const voices = keys.map(
    ({ sign }, who) => new Voice(founder.circleId, toHex(sign.publicKey), sign.secretKey, who === 0 ? last : undefined),
  )
  let newest = last?.id ?? ''
  const says: Says = (who, saying) => {
    const signed = voices[who]?.says(saying, [newest])
    if (signed === undefined) throw new Error('nobody speaks')
    newest = signed.id
    const writer = keys[who]?.writer ?? ''
    events.push({ ...(JSON.parse(signed.text) as EventContent), id: signed.id, writer })
    texts.push(signed.text)
    return signed.id
  }
  const dice = new Dice(seed)
  const agreements: string[] = []
  while (events.length < count) agreements.push(aMatter({ dice, says, people, agreements }))
  return { circle: founder.circleId, people, events: events.slice(0, count), texts: texts.slice(0, count) }
}

/** All of it counts; made once and measured on. */
export function circleOfYears({ circle, events }: Years): Circle {
  const fold = createFold(circle, tools)
  for (const event of events) fold.add(event)
  if (fold.circle.counted.size !== events.length) throw new Error('not everything counts')
  return fold.circle
}

type Says = (who: number, saying: Saying) => string
type Scene = {
  readonly dice: Dice
  readonly says: Says
  readonly people: readonly string[]
  readonly agreements: readonly string[]
}

/** One matter from its being brought to its agreement, and some words on an older one. Answers with the agreement. */
function aMatter(scene: Scene): string {
  const { dice, says, people, agreements } = scene
  const author = dice.below(people.length)
  const content = contentOf(scene)
  const proposal = says(author, said('proposal.presented', { content }))
  for (const _ of upTo(1 + dice.below(2))) {
    const question = says(dice.below(12), said('question.asked', { proposal, text: sentence(dice, 8) }))
    says(author, said('question.answered', { question, text: sentence(dice, 12) }))
  }
  for (const who of people.keys()) {
    says(who, said('proposal.understood', { proposal }))
    says(who, said('reaction.given', { proposal, text: sentence(dice, 5) }))
  }
  const { round, version } = rounds(scene, proposal, content, author)
  const consents = people.map((person, who) => ({
    person,
    response: says(who, said('consent.given', { round, version })),
  }))
  const cited = consents.sort((a, b) => byCodeUnit(a.person, b.person))
  const close = says(author, said('round.closed', { round, version, consents: cited }))
  for (const who of people.keys()) if (who !== author) says(who, said('close.seen', { close }))
  const agreement = agreementId(round, version, hashText)
  says(dice.below(12), said('concern.added', { proposal, agreement, text: sentence(dice, 9) }))
  const older = dice.oneOf(agreements)
  if (older !== undefined) says(dice.below(12), said('agreement.evaluated', evaluation(older, dice)))
  return agreement
}

/** To each third somebody objects, and other words take care of it. */
function rounds({ dice, says, people }: Scene, proposal: string, content: VersionContent, author: number) {
  const electorate = [...people].sort(byCodeUnit)
  const round = says(author, said('round.opened', { proposal, version: proposal, electorate }))
  if (!dice.happens(33)) return { round, version: proposal }
  const who = dice.below(12)
  const reason = sentence(dice, 10)
  const objection = says(who, said('objection.raised', { round, version: proposal, reason }))
  const body = { proposal, parents: [proposal], integrates: [objection] }
  const amended = { ...body, content: { ...content, text: `${content.text}\n\n${sentence(dice, 20)}` } }
  const version = says(author, said('proposal.amended', amended))
  return { round: says(author, said('round.opened', { proposal, version, electorate })), version }
}

/** Half of what is agreed later renews, changes or ends something older. */
function contentOf({ dice, people, agreements }: Scene): VersionContent {
  const changes = dice.happens(50) ? (dice.oneOf(agreements.slice(-60)) ?? null) : null
  const text = upTo(3 + dice.below(4)).map(() => sentence(dice, 14))
  return {
    title: sentence(dice, 4),
    text: text.join(' '),
    driver: sentence(dice, 12),
    answers: null,
    review: `${2031 + dice.below(3)}-0${1 + dice.below(9)}-1${dice.below(9)}`,
    criteria: [sentence(dice, 6), sentence(dice, 5)],
    owner: dice.oneOf(people) ?? null,
    changes,
    effect: changes !== null && dice.happens(20) ? { kind: 'end' } : null,
  }
}

function evaluation(agreement: string, dice: Dice): Body<'agreement.evaluated'> {
  const well = dice.oneOf(['met', 'partly', 'not', 'unsure'] as const) ?? 'unsure'
  return { agreement, results: [{ criterion: sentence(dice, 6), well, text: null }], note: sentence(dice, 8) }
}

const ALL_WORDS = WORDS.split(' ')

function sentence(dice: Dice, length: number): string {
  return `${upTo(length)
    .map(() => dice.oneOf(ALL_WORDS) ?? '')
    .join(' ')}.`
}
