import { useState } from 'react'
import { OnAgenda } from '../meetings/OnAgenda.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { DescribeDialog } from './DescribeDialog.tsx'
import { LayDownDialog } from './LayDownDialog.tsx'
import { RoleActs } from './RoleActs.tsx'
import { RoleDescription } from './RoleDescription.tsx'
import { RolePast } from './RolePast.tsx'
import { isMemberIn, SEAT_TONES, type Circle, type Role } from './role-data.ts'
import { roleTitle } from './role-words.ts'
import './roles.css'

/** One role: who holds it, what it is, and how it came about. */
export function RolePage({ id, role }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <InCircle circle={circle} role={role ?? ''} />}</Asked>
}

/** A delegate's seat in a linked circle: what it is, its link says. */
const isLinkSeat = ({ role }: Role): boolean => role.startsWith('link:')

function InCircle({ circle, role }: { readonly circle: Circle; readonly role: string }) {
  const live = useLive('role', 'show', { circle: circle.circle, role })
  return <Asked live={live}>{(shown) => <Shown circle={circle} role={shown} />}</Asked>
}

function Shown({ circle, role }: { readonly circle: Circle; readonly role: Role }) {
  const { t } = useWords()
  const [dialog, setDialog] = useState<'describe' | 'layDown' | null>(null)
  const isMine = role.holders.some(({ person }) => person === role.me)
  const isSeat = isLinkSeat(role)
  const close = () => setDialog(null)
  return (
    <Page
      title={roleTitle(t, role.name ?? role.role)}
      back={{ href: `#/circles/${circle.circle}/roles`, label: circle.name }}
      actions={
        <>
          <StateBadge tone={SEAT_TONES[role.state]}>{t(`roles.state.${role.state}`)}</StateBadge>
          {isMemberIn(circle) && (isMine || !isSeat) && (
            <Menu label={t('proposals.more')}>
              {!isSeat && <MenuItem onAction={() => setDialog('describe')}>{t('roles.describe')}</MenuItem>}
              {isMine && <MenuItem onAction={() => setDialog('layDown')}>{t('roles.layDown')}</MenuItem>}
            </Menu>
          )}
        </>
      }
    >
      <CircleMarks circle={circle.circle} />
      <Held role={role} />
      {isMemberIn(circle) && <RoleActs circle={circle} role={role} />}
      <OnAgenda
        circle={circle.circle}
        about={{ kind: 'role', id: role.role }}
        title={roleTitle(t, role.name ?? role.role)}
        places={role.onAgenda ?? []}
      />
      <RoleDescription role={role} />
      <RolePast role={role} />
      {dialog === 'describe' && <DescribeDialog circle={circle.circle} asOf={role.asOf} role={role} onClose={close} />}
      {dialog === 'layDown' && <LayDownDialog role={role} onClose={close} />}
    </Page>
  )
}

function Held({ role }: { readonly role: Role }) {
  const { t, date } = useWords()
  const { holders } = role
  const people = holders.map(({ person, name, until }) => ({
    id: person,
    name,
    ...(until === null ? {} : { note: t('roles.until', { date: date(until) }) }),
  }))
  return (
    <section className="role-part" aria-labelledby="held">
      <h2 id="held">{t('roles.holder')}</h2>
      {people.length === 0 ? <p>{t('roles.nobody')}</p> : <PersonList label={t('roles.holder')} people={people} />}
      <Waits role={role} />
    </section>
  )
}

/** A term that is over, or two who were selected apart (D3 rows 14 and 18). */
function Waits({ role }: { readonly role: Role }) {
  const { state, holders, undecided } = role
  const { t, date, list } = useWords()
  const [holder] = holders
  if (state === 'apart') {
    const isSettled = holders.length === 1 && !undecided.some(({ agreement }) => agreement === holder?.agreement)
    return (
      <Notice tone="warning">
        {t('roles.apart', { names: list(undecided.map(({ name }) => name)) })}{' '}
        {isSettled
          ? t('roles.apart.settled', { name: holder?.name ?? '' })
          : t(isLinkSeat(role) ? 'roles.apart.neither' : 'roles.apart.both')}
      </Notice>
    )
  }
  if (state !== 'term-due' || holder === undefined || holder.until === null) return null
  return <Notice tone="info">{t('roles.due', { date: date(holder.until), name: holder.name })}</Notice>
}
