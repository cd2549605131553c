import type { ReactNode } from 'react'
import type { Closed } from '../node/launch.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
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

/** The way to the program is closed for this window; why, and how to get another. */
export function NotConnected({ why }: { readonly why: Closed }) {
  const { t } = useWords()
  return (
    <main id="page" className="shell-page">
      <Apart title={t(`shell.closed.${why}.title`)}>
        <p>{t(`shell.closed.${why}`)}</p>
      </Apart>
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
      <Apart
        title={t('shell.broken.title')}
        action={
          <>
            <Button variant="primary" onPress={() => location.reload()}>
              {t('shell.retry')}
            </Button>
            <LinkButton href="#/">{t('shell.nextStep')}</LinkButton>
          </>
        }
      >
        <p>{t('shell.broken.next')}</p>
      </Apart>
    </div>
  )
}

type ApartProps = { readonly title: string; readonly children: ReactNode; readonly action?: ReactNode }

/** In the place of a page that cannot be shown: what is so, and what to do. */
function Apart({ title, children, action }: ApartProps) {
  return (
    <div className="shell-apart">
      <svg viewBox="0 0 96 56" aria-hidden>
        <circle cx="28" cy="28" r="19" />
        <circle cx="48" cy="28" r="19" strokeDasharray="1 6" />
        <circle cx="68" cy="28" r="19" strokeDasharray="1 6" />
      </svg>
      <h1>{title}</h1>
      {children}
      {action !== undefined && <div className="shell-apart-action">{action}</div>}
    </div>
  )
}
