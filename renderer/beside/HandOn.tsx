import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { useBeside } from './beside-data.ts'
import './beside.css'

/** Where several people share this device: whose word it is now, and handing it on. */
export function HandOn() {
  const { t, direction } = useWords()
  const { owner, people, at, name } = useBeside()
  const hand = useCommand('program', 'hand')
  if (people.length === 0) return null
  const handTo = async (beside: string | null) => {
    // Loaded anew: nothing that the one before wrote or saw stays in the window.
    if ((await hand.run({ beside })) !== undefined) window.location.reload()
  }
  const others = [{ beside: null, name: owner }, ...people].filter(({ beside }) => beside !== at)
  return (
    <section className="beside-bar" aria-label={t('beside.bar')}>
      <p>
        <strong>{t('beside.now', { name: isolated(name, direction) })}</strong>
      </p>
      <div className="beside-to">
        {others.map((one) => (
          <Button
            key={one.beside ?? ''}
            size="small"
            isPending={hand.isPending}
            onPress={() => void handTo(one.beside)}
          >
            {t('beside.hand', { name: isolated(one.name, direction) })}
          </Button>
        ))}
        <a href="#/beside">{t('beside.home')}</a>
      </div>
      <Refused of={hand} />
    </section>
  )
}
