import { useState } from 'react'
import { EndLinks } from '../links/DecideLink.tsx'
import { useLive } from '../node/use-live.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './CirclePage.tsx'

type Props = { readonly circle: Circle; readonly isMember: boolean }

/** The organisation that a circle stands for: what of it shows here, that nothing of it is taken over, and how it leaves. */
export function StandsFor({ circle, isMember }: Props) {
  const { t } = useWords()
  const [isLeaving, setLeaving] = useState(false)
  const links = useLive('link', 'list', { circle: circle.circle }).data?.items ?? []
  const ours = links.filter(({ agreement, state }) => agreement !== null && state !== 'ended')
  if (circle.standsFor === null) return null
  const { of, shows, agreement } = circle.standsFor
  return (
    <div>
      <dt>{t('circles.standsFor')}</dt>
      <dd>
        <a href={`#/agreements/${agreement}`} dir="auto">
          {of}
        </a>
      </dd>
      <dd className="circle-how">{t('circles.standsFor.shows')}</dd>
      <dd>
        <ul>
          {shows.map((one) => (
            <li key={one}>
              <bdi>{one}</bdi>
            </li>
          ))}
        </ul>
      </dd>
      <dd className="circle-how">
        {t('circles.standsFor.means')} {t('circles.standsFor.leave')}
      </dd>
      <dd>
        {ours.length === 0 ? (
          <span className="circle-how">{t('circles.standsFor.noLinks')}</span>
        ) : (
          isMember && (
            <Button size="small" onPress={() => setLeaving(true)}>
              {t(ours.length > 1 ? 'links.endAll' : 'links.end')}
            </Button>
          )
        )}
        {isLeaving && <EndLinks links={ours} circle={circle} onClose={() => setLeaving(false)} />}
      </dd>
    </div>
  )
}
