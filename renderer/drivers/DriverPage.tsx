import { useState } from 'react'
import { AGREEMENT_TONES } from '../agreements/agreement-tones.ts'
import { ThingList, ThingRow } from '../circles/Things.tsx'
import { Forming } from '../forming/Forming.tsx'
import { OnAgenda } from '../meetings/OnAgenda.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { useFolded } from '../people/use-folded.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { DRIVER_TONES, PARTS, type Driver } from './driver-data.ts'
import { ToldStory } from '../proposals/ToldStory.tsx'
import { isMemberIn } from '../roles/role-data.ts'
import { NextForDriver } from './NextForDriver.tsx'
import { RewordDialog } from './RewordDialog.tsx'
import './drivers.css'

/** What somebody noticed, and all that came of it. */
export function DriverPage({ id }: PageProps) {
  const live = useLive('driver', 'show', { driver: id })
  return <Asked live={live}>{(driver) => <InCircle driver={driver} />}</Asked>
}

function InCircle({ driver }: { readonly driver: Driver }) {
  const { t } = useWords()
  const live = useLive('circle', 'show', { circle: driver.circle })
  const [isOpen, setOpen] = useState(false)
  const [shown, folded] = useFolded(driver.circle, driver)
  return (
    <Asked live={live}>
      {(circle) => (
        <Page
          title={shown.statement}
          lead={t('drivers.noticedBy', { name: driver.name, circle: circle.name })}
          back={{ href: `#/circles/${circle.circle}/backlog`, label: circle.name }}
          actions={
            <>
              <StateBadge tone={DRIVER_TONES[driver.state]}>{t(`drivers.state.${driver.state}`)}</StateBadge>
              <Menu label={t('proposals.more')}>
                <MenuItem onAction={() => setOpen(true)}>{t('drivers.reword')}</MenuItem>
              </Menu>
            </>
          }
        >
          <CircleMarks circle={circle.circle} />
          {folded}
          <NextForDriver driver={driver} isMember={isMemberIn(circle)} />
          <OnAgenda
            circle={circle.circle}
            about={{ kind: 'driver', id: driver.driver }}
            title={driver.statement}
            places={driver.onAgenda ?? []}
          />
          <Parts driver={shown} />
          <CameOfIt driver={driver} />
          {driver.state === 'accepted' && <Forming driver={driver.driver} circle={circle} />}
          <ToldStory circle={driver.circle} story={driver.story} of="drivers" />
          <RewordDialog driver={driver} isOpen={isOpen} onClose={() => setOpen(false)} />
        </Page>
      )}
    </Asked>
  )
}

function Parts({ driver }: { readonly driver: Driver }) {
  const { t } = useWords()
  const said = PARTS.filter((part) => driver[part] !== null)
  if (said.length === 0 && driver.siblings.length === 0) return null
  return (
    <section className="driver-part" aria-label={t('drivers.apart')}>
      {said.length > 0 && (
        <dl className="driver-parts">
          {said.map((part) => (
            <div key={part}>
              <dt>{t(`drivers.${part}`)}</dt>
              <dd>
                <bdi>{driver[part]}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {driver.siblings.map(({ version, statement, person }) => (
        <p key={version}>
          {t('drivers.sibling', { name: driver.names[person] ?? '' })} <q dir="auto">{statement}</q>
        </p>
      ))}
    </section>
  )
}

/** The proposals and agreements that mean to answer it. */
function CameOfIt({ driver: { proposals: all, agreements } }: { readonly driver: Driver }) {
  const { t } = useWords()
  // What was agreed stands there as the agreement.
  const proposals = all.filter(({ state }) => state !== 'adopted' && state !== 'contested')
  if (proposals.length === 0 && agreements.length === 0) return null
  return (
    <section className="driver-part" aria-labelledby="came-of-it">
      <h2 id="came-of-it">{t('drivers.cameOfIt')}</h2>
      <ThingList label={t('drivers.cameOfIt')}>
        {proposals.map(({ proposal, title, state }) => (
          <ThingRow
            key={proposal}
            href={`#/proposals/${proposal}`}
            title={title}
            aside={<StateBadge tone="neutral">{t(`proposals.state.${state}`)}</StateBadge>}
          />
        ))}
        {agreements.map(({ agreement, title, state }) => (
          <ThingRow
            key={agreement}
            href={`#/agreements/${agreement}`}
            title={title}
            aside={<StateBadge tone={AGREEMENT_TONES[state]}>{t(`agreements.state.${state}`)}</StateBadge>}
          />
        ))}
      </ThingList>
    </section>
  )
}
