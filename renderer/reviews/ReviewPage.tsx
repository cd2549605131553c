import type { Client } from '../../src/api/client.ts'
import { ThingList, ThingRow } from '../circles/Things.tsx'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { roleTitle } from '../roles/role-words.ts'
import '../roles/roles.css'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { NextInReview } from './NextInReview.tsx'

export type Review = Awaited<ReturnType<Client['review']['show']>>

const TONES: Readonly<Record<Review['state'], StateTone>> = {
  opened: 'waiting',
  speaking: 'waiting',
  planned: 'waiting',
  agreed: 'good',
  ended: 'ended',
}

/** Looking back on how a role is held: whoever holds it speaks first, and it leads to a plan. */
export function ReviewPage({ id }: PageProps) {
  const live = useLive('review', 'show', { review: id })
  return <Asked live={live}>{(review) => <InCircle review={review} />}</Asked>
}

function InCircle({ review: whole }: { readonly review: Review }) {
  const [review, folded] = useFolded(whole.circle, whole)
  const { t, direction } = useWords()
  const live = useLive('circle', 'show', { circle: review.circle })
  const end = useCommand('review', 'end')
  const { me, about, person, state, names } = review
  const isGoingOn = state !== 'agreed' && state !== 'ended'
  return (
    <Asked live={live}>
      {(circle) => (
        <Page
          title={t('reviews.title', { title: isolated(roleTitle(t, review.name ?? review.role), direction) })}
          lead={t('reviews.lead', { name: isolated(names[about] ?? '', direction) })}
          back={{ href: `#/circles/${circle.circle}/roles/${review.role}`, label: circle.name }}
          actions={
            <>
              <StateBadge tone={TONES[state]}>{t(`reviews.state.${state}`)}</StateBadge>
              {isGoingOn && (me === about || me === person) && (
                <Menu label={t('proposals.more')}>
                  <MenuItem onAction={() => void end.run({ review: review.review, asOf: review.asOf })}>
                    {t('reviews.end')}
                  </MenuItem>
                </Menu>
              )}
            </>
          }
        >
          <CircleMarks circle={circle.circle} />
          {folded}
          <Refused of={end} />
          <NextInReview review={review} />
          {(['appreciation', 'improvement'] as const).map((as) => (
            <Said key={as} review={review} as={as} />
          ))}
          <Plans review={review} />
        </Page>
      )}
    </Asked>
  )
}

function Said({ review, as }: { readonly review: Review; readonly as: 'appreciation' | 'improvement' }) {
  const { t, direction } = useWords()
  const id = `said-${as}`
  const said = review.said.filter((one) => one.as === as)
  return (
    <section className="role-part" aria-labelledby={id}>
      <h2 id={id}>{t(`reviews.${as}`)}</h2>
      {said.length === 0 && <p className="role-soft">{t('reviews.none')}</p>}
      {said.map((one) => (
        <figure key={one.said} className="role-reason">
          <blockquote dir="auto">{one.text}</blockquote>
          <figcaption>{t('selections.says', { name: isolated(review.names[one.person] ?? '', direction) })}</figcaption>
        </figure>
      ))}
    </section>
  )
}

function Plans({ review: { plans } }: { readonly review: Review }) {
  const { t } = useWords()
  if (plans.length === 0) return null
  return (
    <section className="role-part" aria-labelledby="plans">
      <h2 id="plans">{t('reviews.plan.text')}</h2>
      <ThingList label={t('reviews.plan.text')}>
        {plans.map(({ proposal, title, state }) => (
          <ThingRow
            key={proposal}
            href={`#/proposals/${proposal}`}
            title={title}
            aside={<StateBadge tone="neutral">{t(`proposals.state.${state}`)}</StateBadge>}
          />
        ))}
      </ThingList>
    </section>
  )
}
