import { useState } from 'react'
import { OfferLink } from '../links/OfferLink.tsx'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.tsx'
import { howKnown, type Kin } from './kin-words.ts'
import { AdoptCircle, NewSubCircle } from './ProposeSubCircle.tsx'
import type { Circle } from './PartsPage.tsx'

/** What this circle is part of and what is part of it: as agreed here, and as somebody who belongs to both told. */
export function SubCircles({ circle, isMember }: { readonly circle: Circle; readonly isMember: boolean }) {
  const { t } = useWords()
  const [dialog, setDialog] = useState<'new' | 'adopt' | null>(null)
  const live = useLive('subCircle', 'list', { circle: circle.circle })
  const close = () => setDialog(null)
  return (
    <section className="helping-part" aria-labelledby="sub-circles">
      <h2 id="sub-circles">{t('sub.title')}</h2>
      <p>
        {t('sub.means')} {t('sub.offer.means')}
      </p>
      <Asked live={live}>
        {({ items }) => (
          <ul className="helping-kin">
            {items.map((kin) => (
              <Related key={kin.circle ?? kin.agreement} kin={kin} circle={circle} isMember={isMember} />
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

type RelatedProps = { readonly kin: Kin; readonly circle: Circle; readonly isMember: boolean }

function Related({ kin, circle, isMember }: RelatedProps) {
  const words = useWords()
  const { t } = words
  const { circle: other, name, as, agreement, isHere } = kin
  return (
    <li>
      <p>
        {other !== null && isHere ? (
          <a href={`#/circles/${other}`} dir="auto">
            {name}
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
        {' · '}
        {t(`sub.as.${as}`)}
      </p>
      <p className="helping-soft">
        {howKnown(kin, words)}
        {agreement !== null && (
          <>
            {' '}
            <a href={`#/agreements/${agreement}`}>{t('links.agreement')}</a>
          </>
        )}
      </p>
      {isMember && <KinActs kin={kin} circle={circle} />}
    </li>
  )
}

/** What can be done next about a circle that belongs with this one. */
function KinActs({ kin, circle }: Omit<RelatedProps, 'isMember'>) {
  const { t } = useWords()
  const goOn = useGoOn()
  const [isOffering, setOffering] = useState(false)
  const found = useCommand('subCircle', 'found')
  const introduce = useCommand('subCircle', 'introduce')
  const tell = useCommand('subCircle', 'tell')
  const { circle: other, name, as, agreement, toldBy, founder, link, isHere } = kin
  const start = async () => {
    const done = await found.run({ agreement: agreement ?? '' })
    if (done !== undefined) goOn(`/circles/${done.circle}`)
  }
  const isUntold = other !== null && agreement !== null && toldBy === null && isHere
  return (
    <div className="helping-buttons">
      {other === null && founder === circle.me && (
        <Button variant="primary" isPending={found.isPending} onPress={() => void start()}>
          {t('sub.found')}
        </Button>
      )}
      {isUntold && (
        <Button isPending={introduce.isPending} onPress={() => void introduce.run({ agreement })}>
          {t('sub.introduce')}
        </Button>
      )}
      {other !== null && link === null && (
        <Button size="small" variant="quiet" onPress={() => setOffering(true)}>
          {t('sub.offer')}
        </Button>
      )}
      {other !== null && toldBy !== null && agreement === null && (
        <Button
          size="small"
          variant="quiet"
          isPending={tell.isPending}
          onPress={() => void tell.run({ circle: circle.circle, other, as: 'nothing', name })}
        >
          {t('sub.notSo')}
        </Button>
      )}
      <Refused of={found} />
      <Refused of={introduce} />
      <Refused of={tell} />
      {isOffering && other !== null && (
        <OfferLink
          circle={circle}
          to={{ other, name, as: as === 'parent' ? 'above' : 'below' }}
          onClose={() => setOffering(false)}
        />
      )}
    </div>
  )
}
