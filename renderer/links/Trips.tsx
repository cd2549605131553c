import { useState } from 'react'
import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Button } from '../ui/Button.tsx'
import { Story } from '../ui/Story.tsx'
import { useWords } from '../words/words.tsx'
import { isLinked, type CircleShown, type Trip } from './link-data.ts'
import { AnswerObjection, PassObjection } from './ObjectionDialogs.tsx'

type Props = { readonly circle: CircleShown; readonly isMember: boolean }

/** The objections that went from here or came here, each with its whole way as far as it is known. */
export function Trips({ circle, isMember }: Props) {
  const { t } = useWords()
  const live = useLive('trip', 'list', { circle: circle.circle })
  return (
    <Asked live={live}>
      {({ items }) =>
        items.length === 0 ? null : (
          <section className="links-part" aria-labelledby="trips">
            <h2 id="trips">{t('links.trips')}</h2>
            <ul className="links-list" aria-label={t('links.trips')}>
              {items.map((trip) => (
                <TripCard key={trip.objection} trip={trip} circle={circle} isMember={isMember} />
              ))}
            </ul>
          </section>
        )
      }
    </Asked>
  )
}

function TripCard({ trip, circle, isMember }: Props & { readonly trip: Trip }) {
  const { t } = useWords()
  const [dialog, setDialog] = useState<'answer' | 'pass' | null>(null)
  const others = (useLive('link', 'list', { circle: circle.circle }).data?.items ?? []).filter(
    (link) => isLinked(link) && link.circle !== trip.from && link.circle !== trip.hops.at(-1)?.circle,
  )
  const close = () => setDialog(null)
  const isWaiting = trip.as === 'here' && trip.answered === null && trip.answers.length === 0
  return (
    <li className="links-card">
      <div className="links-head">
        <h3 dir="auto">{trip.title}</h3>
      </div>
      <p>
        <bdi>{trip.text}</bdi>
      </p>
      {trip.concerns !== null && <p className="links-soft">{t('links.concernsOf', { name: trip.concerns })}</p>}
      <Story label={t('links.way.of')} lines={useWayOf(trip)} />
      {apartFrom(trip).map((note) => (
        <p className="links-soft" key={note}>
          {t(`links.trip.${note}`)}
        </p>
      ))}
      {isMember && isWaiting && (
        <div className="links-buttons">
          <Button onPress={() => setDialog('answer')}>{t('links.answer')}</Button>
          {others.length > 0 && trip.passed.length === 0 && (
            <Button onPress={() => setDialog('pass')}>{t('links.pass')}</Button>
          )}
        </div>
      )}
      {dialog === 'answer' && <AnswerObjection trip={trip} circle={circle} onClose={close} />}
      {dialog === 'pass' && <PassObjection trip={trip} circle={circle} links={others} onClose={close} />}
    </li>
  )
}

/** What holds where it was answered, passed on or cut off by some who did not know of others. */
function apartFrom({ isWayClosed, answered, answers, passed }: Trip) {
  return [
    ...(isWayClosed ? (['closed'] as const) : []),
    ...(answered !== null && passed.length > 0 ? (['both'] as const) : []),
    ...(answers.length > 1 ? (['several'] as const) : []),
  ]
}

/** From where it came, over whom, to whom it went on, and what came back. */
function useWayOf(trip: Trip) {
  const { t, time } = useWords()
  const line = (id: string, at: number, text: string, more?: string) => ({
    id,
    at,
    when: time(at),
    text,
    ...(more === undefined ? {} : { more: <span dir="auto">{more}</span> }),
  })
  const { as, fromName, to, issued, hops, at, passed, answered, answers } = trip
  return [
    line('sent', issued, as === 'ours' ? t('links.sentTo', { name: to.name }) : t('links.sentBy', { name: fromName })),
    ...hops.map((hop) => line(`hop ${hop.circle}`, hop.at, t('links.through', { name: hop.name }))),
    ...(at === null ? [] : [line('here', at, t('links.cameHere'))]),
    ...passed.map((one) =>
      line(`on ${one.to}`, one.at, t('links.passedTo', { name: one.name, by: one.by }), one.reason ?? undefined),
    ),
    ...(answered === null ? [] : [line('answered', at ?? issued, t('links.answeredHere'))]),
    ...answers.flatMap((answer) => [
      ...answer.came.map((hop) => line(`out ${hop.circle}`, hop.at, t('links.through', { name: hop.name }))),
      line(`answer ${answer.from}`, answer.issued, t('links.answeredBy', { name: answer.fromName }), answer.text),
      ...answer.hops.map((hop) => line(`home ${hop.circle}`, hop.at, t('links.homeThrough', { name: hop.name }))),
      line(`back ${answer.from}`, answer.at, t('links.cameHome')),
    ]),
  ]
}
