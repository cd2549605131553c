import { Compare } from '../ui/Compare.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { versionText, wordsNow, type Proposal } from './page-data.ts'

/** What consenting would do to something agreed: it is said above the words, since they may be the same or be gone. */
export function Means({ proposal }: { readonly proposal: Proposal }) {
  const { t, direction } = useWords()
  const { means } = proposal
  if (means === null) return null
  const { agreement, how, title, text } = means
  return (
    <>
      <Notice tone="info">
        <a href={`#/agreements/${agreement}`}>{t(`proposals.means.${how}`, { title: isolated(title, direction) })}</a>
      </Notice>
      {how === 'changed' && (
        <Disclosure title={t('proposals.means.compare')}>
          <Compare
            before={text}
            after={versionText(proposal, wordsNow(proposal))}
            beforeLabel={t('proposals.amend.before')}
            afterLabel={t('proposals.amend.after')}
          />
        </Disclosure>
      )}
    </>
  )
}
