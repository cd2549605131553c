import { useCommand } from '../node/use-command.ts'
import { useNow } from '../people/use-now.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { quoted, type HomeData, type News } from './home-data.ts'

/** A plain report of what the others did, what it means, and for whom it waits now; gone when it is read. */
export function Meanwhile({ news }: { readonly news: HomeData['news'] }) {
  const { t } = useWords()
  const read = useCommand('home', 'read')
  if (news.length === 0) return null
  const isApart = news.some(({ items }) => items.some(({ apart }) => apart))
  const circles = news.map(({ circle, asOf }) => ({ circle, asOf }))
  return (
    <Card as="section" tone={isApart ? 'attention' : 'plain'} aria-labelledby="meanwhile" className="home-meanwhile">
      <h2 id="meanwhile">{t(isApart ? 'home.news.apart' : 'home.news.since')}</h2>
      {isApart && <p>{t('home.news.apart.lead')}</p>}
      {news.map(({ circle, circleName, items }) => (
        <div key={circle} className="home-news-circle">
          <h3>
            <a href={`#/circles/${circle}`} dir="auto">
              {circleName}
            </a>
          </h3>
          <ul className="home-news">
            {items.map((item) => (
              <NewsLine key={`${item.kind} ${item.proposal ?? item.person} ${item.at}`} item={item} circle={circle} />
            ))}
          </ul>
        </div>
      ))}
      <Refused of={read} />
      <Button onPress={() => void read.run({ circles })}>{t('home.news.read')}</Button>
    </Card>
  )
}

function NewsLine({ item, circle }: { readonly item: News; readonly circle: string }) {
  const { t, ago, direction } = useWords()
  const now = useNow()
  const { kind, title, person, text, mine } = item
  const values = { title: isolated(title, direction), person: isolated(person, direction), mine: String(mine) }
  const means = kind === 'objected' && item.agreement !== null ? 'objected-agreement' : kind
  return (
    <li>
      <a className="home-news-what" href={placeOf(item, circle)}>
        {t(`home.news.${kind}`, values)}
      </a>
      {text !== null && <p className="home-news-words">{t('home.news.words', { text: quoted(text, direction) })}</p>}
      <p className="home-news-means">
        {t(`home.means.${means}`)} <Waits item={item} />
      </p>
      <p className="home-news-when">{ago(item.at, now)}</p>
    </li>
  )
}

/** For whom it waits now, in words. */
function Waits({ item }: { readonly item: News }) {
  const { t, list, direction } = useWords()
  const names = list(item.waitsFor.map((name) => isolated(name, direction)))
  if (item.waitsForYou) return <b>{t(names === '' ? 'home.waits.you' : 'home.waits.both', { names })}</b>
  return names === '' ? null : t('home.waits.others', { names })
}

function placeOf({ kind, proposal, agreement }: News, circle: string): string {
  if (kind === 'link-ended' || kind === 'link-answered') return `#/circles/${circle}/links`
  if (kind === 'joined') return `#/circles/${circle}/people`
  if (agreement !== null) return `#/agreements/${agreement}`
  return `#/proposals/${proposal ?? ''}`
}
