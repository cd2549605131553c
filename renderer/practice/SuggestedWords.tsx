import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.tsx'
import type { PracticeStatus } from './practice-status.ts'

/** Words to take where the next step is to write some; nothing elsewhere. */
export function SuggestedWords({ status: { hint, suggestion } }: { readonly status: PracticeStatus }) {
  const { t } = useWords()
  const [copied, setCopied] = useState<string | null>(null)
  if (suggestion === null || (hint !== 'answer-question' && hint !== 'amend')) return null
  const isAnswer = hint === 'answer-question'
  const words = isAnswer ? suggestion.answer : suggestion.addition
  const copy = async () => {
    await navigator.clipboard.writeText(words)
    setCopied(words)
  }
  return (
    <div className="practice-words">
      <p>{t(isAnswer ? 'practice.words.answer' : 'practice.words.addition')}</p>
      <blockquote dir="auto">{words}</blockquote>
      <Button size="small" icon={<Copy aria-hidden />} onPress={() => void copy()}>
        {t(copied === words ? 'practice.words.copied' : 'practice.words.copy')}
      </Button>
    </div>
  )
}
