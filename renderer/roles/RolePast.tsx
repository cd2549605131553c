import { ThingList, ThingRow } from '../circles/Things.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { Story } from '../ui/Story.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { Role } from './role-data.ts'

/** What is under way about a role, who held it, and what came of looking back. */
export function RolePast({ role }: { readonly role: Role }) {
  const { t, date } = useWords()
  return (
    <>
      {role.proposals.length > 0 && (
        <section className="role-part" aria-labelledby="under-way">
          <h2 id="under-way">{t('roles.underWay')}</h2>
          <ThingList label={t('roles.underWay')}>
            {role.proposals.map(({ proposal, title, state }) => (
              <ThingRow
                key={proposal}
                href={`#/proposals/${proposal}`}
                title={title}
                aside={<StateBadge tone="neutral">{t(`proposals.state.${state}`)}</StateBadge>}
              />
            ))}
          </ThingList>
        </section>
      )}
      {role.reviews.length > 0 && (
        <section className="role-part" aria-labelledby="reviews">
          <h2 id="reviews">{t('roles.reviews')}</h2>
          <ThingList label={t('roles.reviews')}>
            {role.reviews.map(({ review, about, state, next }) => (
              <ThingRow
                key={review}
                href={`#/reviews/${review}`}
                title={role.names[about] ?? ''}
                {...(next === null ? {} : { note: t('circles.review', { date: date(next) }) })}
                aside={
                  <StateBadge tone={state === 'agreed' ? 'good' : 'neutral'}>{t(`reviews.state.${state}`)}</StateBadge>
                }
              />
            ))}
          </ThingList>
        </section>
      )}
      <History role={role} />
    </>
  )
}

function History({ role }: { readonly role: Role }) {
  const { t, time, date, direction } = useWords()
  const nameOf = (person: string | null) => isolated(role.names[person ?? ''] ?? '', direction)
  if (role.history.length === 0) return null
  return (
    <section className="role-part" aria-labelledby="history">
      <h2 id="history">{t('roles.history')}</h2>
      <Story
        label={t('roles.history')}
        lines={role.history.map(({ what, person, at, until, agreement, reason }) => ({
          id: `${what} ${at}`,
          when: time(at),
          at,
          text: (
            <Line
              text={t(`roles.history.${what}`, { name: nameOf(person) })}
              note={until === null ? null : t('roles.until', { date: date(until) })}
              agreement={agreement}
            />
          ),
          ...(reason === null ? {} : { more: <q dir="auto">{reason}</q> }),
        }))}
      />
    </section>
  )
}

type LineProps = { readonly text: string; readonly note: string | null; readonly agreement: string | null }

function Line({ text, note, agreement }: LineProps) {
  const words = note === null ? text : `${text}, ${note}`
  return agreement === null ? words : <a href={`#/agreements/${agreement}`}>{words}</a>
}
