import { Undo2 } from 'lucide-react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'

type Said = { readonly item: string; readonly text: string; readonly person: string; readonly name: string }
type Props = {
  readonly label: string
  readonly said: readonly Said[]
  readonly me: string
  readonly asOf: string
  readonly isStrong?: boolean
}

/** What people said, with who said it; one's own can be taken back. */
export function SaidList({ label, said, me, asOf, isStrong = false }: Props) {
  const { t, direction } = useWords()
  const takeBack = useCommand('forming', 'takeBack')
  if (said.length === 0) return null
  return (
    <>
      <ul className="forming-said" aria-label={label}>
        {said.map(({ item, text, person, name }) => (
          <li key={item}>
            <span className={isStrong ? 'forming-strong' : undefined}>
              <bdi>{text}</bdi> <small>{name}</small>
            </span>
            {person === me && (
              <Button
                variant="plain"
                size="small"
                icon={<Undo2 aria-hidden />}
                aria-label={t('forming.takeBack', { text: isolated(text, direction) })}
                onPress={() => void takeBack.run({ item, asOf })}
              />
            )}
          </li>
        ))}
      </ul>
      <Refused of={takeBack} />
    </>
  )
}
