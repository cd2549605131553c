import type { Client } from '../../src/api/client.ts'
import { AGREEMENT_TONES } from '../agreements/agreement-tones.ts'
import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { LongThings, placeOf } from './LongThings.tsx'
import { ThingRow } from './Things.tsx'

type Agreement = Awaited<ReturnType<Client['agreement']['list']>>['items'][number]

/** What the circle agreed; what is to be looked at again comes first. */
export function Agreements({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  const live = useLive('agreement', 'list', { circle })
  return (
    <section className="circle-part" aria-labelledby="agreements">
      <h2 id="agreements">{t('circles.agreements')}</h2>
      <Asked live={live}>{({ items }) => <Standing agreements={items} />}</Asked>
    </section>
  )
}

function Standing({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const { t } = useWords()
  const isPast = ({ state, ends, linkOver }: Agreement) =>
    state === 'superseded' || state === 'invalid' || ends || linkOver === true
  const past = agreements.filter(isPast)
  const standing = agreements.filter((one) => !isPast(one)).toSorted((a, b) => (a.review < b.review ? -1 : 1))
  return (
    <>
      {standing.length === 0 && <p className="circle-none">{t('circles.agreements.none')}</p>}
      {standing.length > 0 && <Rows label={t('circles.agreements')} agreements={standing} />}
      {past.length > 0 && (
        <Disclosure title={t('circles.agreements.past', { count: past.length })}>
          <Rows label={t('circles.agreements.past', { count: past.length })} agreements={past} />
        </Disclosure>
      )}
    </>
  )
}

function Rows({ label, agreements }: { readonly label: string; readonly agreements: readonly Agreement[] }) {
  const { t, date } = useWords()
  return (
    <LongThings
      label={label}
      total={agreements.length}
      renderLines={(from, count) =>
        agreements
          .slice(from, from + count)
          .map(({ agreement, title, review, due, ...standing }, at) => (
            <ThingRow
              key={agreement}
              href={`#/agreements/${agreement}`}
              title={title}
              place={placeOf(from + at, agreements.length)}
              {...(due === null
                ? {}
                : { note: t(due === 'overdue' ? 'circles.reviewDue' : 'circles.review', { date: date(review) }) })}
              aside={<Badge standing={standing} />}
            />
          ))
      }
    />
  )
}

function Badge({ standing }: { readonly standing: Pick<Agreement, 'state' | 'became' | 'ends' | 'linkOver'> }) {
  const { t } = useWords()
  const { state, became, ends, linkOver } = standing
  if (ends) return <StateBadge tone="ended">{t('logbook.kind.ending')}</StateBadge>
  if (became !== null) return <StateBadge tone={AGREEMENT_TONES[state]}>{t(`logbook.became.${became.how}`)}</StateBadge>
  if (linkOver === true) return <StateBadge tone="ended">{t('links.state.ended')}</StateBadge>
  return <StateBadge tone={AGREEMENT_TONES[state]}>{t(`agreements.state.${state}`)}</StateBadge>
}
