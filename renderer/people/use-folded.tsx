import { useState, type ReactNode } from 'react'
import { speakersIn, withoutWordsOf } from '../../src/api/fold-words.ts'
import { useLive } from '../node/use-live.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.tsx'

/**
 * Something of a circle without the words of people whom this person does not read there; and, where there are any, what
 * says so, with a way to see them.
 */
export function useFolded<T>(circle: string, of: T): readonly [shown: T, notice: ReactNode] {
  const { t } = useWords()
  const live = useLive('member', 'list', { circle, blocked: true })
  const [isShown, show] = useState(false)
  const people = new Set((live.data?.items ?? []).map(({ person }) => person))
  const isFolded = people.size > 0 && !isShown && [...speakersIn(of)].some((person) => people.has(person))
  if (!isFolded) return [of, null]
  return [
    withoutWordsOf(of, people, t('people.notRead.words')),
    <p key="folded" className="people-folded">
      {t('people.notRead.some')}{' '}
      <Button variant="plain" size="small" onPress={() => show(true)}>
        {t('people.notRead.show')}
      </Button>
    </p>,
  ]
}
