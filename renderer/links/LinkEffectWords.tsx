import { useLive } from '../node/use-live.ts'
import type { Proposal } from '../proposals/page-data.ts'
import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'

type LinkEffect = Extract<Proposal['effect'], { kind: 'link' | 'unlink' | 'objects' | 'answers' }>

/** What a proposal about a link, or about what goes along it, brings about. */
export function LinkEffectWords({ effect, circle }: { readonly effect: LinkEffect; readonly circle: string }) {
  const { t, date, direction } = useWords()
  if (effect.kind === 'objects') return <ObjectsTo effect={effect} circle={circle} />
  if (effect.kind !== 'link') return <Notice tone="info">{t(`effect.${effect.kind}`)}</Notice>
  const { name, aim, shares, sends, receives, until } = effect
  return (
    <Notice tone="info" title={t('effect.link', { name: isolated(name, direction) })}>
      {t('links.aim')}: <bdi>{aim}</bdi> · {t('links.shares')}: <bdi>{shares}</bdi> · {t('links.seats')}:{' '}
      {t('links.seatsOf', { sends, receives })} · {t('links.until')}: {date(until)}
    </Notice>
  )
}

type ObjectsEffect = Extract<LinkEffect, { kind: 'objects' }>

/** Where the words go, and whom they concern: nobody consents to sending them somewhere. */
function ObjectsTo({ effect, circle }: { readonly effect: ObjectsEffect; readonly circle: string }) {
  const { t, direction } = useWords()
  const links = useLive('link', 'list', { circle }).data?.items ?? []
  const name = links.find((link) => link.circle === effect.to)?.name ?? ''
  return (
    <Notice tone="info">
      {t('effect.objects', { name: isolated(name, direction) })}
      {effect.concerns !== null && <> {t('links.concernsOf', { name: isolated(effect.concerns, direction) })}</>}
    </Notice>
  )
}
