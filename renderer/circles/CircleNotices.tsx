import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './CirclePage.tsx'

/** How the circle stands as a whole, where that is worth saying. */
export function CircleNotices({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const { circle: id, state, size, most, members } = circle
  const count = members.filter((one) => one.state !== 'left' && one.state !== 'removed').length
  const more = <a href={`#/circles/${id}/ways`}>{t('circles.tab.ways')}</a>
  const mine = members.find(({ person }) => person === circle.me)?.state
  if (mine === 'left' || mine === 'removed') return <Notice tone="info">{t(`circles.gone.${mine}`)}</Notice>
  return (
    <>
      {(state === 'dormant' || state === 'closed') && (
        <Notice tone="info" action={more}>
          {t(`standing.means.${state}`)}
        </Notice>
      )}
      {most !== null && count > most && (
        <Notice tone="warning" action={more}>
          {t('standing.overMost', { count, most })}
        </Notice>
      )}
      {size !== 'fine' && (
        <Notice
          tone={size === 'too-large' ? 'warning' : 'info'}
          action={<a href={`#/circles/${id}/helping`}>{t('sub.new')}</a>}
        >
          {t(`standing.size.${size}`, { count })}
        </Notice>
      )}
    </>
  )
}
