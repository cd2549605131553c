import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { roleIn } from '../../domain/roles/queries.ts'
import {
  isOver,
  isRevealOpen,
  notHeardInChange,
  notRevealed,
  notSealedBy,
  proposalsFrom,
  selectionState,
  standingNominations,
} from '../../domain/selections/queries.ts'
import type { SelectionRecord } from '../../domain/selections/records.ts'
import { revealingCounts } from '../../domain/selections/rules.ts'
import { inStoryOrder } from '../../domain/story.ts'
import { agreementOf, proposalState, versionShown } from './proposal-page.ts'
import { monthsLater, monthsOf } from './role-page.ts'
import { roleNamed } from './role-items.ts'
import { asOfText, namesOf, timeOf } from './shown.ts'

type Page = OutputOf<Procedures['selection']['show']>
type Line = OutputOf<Procedures['selection']['list']>['items'][number]

/** The newest first. */
export function selectionLines(circle: Circle): Line[] {
  return inStoryOrder(circle, [...circle.selections.values()])
    .toReversed()
    .map((one) => selectionLine(circle, one))
}

export function selectionPage(
  circle: Circle,
  selection: SelectionRecord,
  { me, today, mine }: { me: string; today: string; mine: Page['mine'] },
): Page {
  const isOpen = isRevealOpen(circle, selection)
  const end = selection.ends[0]
  const role = roleIn(circle, EVERYTHING, selection.role)
  const proposals = proposalsFrom(circle, selection)
  return {
    ...selectionLine(circle, selection),
    circle: circle.id,
    practice: purpose(circle).practice,
    person: selection.person,
    asked: [...selection.electorate],
    sealed: selection.electorate.filter((one) => selection.seals.some(({ person }) => person === one)),
    awaiting: awaitedIn(circle, selection, isOpen),
    unopened: isOpen ? notRevealed(selection).map(({ person }) => person) : [],
    mine,
    isOpen,
    mayOpen: revealingCounts(circle, EVERYTHING, selection.id, me) === null,
    nominees: nomineesOf(circle, selection),
    passed: standingNominations(selection).flatMap(({ person, nominee }) => (nominee === null ? [person] : [])),
    information: inStoryOrder(circle, selection.information).map(({ id, person, text }) => {
      return { information: id, person, text, at: timeOf(circle, id) }
    }),
    proposals: proposals.map((one) => {
      const { title, effect } = versionShown(one).content
      const nominee = effect?.kind === 'seat' ? effect.person : null
      return { proposal: one.id, title, state: proposalState(circle, one), nominee }
    }),
    agreement: proposals.flatMap((one) => agreementOf(circle, one)?.id ?? [])[0] ?? null,
    ended: end === undefined ? null : { person: end.person, reason: end.reason, at: timeOf(circle, end.id) },
    until: monthsLater(today, role === null ? 12 : monthsOf(circle, role)),
    me,
    names: namesOf(circle),
    asOf: asOfText(circle),
  }
}

function selectionLine(circle: Circle, selection: SelectionRecord): Line {
  const { id, role } = selection
  const name = roleNamed(circle, role)
  return { selection: id, role, name, state: selectionState(circle, selection), at: timeOf(circle, id) }
}

function awaitedIn(circle: Circle, selection: SelectionRecord, isOpen: boolean): string[] {
  if (isOver(circle, selection)) return []
  return isOpen ? notHeardInChange(circle, selection) : notSealedBy(circle, selection)
}

/** [G4] By name, and the reasons of each in the order of who gave them: no order here says how many there are. */
function nomineesOf(circle: Circle, selection: SelectionRecord): Page['nominees'] {
  const standing = standingNominations(selection)
  const people = [...new Set(standing.flatMap(({ nominee }) => nominee ?? []))]
  const byName = (a: string, b: string) => byCodeUnit(nameOf(circle, a), nameOf(circle, b)) || byCodeUnit(a, b)
  return people.sort(byName).map((person) => ({
    person,
    reasons: standing
      .filter(({ nominee }) => nominee === person)
      .sort((a, b) => byName(a.person, b.person))
      .map((one) => ({
        person: one.person,
        reason: one.reason ?? '',
        at: timeOf(circle, one.id),
        changed: one.sealed === null,
      })),
  }))
}
