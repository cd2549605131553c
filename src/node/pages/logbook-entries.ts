import { becameOf, contentOf, isEnding } from '../../domain/agreements/life.ts'
import { agreementState } from '../../domain/agreements/queries.ts'
import type { AgreementRecord, Circle, EvaluationRecord, ProposalRecord } from '../../domain/circle.ts'
import { doneApart } from '../../domain/links/apart.ts'
import { isOverWithLink } from '../../domain/links/agreed.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import type { Effect } from '../../domain/proposals/effect.ts'
import { moveOf } from '../../domain/drivers/queries.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { objectionsTo } from '../../domain/rounds/queries.ts'
import { borrowedIn, closeOf, titleOf } from './agreement-page.ts'
import { wordingShown } from './driver-page.ts'
import { timeOf } from './shown.ts'
import { BARE, type Kept } from './logbook-kept.ts'
import { trips, waysOf } from './logbook-trips.ts'

/** Where entries come from: a concept that has something to be remembered adds a source here. */
const SOURCES: readonly ((circle: Circle) => Kept[])[] = [
  foundings,
  agreements,
  evaluations,
  drivers,
  trips,
  admissions,
]

/** All that was agreed and done in a circle, in no order yet. */
export function entriesOf(circle: Circle): Kept[] {
  return SOURCES.flatMap((source) => source(circle))
}

function foundings(circle: Circle): Kept[] {
  const { genesis } = circle
  if (genesis === null) return []
  const { name, aim, domain, stamp } = genesis
  const person = circle.counted.get(stamp.id)?.person ?? null
  const text = domain === null ? aim : `${aim}\n\n${domain}`
  const parts = [name, text, ...(person === null ? [] : [nameOf(circle, person)])]
  const at = timeOf(circle, stamp.id)
  return [{ ...BARE, entry: stamp.id, kind: 'founded', at, title: name, text, person, parts }]
}

const KIND: Readonly<Partial<Record<Effect['kind'], Kept['kind']>>> = {
  purpose: 'purpose',
  way: 'way',
  link: 'link',
  unlink: 'ending',
  role: 'role',
  seat: 'role',
  admit: 'belonging',
  remove: 'belonging',
  rest: 'belonging',
  plan: 'plan',
  'helping-circle': 'helping',
  'sub-circle': 'sub-circle',
  adopts: 'sub-circle',
  state: 'state',
  minutes: 'minutes',
  objects: 'objection',
  answers: 'answer',
  end: 'ending',
}

function agreements(circle: Circle): Kept[] {
  const ways = waysOf(circle)
  const apart = apartIn(circle)
  return [...circle.agreements.values()].flatMap((agreement): Kept[] => {
    const proposal = circle.proposals.get(agreement.proposal)
    const content = contentOf(circle, agreement)
    const state = agreementState(circle, agreement)
    if (proposal === undefined || content === null || state === 'invalid') return []
    const close = closeOf(agreement)
    const { title, text, driver, criteria, review, owner, effect } = content
    const way = ways.get(agreement.id)
    const isOver = isOverWithLink(circle, effect)
    return [
      {
        entry: agreement.id,
        kind: (effect && KIND[effect.kind]) ?? 'agreement',
        at: timeOf(circle, close?.id ?? ''),
        title,
        agreement: agreement.id,
        state,
        review: isEnding(content) || isOver ? null : review,
        became: state === 'superseded' ? (becameOf(circle, agreement)?.how ?? null) : isOver ? 'ended' : null,
        owner,
        person: proposal.author,
        text,
        driver,
        criteria: [...criteria],
        consents: close?.consents.map(({ person }) => person) ?? [],
        borrowed: borrowedIn(close),
        ...(way !== undefined && { way }),
        ...(apart.has(agreement.id) && { apart: apart.get(agreement.id) ?? [] }),
        ...partsOf(circle, agreement, proposal),
      },
    ]
  })
}

/** Of the agreements about links, what was done apart from them. */
function apartIn(circle: Circle): Map<string, NonNullable<Kept['apart']>> {
  const found = new Map<string, NonNullable<Kept['apart']>>()
  const done = linkedCircles(circle).flatMap((other) => doneApart(circle, other))
  for (const { kind, agreements: ids } of done)
    for (const id of ids) found.set(id, [...new Set([...(found.get(id) ?? []), kind])])
  return found
}

type Parts = Required<Pick<Kept, 'parts' | 'saidBy'>>
type PartsThen = Parts & { readonly acts: number; readonly members: number }
const partsKnown = new WeakMap<AgreementRecord, PartsThen>()

/** Put together again only where something was said about the proposal, or somebody came. */
function partsOf(circle: Circle, agreement: AgreementRecord, proposal: ProposalRecord): Parts {
  const now = { acts: proposal.acts.length, members: circle.members.size }
  const known = partsKnown.get(agreement)
  if (known?.acts === now.acts && known.members === now.members) return { parts: known.parts, saidBy: known.saidBy }
  const { title, text, driver, criteria, owner } = contentOf(circle, agreement) ?? { ...BARE }
  const objections = objectionsTo(proposal)
  const people = [owner, proposal.author, ...objections.map(({ person }) => person)]
  const names = new Set(people.flatMap((person) => (person === null ? [] : nameOf(circle, person))))
  const said = [
    ...objections.map(({ person, reason }) => ({ person, text: reason })),
    ...proposal.concerns,
    ...proposal.questions.flatMap((one) => [one, ...one.answers]),
    ...proposal.reactions,
  ].flatMap(({ person, text: words }) => (words === null ? [] : [{ person, words }]))
  const agreed = [title, text ?? '', driver ?? '', ...criteria]
  const parts = [...agreed, ...said.map(({ words }) => words), ...names]
  const saidBy = new Map(said.map(({ person }, at) => [agreed.length + at, person]))
  partsKnown.set(agreement, { ...now, parts, saidBy })
  return { parts, saidBy }
}

function evaluations(circle: Circle): Kept[] {
  return [...circle.evaluations].flatMap(([id, made]) => {
    const agreement = circle.agreements.get(id)
    return agreement === undefined ? [] : made.map((one) => evaluation(circle, agreement, one))
  })
}

function evaluation(circle: Circle, agreement: AgreementRecord, { id, person, results, note }: EvaluationRecord): Kept {
  const lines = results.flatMap(({ criterion, text }) => [criterion, ...(text === null ? [] : [text])])
  const [title, at] = [titleOf(circle, agreement), timeOf(circle, id)]
  const parts = [title, ...lines, ...(note === null ? [] : [note]), nameOf(circle, person)]
  const text = [...lines, ...(note === null ? [] : [note])].join('\n')
  const saidBy = new Map(parts.slice(1, -1).map((_, index) => [index + 1, person]))
  return { ...BARE, entry: id, kind: 'evaluation', at, title, agreement: agreement.id, person, text, parts, saidBy }
}

/** What the circle noticed, once something became of it: taken on, passed on or laid aside, and why. */
function drivers(circle: Circle): Kept[] {
  return [...circle.drivers.values()].flatMap((driver): Kept[] => {
    const moved = moveOf(driver)
    if (moved === null || moved.move.as === 'noticed') return []
    const { content, person: noticer } = wordingShown(driver)
    const { statement } = content
    const reason = 'reason' in moved.move ? moved.move.reason : null
    const of = { entry: moved.id, at: timeOf(circle, moved.id), title: statement, person: moved.person, text: reason }
    const parts = [statement, ...(reason === null ? [] : [reason]), nameOf(circle, moved.person)]
    const saidBy = new Map(reason === null ? [] : [[1, moved.person]])
    return [{ ...BARE, ...of, kind: 'driver', titleBy: noticer, parts, saidBy }]
  })
}

function admissions(circle: Circle): Kept[] {
  const members = [...circle.members.values()]
  return members.flatMap(({ person, admissions: made }) =>
    made
      .filter(({ stamp }) => stamp.id !== circle.genesis?.stamp.id)
      .map(({ stamp, name }) => {
        const of = { entry: stamp.id, at: timeOf(circle, stamp.id), title: name, person }
        return { ...BARE, ...of, kind: 'joined' as const, parts: [name] }
      }),
  )
}
