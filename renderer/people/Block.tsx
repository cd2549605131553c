import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { byName } from '../words/by-name.ts'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'

/** Whose words this person does not read in the circle: theirs alone, at once, and nobody is told. */
export function Block({ circle, me }: { readonly circle: string; readonly me: string | null }) {
  const { t, language, direction } = useWords()
  const live = useLive('member', 'list', { circle })
  const block = useCommand('member', 'block')
  const unblock = useCommand('member', 'unblock')
  return (
    <>
      <h3>{t('people.block.title')}</h3>
      <p>{t('people.block.lead')}</p>
      <p>{t('people.block.counts')}</p>
      <Refused of={block} />
      <Refused of={unblock} />
      <Asked live={live}>
        {({ items }) => {
          const others = items.filter(({ person }) => person !== me).toSorted(byName(language))
          if (others.length === 0) return <p>{t('people.block.nobody')}</p>
          const people = others.map(({ person, name, blocked }) => ({
            id: person,
            name,
            ...(blocked ? { note: t('people.block.on') } : {}),
            aside: (
              <Button
                size="small"
                aria-label={t(blocked ? 'people.block.end.of' : 'people.block.start.of', {
                  name: isolated(name, direction),
                })}
                isPending={block.isPending || unblock.isPending}
                onPress={() => void (blocked ? unblock : block).run({ circle, person })}
              >
                {t(blocked ? 'people.block.end' : 'people.block.start')}
              </Button>
            ),
          }))
          return <PersonList label={t('people.block.title')} people={people} />
        }}
      </Asked>
    </>
  )
}
