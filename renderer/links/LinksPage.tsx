import { useState } from 'react'
import { CircleTabs } from '../circles/CircleTabs.tsx'
import { useLive } from '../node/use-live.ts'
import { PracticeMark } from '../practice/PracticeMark.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import type { CircleShown, LinkLine } from './link-data.ts'
import { Carrying } from './Carrying.tsx'
import { EndLinks } from './DecideLink.tsx'
import { LinkCard } from './LinkCard.tsx'
import { OfferLink } from './OfferLink.tsx'
import { Trips } from './Trips.tsx'
import './links.css'

/** The circles that this one is linked with, what it tells them, and the objections that travel between them. */
export function LinksPage({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: CircleShown }) {
  const { t } = useWords()
  const isMember = circle.members.some(({ person, state }) => person === circle.me && state === 'joined')
  return (
    <Page title={circle.name} lead={t('links.lead')} back={{ href: '#/circles', label: t('circles.title') }}>
      <CircleTabs circle={circle.circle} now="links" />
      <PracticeMark circle={circle.circle} />
      <Links circle={circle} isMember={isMember} />
      <Trips circle={circle} isMember={isMember} />
      <Carrying circle={circle} />
      <Apart />
      <p>
        <a href="#/structure">{t('links.structure.see')}</a>
      </p>
    </Page>
  )
}

function Links({ circle, isMember }: { readonly circle: CircleShown; readonly isMember: boolean }) {
  const { t } = useWords()
  const [dialog, setDialog] = useState<'offer' | 'leave' | null>(null)
  const close = () => setDialog(null)
  const live = useLive('link', 'list', { circle: circle.circle })
  const ours = (live.data?.items ?? []).filter(({ agreement, state }) => agreement !== null && state !== 'ended')
  return (
    <section className="links-part" aria-labelledby="links">
      <h2 id="links">{t('links.title')}</h2>
      <p>{t('links.means')}</p>
      <Asked live={live}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('links.none')}</p>
          ) : (
            <ul className="links-list" aria-label={t('links.title')}>
              {items.toSorted(byStanding).map((link) => (
                <LinkCard key={link.circle} link={link} circle={circle} isMember={isMember} />
              ))}
            </ul>
          )
        }
      </Asked>
      {isMember && (
        <div className="links-buttons">
          <Button onPress={() => setDialog('offer')}>{t('links.offer')}</Button>
          {ours.length > 1 && <Button onPress={() => setDialog('leave')}>{t('links.endAll')}</Button>}
        </div>
      )}
      <p className="links-soft">
        {t('links.number')} <code className="links-id">{circle.circle}</code>
      </p>
      {dialog === 'offer' && <OfferLink circle={circle} onClose={close} />}
      {dialog === 'leave' && <EndLinks links={ours} circle={circle} onClose={close} />}
    </section>
  )
}

/** What has ended comes last. */
const byStanding = (a: LinkLine, b: LinkLine): number => Number(a.state === 'ended') - Number(b.state === 'ended')

const CASES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const

/** What holds where both act without knowing of each other, in words: nobody has to guess it from what the page shows then. */
function Apart() {
  const { t } = useWords()
  return (
    <Disclosure title={t('links.apart')}>
      <ul className="links-list">
        {CASES.map((one) => (
          <li key={one}>{t(`links.apart.${one}`)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
