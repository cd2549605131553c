import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { agreementState, contestsOf, validCloses } from '../../domain/agreements/queries.ts'
import { EVERYTHING, newest, saw, type Stamp } from '../../domain/causality.ts'
import type { AgreementRecord, Circle, ProposalRecord, Spoken } from '../../domain/circle.ts'
import { belongs, nameOf } from '../../domain/members/queries.ts'
import { isWord } from '../../domain/members/reducer.ts'
import { endOf } from '../../domain/proposals/queries.ts'
import { objectionsTo, objectionState } from '../../domain/rounds/queries.ts'
import { agreementOf, proposalSummary } from './proposal-page.ts'
import { timeOf } from './shown.ts'

export type News = OutputOf<Procedures['home']['show']>['news'][number]['items'][number]

type Reader = { readonly circle: Circle; readonly me: string; readonly seen: readonly Stamp[] }
type Told = Pick<News, 'kind'> & {
  readonly by: Pick<Spoken, 'id' | 'stamp' | 'person'>
  readonly text?: string | null
  readonly agreement?: string
  readonly mine?: boolean
}

/** What the others did since this person last looked: of each proposal what matters most, and who came in. */
export function newsOf(circle: Circle, me: string, mark: readonly string[] | undefined): News[] {
  const reader = { circle, me, seen: seenUntil(circle, me, mark) }
  const proposals = [...circle.proposals.values()].flatMap((proposal) => aboutProposal(reader, proposal))
  return [...proposals, ...newcomers(reader), ...toldAlongLinks(reader)].sort((a, b) => a.at - b.at)
}

/** Up to the mark; without one, up to what they last said themselves, or to their coming in. */
function seenUntil(circle: Circle, me: string, mark: readonly string[] | undefined): Stamp[] {
  const marked = mark?.flatMap((id) => circle.stamps.get(id) ?? []) ?? []
  if (marked.length > 0) return marked
  const own = [...circle.counted.values()].filter(({ person, type }) => person === me && isWord(type))
  const said = newest(own).map(({ stamp }) => stamp)
  return said.length > 0 ? said : (circle.members.get(me)?.admissions.map(({ stamp }) => stamp) ?? [])
}

const isNew = ({ me, seen }: Reader, one: { readonly stamp: Stamp; readonly person: string }) =>
  one.person !== me && !seen.some((head) => saw(head, one.stamp))

function aboutProposal(reader: Reader, proposal: ProposalRecord): News[] {
  const told = contested(reader, proposal) ?? agreed(reader, proposal) ?? underWay(reader, proposal)
  if (told === undefined) return []
  const { circle, me, seen } = reader
  const { kind, by, text = null, agreement = null, mine = false } = told
  const { title, awaiting } = proposalSummary(circle, proposal)
  const waits = waitsOn(circle, { kind, proposal, agreement, awaiting })
  return [
    {
      kind,
      proposal: proposal.id,
      agreement,
      title,
      text,
      mine,
      at: timeOf(circle, by.id),
      person: nameOf(circle, by.person),
      apart: kind === 'contested' || !seen.every((head) => saw(by.stamp, head)),
      waitsFor: waits.filter((person) => person !== me).map((person) => nameOf(circle, person)),
      waitsForYou: waits.includes(me),
    },
  ]
}

type Matter = Pick<News, 'kind' | 'agreement'> & {
  readonly proposal: ProposalRecord
  readonly awaiting: readonly string[]
}

function electorateOf(circle: Circle, agreement: string | null): readonly string[] {
  const round = circle.agreements.get(agreement ?? '')?.round
  return circle.rounds.get(round ?? '')?.electorate ?? []
}

/** For whom the matter waits now. */
function waitsOn(circle: Circle, { kind, proposal, agreement, awaiting }: Matter): readonly string[] {
  // Both sides spoke without knowing of each other: everyone who was asked looks at it again.
  if (kind === 'contested') return electorateOf(circle, agreement)
  if (kind === 'objected') return [proposal.author]
  return kind === 'round' || kind === 'changed' ? awaiting : []
}

function contested(reader: Reader, proposal: ProposalRecord): Told | undefined {
  const agreement = agreementOf(reader.circle, proposal)
  if (agreement === undefined || agreementState(reader.circle, agreement) !== 'contested') return undefined
  const contests = contestsOf(reader.circle, agreement)
  const closes = validCloses(agreement)
  // What I did myself is no news; that somebody closed meanwhile what I object to is.
  const news = [...contests, ...closes].find((one) => isNew(reader, one))
  const [contest] = contests
  if (news === undefined || contest === undefined) return undefined
  const text = reader.circle.responses.get(contest.id)?.reason ?? null
  const mine = contest.person === reader.me
  return { kind: 'contested', by: mine ? news : contest, text, mine, agreement: agreement.id }
}

function agreed(reader: Reader, proposal: ProposalRecord): Told | undefined {
  const agreement: AgreementRecord | undefined = agreementOf(reader.circle, proposal)
  // What came in its place is told by itself.
  if (agreement === undefined || agreementState(reader.circle, agreement) === 'superseded') return undefined
  const late = objectionsTo(proposal).find((one) => one.late === agreement.id && isNew(reader, one))
  if (late !== undefined) return { kind: 'objected', by: late, text: late.reason, agreement: agreement.id }
  const by = validCloses(agreement).find((close) => isNew(reader, close))
  return by === undefined ? undefined : { kind: 'agreed', by, agreement: agreement.id }
}

function underWay(reader: Reader, proposal: ProposalRecord): Told | undefined {
  const { circle } = reader
  const end = endOf(proposal)
  if (end !== null) return isNew(reader, end) ? { kind: 'ended', by: end, text: end.reason } : undefined
  if (agreementOf(circle, proposal) !== undefined) return undefined
  const isOpen = (one: (typeof proposal.responses)[number]) =>
    ['raised', 'understood', 'offered'].includes(objectionState(circle, one))
  const objection = objectionsTo(proposal).find((one) => isNew(reader, one) && isOpen(one))
  if (objection !== undefined) return { kind: 'objected', by: objection, text: objection.reason }
  const round = newest(proposal.rounds.filter((one) => isNew(reader, one)))[0]
  if (round !== undefined) return { kind: 'round', by: round }
  const version = newest(proposal.versions.filter((one) => isNew(reader, one)))[0]
  if (version === undefined) return undefined
  return { kind: version.parents.length === 0 ? 'proposed' : 'changed', by: version }
}

function newcomers(reader: Reader): News[] {
  const { circle, me, seen } = reader
  return [...circle.members.values()].flatMap(({ person, admissions }): News[] => {
    const admission = admissions.find(({ stamp, by }) => person !== me && isNew(reader, { stamp, person: by }))
    if (admission === undefined) return []
    const apart = !seen.every((head) => saw(admission.stamp, head))
    const of = { kind: 'joined' as const, proposal: null, agreement: null, title: '', text: null, mine: false }
    const at = timeOf(circle, admission.stamp.id)
    return [{ ...of, person: admission.name, at, apart, waitsFor: [], waitsForYou: false }]
  })
}

/** What linked circles said that ends something here, or answers this one; programs write it in, whoever it stands under. */
function toldAlongLinks({ circle, me, seen }: Reader): News[] {
  return [...circle.statements.told.values()].flatMap(({ statement, tellings }): News[] => {
    const [telling] = [...tellings].sort((a, b) => a.at - b.at)
    const { kind: said, fromName, text, to } = statement
    if ((said !== 'unlink' && said !== 'answer') || to !== circle.id || telling === undefined) return []
    if (!belongs(circle, EVERYTHING, me) || tellings.some(({ stamp }) => seen.some((head) => saw(head, stamp))))
      return []
    const kind = said === 'unlink' ? 'link-ended' : 'link-answered'
    const title = statement.title
    const of = { kind, proposal: null, agreement: null, title, text, mine: false, apart: false } as const
    return [{ ...of, person: fromName, at: timeOf(circle, telling.id), waitsFor: [], waitsForYou: false }]
  })
}
