import type { Proposal } from '../proposals/page-data.ts'
import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'

type LinkEffect = Extract<Proposal['effect'], { kind: 'link' | 'unlink' | 'objects' | 'answers' }>

/** What a proposal about a link, or about what goes along it, brings about. */
export function LinkEffectWords({ effect }: { readonly effect: LinkEffect }) {
  const { t, date, direction } = useWords()
  if (effect.kind !== 'link') return <Notice tone="info">{t(`effect.${effect.kind}`)}</Notice>
  const { name, aim, shares, sends, receives, until } = effect
  return (
    <Notice tone="info" title={t('effect.link', { name: isolated(name, direction) })}>
      {t('links.aim')}: <bdi>{aim}</bdi> · {t('links.shares')}: <bdi>{shares}</bdi> · {t('links.seats')}:{' '}
      {t('links.seatsOf', { sends, receives })} · {t('links.until')}: {date(until)}
    </Notice>
  )
}
