import { ThingList, ThingRow } from '../circles/Things.tsx'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { DRIVER_TONES } from './driver-data.ts'

/** All that was ever noticed, also what nobody waits for any more. */
export function AllNoticed({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  const [items, folded] = useFolded(circle, useLive('driver', 'list', { circle }).data?.items ?? [])
  if (items.length === 0) return null
  return (
    <Disclosure title={t('drivers.all')}>
      {folded}
      <ThingList label={t('drivers.all')}>
        {items.map(({ driver, statement, state, name }) => (
          <ThingRow
            key={driver}
            href={`#/drivers/${driver}`}
            title={statement}
            note={name}
            aside={<StateBadge tone={DRIVER_TONES[state]}>{t(`drivers.state.${state}`)}</StateBadge>}
          />
        ))}
      </ThingList>
    </Disclosure>
  )
}
