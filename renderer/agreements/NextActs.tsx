import { LinkButton } from '../ui/LinkButton.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { isStanding, openObjections, type Agreement } from './agreement-data.ts'

/** What can become of an agreement, and whose step that is. */
export function NextActs({ agreement, me }: { readonly agreement: Agreement; readonly me: string }) {
  const { t } = useWords()
  if (!isStanding(agreement)) return null
  const { agreement: id, due, underWay } = agreement
  const isWaiting = (due !== 'current' || openObjections(agreement).length > 0) && underWay.length === 0
  return (
    <section aria-labelledby="anew" className="proposal-part">
      <h2 id="anew">{t('agreements.anew')}</h2>
      <Objections agreement={agreement} />
      {isWaiting && <p>{whose(agreement, me)}</p>}
      <p className="proposal-lead">{t('agreements.anew.lead')}</p>
      <div className="proposal-buttons">
        <LinkButton href={`#/agreements/${id}/renew`} variant={isWaiting ? 'primary' : 'quiet'}>
          {t('agreements.renew')}
        </LinkButton>
        <LinkButton href={`#/agreements/${id}/change`}>{t('agreements.change')}</LinkButton>
        <LinkButton href={`#/agreements/${id}/end`}>{t('agreements.end')}</LinkButton>
      </div>
    </section>
  )

  function whose({ caredForBy, names }: Agreement, person: string): string {
    if (caredForBy === null) return t('agreements.anew.anyone')
    return caredForBy === person
      ? t('agreements.anew.yours')
      : t('agreements.anew.theirs', { name: names[caredForBy] ?? '' })
  }
}

/** Objections of people who knew that it was agreed: they are for the next talk. */
function Objections({ agreement }: { readonly agreement: Agreement }) {
  const { t, direction } = useWords()
  const open = openObjections(agreement)
  if (open.length === 0) return null
  const people = open.map(({ objection, person, reason }) => ({
    id: objection,
    name: agreement.names[person] ?? '',
    note: <span dir="auto">{isolated(reason, direction)}</span>,
  }))
  return (
    <>
      <h3>{t('agreements.objections')}</h3>
      <PersonList label={t('agreements.objections')} people={people} />
      <p>{t('agreements.objections.lead')}</p>
    </>
  )
}
