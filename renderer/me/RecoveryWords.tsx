import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { useWords } from '../words/words.tsx'

type RecoveryWordsProps = { readonly phrase: string; readonly onKept: () => void }

/** Shown this once: the 24 words that bring a person back. No way to copy them: they belong on paper. */
export function RecoveryWords({ phrase, onKept }: RecoveryWordsProps) {
  const { t } = useWords()
  const [isKept, setKept] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(keepOpen, [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('me.words.title')}
      </h1>
      <p className="welcome-lead">{t('me.words.lead')}</p>
      <ol className="welcome-words" aria-label={t('me.words.label')} dir="ltr" lang="en" translate="no">
        {phrase.split(' ').map((word, index) => (
          <li key={`${index} ${word}`}>{word}</li>
        ))}
      </ol>
      <p className="welcome-text">{t('me.words.how')}</p>
      <Checkbox label={t('me.words.kept')} isSelected={isKept} onChange={setKept} />
      <Button variant="primary" size="large" isDisabled={!isKept} onPress={onKept}>
        {t('me.words.next')}
      </Button>
    </>
  )
}

/** A slip of the hand must not close the only page that has the words: the browser asks first. */
function keepOpen(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
