import { useState } from 'react'
import { useWords } from '../words/words.tsx'
import { Hello } from './Hello.tsx'
import { IsBack, Restore } from './Restore.tsx'
import { RecoveryWords } from './RecoveryWords.tsx'
import { Ways } from './Ways.tsx'
import './welcome.css'

type Made = { readonly name: string; readonly phrase: string }

/** The first minutes of a new person: their name, their recovery words, and four ways on. */
export function Welcome({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const [made, setMade] = useState<Made | null>(null)
  const [isKept, setKept] = useState(false)
  const [back, setBack] = useState<'asking' | { readonly name: string } | null>(null)
  if (back !== null) {
    return (
      <div className="welcome">
        {back === 'asking' ? (
          <Restore onRestored={(name) => setBack({ name })} onNew={() => setBack(null)} />
        ) : (
          <IsBack name={back.name} onDone={onDone} />
        )}
      </div>
    )
  }
  const step = made === null ? 1 : isKept ? 3 : 2
  return (
    <div className="welcome">
      <svg className="welcome-rings" viewBox="0 0 96 56" aria-hidden>
        <circle cx="28" cy="28" r="19" />
        <circle cx="48" cy="28" r="19" />
        <circle cx="68" cy="28" r="19" strokeDasharray="1 6" />
      </svg>
      <p className="welcome-step">{t('me.welcome.step', { step, count: 3 })}</p>
      {made === null && <Hello onMade={setMade} onKnown={onDone} onBack={() => setBack('asking')} />}
      {made !== null && !isKept && <RecoveryWords phrase={made.phrase} onKept={() => setKept(true)} />}
      {made !== null && isKept && <Ways name={made.name} onChosen={onDone} />}
    </div>
  )
}
