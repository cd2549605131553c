import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.tsx'
import { AdoptCircle, NewSubCircle } from './ProposeSubCircle.tsx'
import type { Circle } from './PartsPage.tsx'

type Kin = Awaited<ReturnType<Client['subCircle']['list']>>['items'][number]

/** What this circle is part of and what is part of it: as agreed here, and as somebody who belongs to both told. */
export function SubCircles({ circle, isMember }: { readonly circle: Circle; readonly isMember: boolean }) {
  const { t } = useWords()
  const [dialog, setDialog] = useState<'new' | 'adopt' | null>(null)
  const live = useLive('subCircle', 'list', { circle: circle.circle })
  const close = () => setDialog(null)
  return (
    <section className="helping-part" aria-labelledby="sub-circles">
      <h2 id="sub-circles">{t('sub.title')}</h2>
      <p>{t('sub.means')}</p>
      <Asked live={live}>
        {({ items }) => (
          <ul className="helping-kin">
            {items.map((kin) => (
              <Related key={kin.circle ?? kin.agreement} kin={kin} me={circle.me ?? ''} />
            ))}
          </ul>
        )}
      </Asked>
      {isMember && (
        <div className="helping-buttons">
          <Button onPress={() => setDialog('new')}>{t('sub.new')}</Button>
          <Button onPress={() => setDialog('adopt')}>{t('sub.adopt')}</Button>
        </div>
      )}
      <p className="helping-soft">
        {t('sub.id')} <code className="helping-id">{circle.circle}</code>
      </p>
      {dialog === 'new' && <NewSubCircle circle={circle} onClose={close} />}
      {dialog === 'adopt' && <AdoptCircle circle={circle} onClose={close} />}
    </section>
  )
}

function Related({ kin, me }: { readonly kin: Kin; readonly me: string }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const found = useCommand('subCircle', 'found')
  const { circle, name, as, agreement, toldBy, founder, isHere } = kin
  const start = async () => {
    const done = await found.run({ agreement: agreement ?? '' })
    if (done !== undefined) goOn(`/circles/${done.circle}`)
  }
  return (
    <li>
      <p>
        {circle !== null && isHere ? (
          <a href={`#/circles/${circle}`} dir="auto">
            {name}
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
        {' · '}
        {t(`sub.as.${as}`)}
      </p>
      <p className="helping-soft">
        {toldBy !== null ? t('sub.told', { name: toldBy }) : t(circle === null ? 'sub.notFounded' : 'sub.notTold')}
      </p>
      {circle === null && founder === me && (
        <Button variant="primary" isPending={found.isPending} onPress={() => void start()}>
          {t('sub.found')}
        </Button>
      )}
      <Refused of={found} />
    </li>
  )
}
