import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'

export function Waiting() {
  const { t } = useWords()
  return (
    <p className="shell-waiting" role="status">
      {t('shell.loading')}
    </p>
  )
}

export function NotConnected() {
  const { t } = useWords()
  return (
    <main className="shell-page">
      <h1>{t('shell.lost.title')}</h1>
      <p>{t('shell.lost')}</p>
    </main>
  )
}

export function NotFound() {
  const { t } = useWords()
  return (
    <Page title={t('shell.notFound.title')} lead={t('shell.notFound.next')}>
      <p>
        <a href="#/">{t('shell.nextStep')}</a>
      </p>
    </Page>
  )
}

export function Broken() {
  const { t } = useWords()
  return (
    <div role="alert">
      <h1>{t('shell.broken.title')}</h1>
      <p>{t('shell.broken.next')}</p>
    </div>
  )
}
