import { useWords } from '../words/words.tsx'
import './circle-tabs.css'

/** The pages of one circle, each with its own address: '' is the circle itself. */
const TABS = [
  { id: 'overview', path: '' },
  { id: 'logbook', path: '/logbook' },
  { id: 'roles', path: '/roles' },
  { id: 'meetings', path: '/meetings' },
  { id: 'backlog', path: '/backlog' },
  { id: 'helping', path: '/helping' },
  { id: 'links', path: '/links' },
  { id: 'ways', path: '/ways' },
  { id: 'files', path: '/files' },
] as const

/** The way between the pages of a circle. */
export function CircleTabs({ circle, now }: { readonly circle: string; readonly now: (typeof TABS)[number]['id'] }) {
  const { t } = useWords()
  return (
    <nav className="circle-tabs" aria-label={t('circles.tabs')}>
      <ul>
        {TABS.map(({ id, path }) => (
          <li key={id}>
            <a href={`#/circles/${circle}${path}`} aria-current={id === now ? 'page' : undefined}>
              {t(`circles.tab.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
