import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords, type Words } from '../words/words.tsx'
import { AcceptLink, EndLinks } from './DecideLink.tsx'
import { isLinked, LINK_TONES, stateOf, type CircleShown, type LinkLine } from './link-data.ts'
import { LinkSeats } from './LinkSeats.tsx'
import { SendObjection } from './ObjectionDialogs.tsx'
import { OfferLink } from './OfferLink.tsx'

type Props = { readonly link: LinkLine; readonly circle: CircleShown; readonly isMember: boolean }
type DialogName = 'accept' | 'end' | 'object' | 'renew'

/** One other circle: how the two stand, who takes part where, and what can be done next. */
export function LinkCard({ link, circle, isMember }: Props) {
  const words = useWords()
  const { t, list } = words
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const { name, state, terms, ours, theirs, agreement, proposal, isHere } = link
  const close = () => setDialog(null)
  const ended = link.endedBy === null ? null : t(`links.ended.${link.endedBy}`)
  return (
    <li className="links-card">
      <div className="links-head">
        <h3 dir="auto">{isHere ? <a href={`#/circles/${link.circle}`}>{name}</a> : name}</h3>
        <StateBadge tone={LINK_TONES[state]}>{stateOf(link, circle.name, name, words)}</StateBadge>
      </div>
      <p className="links-soft">{ended ?? nextOf(link, words)}</p>
      {link.apart.map((kind) => (
        <p key={kind}>{t(`links.did.${kind}`)}</p>
      ))}
      {link.went.length > 0 && <p className="links-soft">{t('links.went', { name: list(link.went) })}</p>}
      {link.isMet && <p className="links-soft">{t('links.met')}</p>}
      <TellFailed link={link} />
      {link.turn !== null && <p>{t(isLinked(link) ? 'links.both' : 'links.ours')}</p>}
      {terms !== null && <Terms terms={terms} as={link.as} />}
      {ours !== null && <Said title={t('links.ours')} terms={ours} />}
      {theirs !== null && <Said title={t('links.theirs')} terms={theirs} />}
      {isLinked(link) && <LinkSeats link={link} circle={circle.circle} isMember={isMember} />}
      <div className="links-buttons">
        {proposal !== null && <a href={`#/proposals/${proposal}`}>{t('links.proposal')}</a>}
        {agreement !== null && <a href={`#/agreements/${agreement}`}>{t('links.agreement')}</a>}
      </div>
      {isMember && <Acts link={link} onOpen={setDialog} />}
      {dialog === 'accept' && <AcceptLink link={link} circle={circle} onClose={close} />}
      {dialog === 'renew' && <OfferLink circle={circle} renews={link} onClose={close} />}
      {dialog === 'end' && <EndLinks links={[link]} circle={circle} onClose={close} />}
      {dialog === 'object' && <SendObjection link={link} circle={circle} onClose={close} />}
    </li>
  )
}

/** What is to be done now; where both said different things, by whom. */
function nextOf({ state, turn, name }: LinkLine, { t, direction }: Words): string {
  if (state !== 'differing' && turn === null) return t(`links.next.${state}`)
  const which = state === 'differing' ? 'differing' : 'renewed'
  return t(`links.next.${which}.${turn ?? 'here'}`, { them: isolated(name, direction) })
}

/** Nothing that goes by itself fails in silence. */
function TellFailed({ link: { name, tellFailed } }: { readonly link: LinkLine }) {
  const { t, refusal, direction } = useWords()
  return tellFailed.map(({ to, refusal: why }) => (
    <Notice tone="warning" key={`${to} ${why.code}`}>
      {t(`links.tellFailed.${to}`, { name: isolated(name, direction), why: refusal(why) })}
    </Notice>
  ))
}

function Acts({ link, onOpen }: { readonly link: LinkLine; readonly onOpen: (dialog: DialogName) => void }) {
  const { t } = useWords()
  const { state, proposal, agreement, terms, turn } = link
  const mayRenew = proposal === null && terms !== null && (isLinked(link) || state === 'ended')
  const mayAccept = proposal === null && (state === 'consented-there' || link.theirs !== null)
  return (
    <div className="links-buttons">
      {mayAccept && (
        <Button variant={turn === 'there' ? 'quiet' : 'primary'} onPress={() => onOpen('accept')}>
          {t('links.accept')}
        </Button>
      )}
      {isLinked(link) && <Button onPress={() => onOpen('object')}>{t('links.object')}</Button>}
      {mayRenew && (
        <Button onPress={() => onOpen('renew')}>{t(state === 'ended' ? 'links.anew' : 'links.renew')}</Button>
      )}
      {agreement !== null && <Button onPress={() => onOpen('end')}>{t('links.end')}</Button>}
    </div>
  )
}

/** What one of the two consented to, and the other has not yet. */
function Said({ title, terms }: { readonly title: string; readonly terms: TermsProps['terms'] }) {
  return (
    <>
      <p>{title}</p>
      <Terms terms={terms} />
    </>
  )
}

type TermsProps = { readonly terms: NonNullable<LinkLine['terms']>; readonly as?: LinkLine['as'] }

function Terms({ terms, as = 'beside' }: TermsProps) {
  const { t, date } = useWords()
  return (
    <dl className="links-terms">
      {as !== 'beside' && <Term name={t('links.as')}>{t(`links.as.${as}`)}</Term>}
      <Term name={t('links.aim')}>{terms.aim}</Term>
      <Term name={t('links.shares')}>{terms.shares}</Term>
      <Term name={t('links.seats')}>{t('links.seatsOf', { sends: terms.sends, receives: terms.receives })}</Term>
      <Term name={t('links.until')}>{date(terms.until)}</Term>
    </dl>
  )
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}
