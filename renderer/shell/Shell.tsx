import { Suspense, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { HandOn } from '../beside/HandOn.tsx'
import { Copied } from '../me/Copied.tsx'
import { Welcome } from '../me/Welcome.tsx'
import { useIsUp } from '../node/node-context.tsx'
import { useLive } from '../node/use-live.ts'
import { Palette } from '../palette/Palette.tsx'
import { useWords } from '../words/words.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Places } from './Places.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import type { Wish } from './shortcuts.ts'
import { ShowKeysContext } from './show-keys.ts'
import { Waiting } from './states.tsx'
import { useCircleHere } from './use-circle-here.ts'
import { useShortcuts } from './use-shortcuts.ts'
import './shell.css'

/** What frames every page: where one can go, and whether the program is there. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  const profile = useLive('profile', 'show', {})
  if (profile.isLoading) return <Waiting />
  const isCopied = profile.refusal?.code === 'store-copied'
  const isNew = isCopied || profile.refusal?.code === 'no-profile'
  return (
    <div className="shell-window">
      <div className={isNew ? 'shell shell-new' : 'shell'}>
        <a className="shell-skip" href="#page" onClick={focusPage}>
          {t('shell.skip')}
        </a>
        {isNew ? (
          <Room at="welcome">{isCopied ? <Copied onDone={profile.retry} /> : <Welcome onDone={profile.retry} />}</Room>
        ) : (
          <Known>{children}</Known>
        )}
      </div>
    </div>
  )
}

type Over = 'finder' | 'keys' | null

/** For whoever has begun: places, keys, and what lies over the page. */
function Known({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState<Over>(null)
  const [, go] = useLocation()
  const circle = useCircleHere()
  useShortcuts((wish: Wish) => {
    if (wish.kind === 'find') setOver('finder')
    if (wish.kind === 'sheet') setOver('keys')
    if (wish.kind === 'go') go(wish.path)
    if (wish.kind === 'propose' && circle !== null) go(`/circles/${circle}/propose`)
    if (wish.kind === 'invite' && circle !== null) go(`/circles/${circle}/invite`)
  })
  const close = () => setOver(null)
  return (
    <ShowKeysContext value={() => setOver('keys')}>
      <Places onFind={() => setOver('finder')} />
      <Room above={<HandOn />}>{children}</Room>
      <Palette isOpen={over === 'finder'} onClose={close} onKeys={() => setOver('keys')} />
      <ShortcutSheet isOpen={over === 'keys'} onClose={close} />
    </ShowKeysContext>
  )
}

type RoomProps = { readonly at?: string; readonly above?: ReactNode; readonly children: ReactNode }

/** `at`: what is one place whatever the address says; left out, each address is a place of its own. */
function Room({ at, above, children }: RoomProps) {
  const { t } = useWords()
  const isUp = useIsUp()
  const [location] = useLocation()
  return (
    <main id="page" className="shell-page" tabIndex={-1}>
      {!isUp && (
        <p className="shell-lost" role="status">
          <strong>{t('shell.lost.title')}.</strong> {t('shell.lost')}
        </p>
      )}
      {above}
      <ErrorBoundary key={at ?? location}>
        <Suspense fallback={<Waiting />}>{children}</Suspense>
      </ErrorBoundary>
    </main>
  )
}

/** The address is a route here, so a link to `#page` would be taken for one. */
function focusPage(event: { preventDefault(): void }) {
  event.preventDefault()
  document.getElementById('page')?.focus()
}
