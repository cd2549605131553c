import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { Agreement } from './agreement-data.ts'

/** How near its review is, what took its place or is about to, and what it took the place of. */
export function WhatBecame({ agreement }: { readonly agreement: Agreement }) {
  const { t, date } = useWords()
  const { due, review, became, replaced, underWay, ends, linkOver, effect } = agreement
  return (
    <>
      {due === 'overdue' && <Notice tone="warning">{t('agreements.overdue', { date: date(review) })}</Notice>}
      {due === 'due-soon' && <Notice tone="info">{t('agreements.dueSoon', { date: date(review) })}</Notice>}
      {linkOver && <Notice tone="info">{t(`agreements.linkOver.${effect?.kind === 'seat' ? 'seat' : 'link'}`)}</Notice>}
      {ends && <Notice tone="info">{t('agreements.ends')}</Notice>}
      {underWay.map(({ proposal, title, how }) => (
        <Notice key={proposal} tone="info">
          <Linked words={`agreements.underWay.${how}`} href={`#/proposals/${proposal}`} title={title} />
        </Notice>
      ))}
      {became !== null && (
        <Notice tone="info">
          <Linked
            words={`agreements.became.${became.how}`}
            href={`#/agreements/${became.agreement}`}
            title={became.title}
          />
        </Notice>
      )}
      {replaced !== null && (
        <p>
          <Linked words="agreements.replaced" href={`#/agreements/${replaced.agreement}`} title={replaced.title} />
        </p>
      )}
    </>
  )
}

type LinkedProps = {
  readonly words: Parameters<ReturnType<typeof useWords>['t']>[0]
  readonly href: string
  readonly title: string
}

/** A sentence that ends in a name is one link. */
function Linked({ words, href, title }: LinkedProps) {
  const { t, direction } = useWords()
  return <a href={href}>{t(words, { title: isolated(title, direction) })}</a>
}
