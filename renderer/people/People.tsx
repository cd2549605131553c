import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { byName } from '../words/by-name.ts'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { Devices } from './Devices.tsx'
import { InCircle } from './InCircle.tsx'
import { Leave } from './Leave.tsx'
import { LeaveOfAbsence } from './LeaveOfAbsence.tsx'
import { Reach } from './Reach.tsx'
import { Rename } from './Rename.tsx'
import './people.css'

type Circle = Awaited<ReturnType<Client['circle']['show']>>
type Member = Circle['members'][number]

const TONES: Readonly<Record<Member['state'], StateTone>> = {
  joined: 'good',
  guest: 'neutral',
  'on-leave': 'waiting',
  suspended: 'waiting',
  left: 'ended',
  removed: 'ended',
}

/** Who belongs to a circle, and how a guest becomes a member. */
export function People({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: Circle }) {
  const { t, direction } = useWords()
  const isPast = ({ state }: Member) => state === 'left' || state === 'removed'
  const past = circle.members.filter(isPast)
  const myself = circle.members.find(({ person }) => person === circle.me)
  const mine = myself?.state
  const hasRights = mine === 'joined' || mine === 'on-leave'
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead', { circle: isolated(circle.name, direction) })}
      back={{ href: `#/circles/${circle.circle}`, label: circle.name }}
      actions={
        hasRights &&
        !circle.practice && (
          <LinkButton variant="primary" href={`#/circles/${circle.circle}/invite`}>
            {t('people.invite')}
          </LinkButton>
        )
      }
    >
      <CircleMarks circle={circle.circle} />
      {mine === 'guest' && <Notice tone="info">{t('people.guest.you')}</Notice>}
      <Members circle={circle} members={circle.members.filter((one) => !isPast(one))} />
      {past.length > 0 && (
        <Disclosure title={t('people.past')}>
          <Members circle={circle} members={past} />
        </Disclosure>
      )}
      {!circle.practice && <Status circle={circle} />}
      <AboutGuests circle={circle} canPropose={hasRights} />
      {!circle.practice && <Reach circle={circle} />}
      <Devices circle={circle.circle} me={circle.me ?? null} />
      {myself !== undefined && !isPast(myself) && (
        <Rename circle={circle.circle} asOf={circle.asOf} name={myself.name} />
      )}
      {hasRights && <LeaveOfAbsence circle={circle} isOnLeave={mine === 'on-leave'} />}
      {myself !== undefined && !isPast(myself) && !circle.practice && <Leave circle={circle} />}
      {hasRights && (
        <nav className="people-ways" aria-label={t('people.ways')}>
          <LinkButton href={`#/circles/${circle.circle}/people/away`}>{t('people.away.title')}</LinkButton>
          <LinkButton href={`#/circles/${circle.circle}/people/apart`}>{t('people.apart.title')}</LinkButton>
        </nav>
      )}
    </Page>
  )
}

function Members({ circle, members }: { readonly circle: Circle; readonly members: readonly Member[] }) {
  const { t, language, direction } = useWords()
  const people = members.toSorted(byName(language)).map(({ person, name, state, speaksFor, linkOver }) => {
    const notes = [
      ...(person === circle.me ? [t('people.you')] : []),
      ...speaksFor.map((other) => t('people.speaksFor', { name: isolated(other, direction) })),
    ]
    return {
      id: person,
      name,
      ...(notes.length > 0 && { note: notes.join(' · ') }),
      aside: <StateBadge tone={TONES[state]}>{t(`people.state.${linkOver ? 'link-over' : state}`)}</StateBadge>,
    }
  })
  return <PersonList label={t('people.title')} people={people} />
}

/** Who of it is here, and how far they have seen. */
function Status({ circle: { circle, name } }: { readonly circle: Circle }) {
  const { t } = useWords()
  const reach = useLive('network', 'status', { circle }).data ?? []
  if (reach.length === 0) return null
  return (
    <section className="people-circle" aria-labelledby="in-step">
      <h2 id="in-step">{t('people.inStep.here')}</h2>
      <InCircle label={name} people={reach} />
      <p className="people-buttons">
        <a href={`#/circles/${circle}/keepers`}>{t('keepers.title')}</a>
        <a href="#/in-step">{t('people.inStep.all')}</a>
      </p>
    </section>
  )
}

/** Laid open while there is a guest; for whoever asks otherwise. */
function AboutGuests({ circle, canPropose }: { readonly circle: Circle; readonly canPropose: boolean }) {
  const { t, direction } = useWords()
  const guests = circle.members.filter(({ state }) => state === 'guest')
  return (
    <Disclosure title={t('people.guest.title')} isOpenAtFirst={guests.length > 0}>
      <div className="people-more">
        <p>{t('people.guest.what')}</p>
        <p>{t('people.guest.how')}</p>
        {canPropose &&
          guests.map(({ person, name }) => (
            <LinkButton key={person} href={`#/circles/${circle.circle}/propose/${person}`}>
              {t('people.guest.propose', { name: isolated(name, direction) })}
            </LinkButton>
          ))}
      </div>
    </Disclosure>
  )
}
