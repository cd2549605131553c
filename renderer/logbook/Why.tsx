import type { Client } from '../../src/api/client.ts'
import { AGREEMENT_TONES } from '../agreements/agreement-tones.ts'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { Story } from '../ui/Story.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { WhyMore } from './WhyMore.tsx'
import { whySentence } from './why-sentence.ts'
import './logbook.css'

type WhyPage = Awaited<ReturnType<Client['logbook']['why']>>
type Chapter = WhyPage['chapters'][number]

/** Why an agreement is as it is: from what moved the circle, through every word, to what became of it. */
export function Why({ id }: PageProps) {
  const live = useLive('logbook', 'why', { agreement: id })
  return <Asked live={live}>{(why) => <Shown why={why} />}</Asked>
}

function Shown({ why: whole }: { readonly why: WhyPage }) {
  const [why, folded] = useFolded(whole.circle, whole)
  const { t, direction } = useWords()
  const { agreement, title, circleName, chapters, underWay } = why
  return (
    <Page
      title={t('why.title')}
      lead={t('why.lead', { title: isolated(title, direction), circle: isolated(circleName, direction) })}
      back={{ href: `#/agreements/${agreement}`, label: title }}
    >
      <CircleMarks circle={why.circle} />
      {folded}
      {chapters.map((chapter) => (
        <ChapterShown key={chapter.proposal} chapter={chapter} names={why.names} />
      ))}
      {underWay.length > 0 && (
        <section className="why-chapter" aria-labelledby="under-way">
          <h2 id="under-way">{t('why.underWay')}</h2>
          {underWay.map(({ proposal, title: other, how }) => (
            <p key={proposal}>
              <a href={`#/proposals/${proposal}`}>
                {t(`agreements.underWay.${how}`, { title: isolated(other, direction) })}
              </a>
            </p>
          ))}
        </section>
      )}
    </Page>
  )
}

function ChapterShown({ chapter, names }: { readonly chapter: Chapter; readonly names: WhyPage['names'] }) {
  const words = useWords()
  const { t, time, date, direction } = words
  const { proposal, title, means, state, noticed, driver, review } = chapter
  const lines = chapter.lines.map((line) => ({
    id: line.event,
    when: time(line.at),
    at: line.at,
    text: whySentence(line, names, words),
    tone: ['agreed', 'objected', 'amended'].includes(line.kind) ? ('turn' as const) : ('plain' as const),
    more: <WhyMore line={line} names={names} />,
  }))
  const quote = (text: string) => isolated(text, direction)
  return (
    <section className="why-chapter" aria-labelledby={`chapter-${proposal}`}>
      <h2 id={`chapter-${proposal}`}>
        <bdi>{title}</bdi>
      </h2>
      <p>
        {t(means === null ? 'why.first' : `why.means.${means}`)}{' '}
        {state !== null && <StateBadge tone={AGREEMENT_TONES[state]}>{t(`agreements.state.${state}`)}</StateBadge>}
      </p>
      {noticed !== null && (
        <p>{t('why.noticed', { name: names[noticed.person] ?? '', text: quote(noticed.statement) })}</p>
      )}
      {driver !== null && <p>{t('why.driver', { text: quote(driver) })}</p>}
      <Story label={title} lines={lines} />
      <p>{t('why.review', { date: date(review) })}</p>
    </section>
  )
}
