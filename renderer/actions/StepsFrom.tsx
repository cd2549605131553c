import { useLive } from '../node/use-live.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useWords } from '../words/words.tsx'
import type { From, Member } from './action-data.ts'
import { useIsGuest } from '../people/use-is-guest.ts'
import { ActionForm } from './ActionForm.tsx'
import { ActionRows } from './ActionRows.tsx'
import './actions.css'

type InCircle = Member & { readonly state: string }

type Props = { readonly circle: string; readonly from: From; readonly people: readonly InCircle[] }

/** Who does what because of this, and one press to note more. */
export function StepsFrom({ circle, from, people }: Props) {
  const { t } = useWords()
  const all = useLive('action', 'list', { circle, all: true }).data ?? []
  const isGuest = useIsGuest(circle)
  const own = all.filter((action) => action.from?.kind === from.kind && action.from.id === from.id)
  return (
    <section className="action-part" aria-labelledby="steps-from">
      <h2 id="steps-from">{t('actions.title')}</h2>
      {own.length > 0 && <ActionRows actions={own} />}
      {isGuest ? (
        <p className="action-notes">{t('actions.guest')}</p>
      ) : (
        <Disclosure title={t('actions.new')}>
          <ActionForm
            circle={circle}
            people={people.filter(({ state }) => state !== 'left' && state !== 'removed')}
            from={from}
          />
        </Disclosure>
      )}
    </section>
  )
}
