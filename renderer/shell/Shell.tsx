import { Suspense, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { Compass, Circle, Radio, UserRound } from 'lucide-react'
import { Welcome } from '../me/Welcome.tsx'
import { useIsUp } from '../node/node-context.tsx'
import { useLive } from '../node/use-live.ts'
import { Palette } from '../palette/Palette.tsx'
import { useWords } from '../words/words.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Waiting } from './states.tsx'
import './shell.css'

const PLACES = [
  { path: '/', key: 'shell.nextStep', icon: Compass },
  { path: '/circles', key: 'shell.circles', icon: Circle },
  { path: '/in-step', key: 'shell.inStep', icon: Radio },
  { path: '/me', key: 'shell.me', icon: UserRound },
] as const

/** What frames every page: where one can go, and whether the program is there. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  const isUp = useIsUp()
  const profile = useLive('profile', 'show', {})
  const [location] = useLocation()
  if (profile.isLoading) return <Waiting />
  const isNew = profile.refusal?.code === 'no-profile'
  return (
    <div className="shell">
      <a className="shell-skip" href="#page" onClick={focusPage}>
        {t('shell.skip')}
      </a>
      {!isNew && (
        <nav className="shell-places" aria-label={t('shell.navigation')}>
          <span className="shell-name">{t('shell.program')}</span>
          <Palette />
          {PLACES.map(({ path, key, icon: Icon }) => (
            <Link key={path} href={path} aria-current={isAt(location, path) ? 'page' : undefined}>
              <Icon aria-hidden size={20} />
              <span>{t(key)}</span>
            </Link>
          ))}
        </nav>
      )}
      {!isUp && (
        <p className="shell-lost" role="status">
          <strong>{t('shell.lost.title')}.</strong> {t('shell.lost')}
        </p>
      )}
      <main id="page" className="shell-page" tabIndex={-1}>
        <ErrorBoundary key={location}>
          <Suspense fallback={<Waiting />}>{isNew ? <Welcome /> : children}</Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
}

/** The address is a route here, so a link to `#page` would be taken for one. */
function focusPage(event: { preventDefault(): void }) {
  event.preventDefault()
  document.getElementById('page')?.focus()
}

function isAt(location: string, path: string): boolean {
  if (path === '/') return location === '/'
  const inCircles = path === '/circles' && /^\/(proposals|agreements)\//.test(location)
  return location.startsWith(path) || inCircles
}
