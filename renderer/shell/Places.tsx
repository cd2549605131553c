import { Circle, Compass, Radio, UserRound } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useLive } from '../node/use-live.ts'
import { FindButton } from '../palette/Palette.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useWords } from '../words/words.tsx'

const PLACES = [
  { path: '/', key: 'shell.nextStep', icon: Compass },
  { path: '/circles', key: 'shell.circles', icon: Circle },
  { path: '/in-step', key: 'shell.inStep', icon: Radio },
  { path: '/me', key: 'shell.me', icon: UserRound },
] as const

/** Where one can go from every page, and how much waits. */
export function Places({ onFind }: { readonly onFind: () => void }) {
  const { t } = useWords()
  const [location] = useLocation()
  const waiting = useLive('home', 'show', {}).data?.waiting.length ?? 0
  const reach = useLive('network', 'status', {}).data ?? []
  const here = reach.filter(({ reachable }) => reachable).length
  return (
    <nav className="shell-places" aria-label={t('shell.navigation')}>
      <p className="shell-name">
        <svg viewBox="0 0 96 56" aria-hidden>
          <circle cx="28" cy="28" r="19" />
          <circle cx="48" cy="28" r="19" />
          <circle cx="68" cy="28" r="19" strokeDasharray="1 6" />
        </svg>
        {t('shell.program')}
      </p>
      <FindButton onPress={onFind} />
      {PLACES.map(({ path, key, icon: Icon }) => (
        <Link key={path} href={path} aria-current={isAt(location, path) ? 'page' : undefined}>
          <Icon aria-hidden />
          <span className="shell-place">{t(key)}</span>
          {path === '/in-step' && here > 0 && (
            <span className="shell-count shell-here">
              <span aria-hidden>{here}</span>
              <VisuallyHidden>{t('people.count', { count: here })}</VisuallyHidden>
            </span>
          )}
          {path === '/' && waiting > 0 && (
            <span className="shell-count">
              <span aria-hidden>{waiting}</span>
              <VisuallyHidden>{t('circles.waiting', { count: waiting })}</VisuallyHidden>
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}

function isAt(location: string, path: string): boolean {
  if (path === '/') return location === '/'
  const inCircles = path === '/circles' && /^\/(proposals|agreements|meetings)\//.test(location)
  return location === path || location.startsWith(`${path}/`) || inCircles
}
