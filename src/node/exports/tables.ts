import { becameOf, contentOf } from '../../domain/agreements/life.ts'
import { isOverWithLink } from '../../domain/links/agreed.ts'
import { agreementState } from '../../domain/agreements/queries.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { nameOf, people } from '../../domain/members/queries.ts'
import { roles, seatIn } from '../../domain/roles/queries.ts'
import { isStandard } from '../../domain/roles/role.ts'
import { dayOf } from '../clock.ts'
import { borrowedIn, closeOf } from '../pages/agreement-page.ts'
import { backlogLines } from '../pages/backlog.ts'
import { timeOf } from '../pages/shown.ts'
import type { Table } from './csv.ts'
import { wordsOf, type Language } from './words.ts'

type Making = (circle: Circle, asked: Asked) => Table
type Asked = {
  readonly language: Language
  readonly today: string
  /** Whose words stay out of it. */
  readonly notRead: ReadonlySet<string>
}

/** What comes out as CSV and JSON. The columns have the same names in every language, for the programs that read them. */
export const TABLES: Readonly<Record<'members' | 'roles' | 'agreements' | 'backlog', Making>> = {
  members,
  roles: roleTable,
  agreements,
  backlog,
}

function members(circle: Circle): Table {
  const held = new Map<string, string[]>()
  for (const { id } of roles(circle))
    for (const { person } of seatIn(circle, id).holders) held.set(person, [...(held.get(person) ?? []), id])
  return {
    columns: ['name', 'state', 'since', 'roles'],
    rows: people(circle).map(({ person, name, state }) => {
      const came = circle.members.get(person)?.admissions.map(({ stamp }) => timeOf(circle, stamp.id)) ?? []
      return { name, state, since: dayOf(Math.min(...came)), roles: held.get(person) ?? [] }
    }),
  }
}

function roleTable(circle: Circle, { language }: Asked): Table {
  const names = wordsOf(language).roles
  const columns = ['role', 'name', 'aim', 'domain', 'accountabilities', 'qualities', 'months', 'held by', 'until']
  return {
    columns,
    rows: roles(circle).map(({ id, described }) => {
      const { holders } = seatIn(circle, id)
      return {
        role: id,
        name: described?.name ?? (isStandard(id) ? names[id] : ''),
        aim: described?.aim ?? null,
        domain: described?.domain ?? null,
        accountabilities: described?.accountabilities ?? [],
        qualities: described?.qualities ?? [],
        months: described?.months ?? null,
        'held by': holders.map(({ person }) => nameOf(circle, person)),
        until: holders.flatMap(({ until }) => until ?? []),
      }
    }),
  }
}

function agreements(circle: Circle): Table {
  const columns = [
    'agreement',
    'title',
    'state',
    'agreed on',
    'review',
    'owner',
    'why',
    'text',
    'criteria',
    'consented',
    'on a borrowed device',
  ]
  const sorted = [...circle.agreements.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return {
    columns,
    rows: sorted.flatMap((agreement) => {
      const content = contentOf(circle, agreement)
      const close = closeOf(agreement)
      if (content === null || close === undefined) return []
      const { title, review, owner, driver, text, criteria } = content
      return {
        agreement: agreement.id,
        title,
        state:
          becameOf(circle, agreement)?.how ??
          (isOverWithLink(circle, content.effect) ? 'ended' : agreementState(circle, agreement)),
        'agreed on': dayOf(timeOf(circle, close.id)),
        review,
        owner: owner === null ? null : nameOf(circle, owner),
        why: driver,
        text,
        criteria,
        consented: close.consents.map(({ person }) => nameOf(circle, person)),
        'on a borrowed device': borrowedIn(close).map(({ person }) => nameOf(circle, person)),
      }
    }),
  }
}

function backlog(circle: Circle, { language, today, notRead }: Asked): Table {
  return {
    columns: ['item', 'kind', 'title', 'due', 'owner', 'minutes', 'next'],
    rows: backlogLines(circle, today).map(({ item, kind, title, person, due, ownerName, minutes, next }) => ({
      item,
      kind,
      title: person !== undefined && notRead.has(person) ? wordsOf(language).notRead : (title ?? null),
      due: due ?? null,
      owner: ownerName ?? null,
      minutes: minutes ?? null,
      next: next ?? null,
    })),
  }
}
