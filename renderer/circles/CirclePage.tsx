import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Coming } from '../shell/Coming.tsx'
import { roleTitle } from '../roles/role-words.ts'
import { isMemberIn } from '../roles/role-data.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { byName } from '../words/by-name.ts'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { Agreements } from './Agreements.tsx'
import { Around, PartOf } from './Around.tsx'
import { Backlog } from './Backlog.tsx'
import { CircleNotices } from './CircleNotices.tsx'
import { CircleTabs } from './CircleTabs.tsx'
import { Forked } from './Forked.tsx'
import { Proposals } from './Proposals.tsx'
import { StandsFor } from './StandsFor.tsx'
import './circles.css'

export type Circle = Awaited<ReturnType<Client['circle']['show']>>

/** One circle: what it is for, what is under way, what it agreed, and who belongs to it. */
export function CirclePage({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const { circle: id, name } = circle
  const isMember = isMemberIn(circle)
  return (
    <Page
      title={name}
      width="wide"
      className="circle"
      back={{ href: '#/circles', label: t('circles.title') }}
      actions={
        isMember && (
          <>
            {!circle.practice && <LinkButton href={`#/circles/${id}/invite`}>{t('circles.invite')}</LinkButton>}
            <LinkButton variant="primary" href={`#/circles/${id}/propose`}>
              {t('circles.propose')}
            </LinkButton>
          </>
        )
      }
    >
      <CircleTabs circle={id} now="overview" />
      <CircleNotices circle={circle} />
      <CircleMarks circle={id} />
      {(circle.waiting > 0 || !circle.whole) && (
        <Notice tone="info">
          {t('circles.partly')}
          {circle.copy.here < circle.copy.known && <Coming copy={circle.copy} />}
        </Notice>
      )}
      {circle.forked.map((one) => (
        <Forked key={one} circle={circle} person={one} />
      ))}
      {circle.leftOut > 0 && <Notice tone="warning">{t('circles.leftOut', { count: circle.leftOut })}</Notice>}
      <div className="circle-columns">
        <Purpose circle={circle} isMember={isMember} />
        <p className="circle-strip" aria-hidden dir="auto">
          {circle.aim}
        </p>
        <div className="circle-main">
          <Backlog circle={id} />
          <Proposals circle={id} me={circle.me ?? ''} />
          <Agreements circle={id} />
        </div>
        <div className="circle-beside">
          <Around circle={circle} />
          <People circle={circle} />
        </div>
      </div>
    </Page>
  )
}

/** Always in sight: proposals and objections are held against it. */
function Purpose({ circle, isMember }: { readonly circle: Circle; readonly isMember: boolean }) {
  const { t } = useWords()
  const { aim, domain } = circle
  return (
    <dl className="circle-purpose">
      <div>
        <dt>{t('circles.aim')}</dt>
        <dd className="circle-aim">
          <bdi>{aim}</bdi>
        </dd>
      </div>
      {domain !== null && (
        <div>
          <dt>{t('circles.domain')}</dt>
          <dd>
            <bdi>{domain}</bdi>
          </dd>
        </div>
      )}
      <PartOf circle={circle} />
      <StandsFor circle={circle} isMember={isMember} />
    </dl>
  )
}

function People({ circle }: { readonly circle: Circle }) {
  const { t, language, direction } = useWords()
  const here = circle.members.filter(({ state }) => state !== 'left' && state !== 'removed').toSorted(byName(language))
  // What they hold here stands under their name.
  const noteOn = (person: string, speaksFor: readonly string[]) => {
    const held = (circle.roles ?? []).filter(({ holders }) => holders.some((holder) => holder.person === person))
    const titles = held.map(({ role, name }) => roleTitle(t, name ?? role))
    const others = speaksFor.map((other) => t('people.speaksFor', { name: isolated(other, direction) }))
    const notes = [...(person === circle.me ? [t('people.you')] : []), ...others, ...titles]
    return notes.length === 0 ? {} : { note: notes.join(' · ') }
  }
  const people = here.map(({ person, name, state, speaksFor }) => ({
    id: person,
    name,
    ...noteOn(person, speaksFor),
    ...(state === 'joined' ? {} : { aside: <StateBadge tone="neutral">{t(`people.state.${state}`)}</StateBadge> }),
  }))
  return (
    <section className="circle-people" aria-labelledby="people">
      <h2 id="people">{t('circles.people')}</h2>
      <PersonList label={t('circles.people')} people={people} />
      <a href={`#/circles/${circle.circle}/people`}>{t('circles.people.all')}</a>
      {!circle.practice && <a href={`#/circles/${circle.circle}/keepers`}>{t('keepers.go')}</a>}
      {circle.whole && <p className="circle-whole">{t('circles.whole')}</p>}
    </section>
  )
}
