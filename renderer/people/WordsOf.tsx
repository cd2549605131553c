import { useState, type ReactNode } from 'react'
import { useLive } from '../node/use-live.ts'
import { Button } from '../ui/Button.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'

type WordsOfProps = {
  readonly circle: string
  /** Nobody of the circle, such as a guest at a meeting: then there is nothing to fold. */
  readonly person: string | null | undefined
  readonly name: string
  /** They are part of a decision: it is said that they count all the same. */
  readonly counts?: boolean | undefined
  readonly children: ReactNode
}

/** What somebody wrote; folded away where this person chose not to read them in the circle. */
export function WordsOf({ circle, person, name, counts = false, children }: WordsOfProps) {
  const { t, direction } = useWords()
  const notRead = useLive('member', 'list', { circle, blocked: true })
  const [isShown, show] = useState(false)
  const isFolded = !isShown && notRead.data?.items.some((one) => one.person === person) === true
  if (!isFolded) return <span dir="auto">{children}</span>
  return (
    <span dir={direction}>
      {t('people.notRead', { name: isolated(name, direction) })} {counts && `${t('people.notRead.counts')} `}
      <Button variant="plain" size="small" onPress={() => show(true)}>
        {t('people.notRead.show')}
      </Button>
    </span>
  )
}
