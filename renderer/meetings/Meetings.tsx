import { CircleTabs } from '../circles/CircleTabs.tsx'
import { ThingList, ThingRow } from '../circles/Things.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { useFolded } from '../people/use-folded.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { CallMeeting } from './CallMeeting.tsx'
import { MEETING_TONES, type MeetingLine } from './meeting-data.ts'
import './meetings.css'

/** The meetings of a circle: what is to come, what was, and the place to call one. */
export function Meetings({ id }: PageProps) {
  const { t } = useWords()
  const circle = useLive('circle', 'show', { circle: id })
  const live = useLive('meeting', 'list', { circle: id })
  return (
    <Asked live={circle}>
      {({ circle: key, name, state }) => (
        <Page title={name} lead={t('meetings.lead')} back={{ href: '#/circles', label: t('circles.title') }}>
          <CircleTabs circle={key} now="meetings" />
          <CircleMarks circle={key} />
          {state === 'forming' && (
            <p>
              <LinkButton href={`#/circles/${key}/first-meeting`}>{t('first.title')}</LinkButton>
            </p>
          )}
          <Asked live={live}>{({ items }) => <Lists circle={key} items={items} />}</Asked>
        </Page>
      )}
    </Asked>
  )
}

function Lists({ circle, items: whole }: { readonly circle: string; readonly items: readonly MeetingLine[] }) {
  const { t } = useWords()
  const [items, folded] = useFolded(circle, whole)
  const isOver = ({ state }: MeetingLine) => state === 'ended' || state === 'cancelled'
  const toCome = items.filter((one) => !isOver(one))
  const past = items.filter(isOver)
  // What has a rhythm goes on from the last that is called; without one, what is called next follows the last that was.
  const last =
    toCome.findLast(({ rhythm }) => rhythm !== undefined) ??
    past.find(({ state }) => state === 'ended') ??
    past.find(({ rhythm }) => rhythm !== undefined)
  return (
    <>
      {folded}
      <section className="meeting-part" aria-labelledby="to-come">
        <h2 id="to-come">{t('meetings.toCome')}</h2>
        {toCome.length === 0 ? <p>{t('meetings.none')}</p> : <Lines label={t('meetings.toCome')} items={toCome} />}
        <Disclosure title={t('meetings.new')} isOpenAtFirst={items.length === 0}>
          <CallMeeting key={last?.meeting} circle={circle} before={last} taken={toCome.map(({ starts }) => starts)} />
        </Disclosure>
      </section>
      {past.length > 0 && (
        <section className="meeting-part" aria-labelledby="past">
          <h2 id="past">{t('meetings.past')}</h2>
          <Lines label={t('meetings.past')} items={past} />
        </section>
      )}
    </>
  )
}

function Lines({ label, items }: { readonly label: string; readonly items: readonly MeetingLine[] }) {
  const { t, time } = useWords()
  return (
    <ThingList label={label}>
      {items.map(({ meeting, title, starts, place, state }) => (
        <ThingRow
          key={meeting}
          href={`#/meetings/${meeting}`}
          title={title}
          note={place === null ? time(starts) : `${time(starts)} · ${place}`}
          aside={<StateBadge tone={MEETING_TONES[state]}>{t(`meetings.state.${state}`)}</StateBadge>}
        />
      ))}
    </ThingList>
  )
}
