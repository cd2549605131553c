import { type InForce, nameIn } from '../proposals/page-data.ts'
import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { DescriptionParts } from './RoleDescription.tsx'
import { roleTitle } from './role-words.ts'
import './roles.css'

/** What a proposal would change about roles, in words; nothing where it would change nothing there. */
export function EffectOnRoles({ of }: { readonly of: InForce }) {
  const { t } = useWords()
  const { effect } = of
  if (effect?.kind === 'seat') return <Seat of={of} seat={effect} />
  if (effect?.kind === 'plan')
    return (
      <Notice tone="info" action={<a href={`#/reviews/${effect.review}`}>{t('roles.reviews')}</a>}>
        {t('roles.effect.plan')}
      </Notice>
    )
  if (effect?.kind !== 'role') return null
  return (
    <Notice tone="info" title={t('roles.effect.role')}>
      <DescriptionParts described={effect} />
      {effect.months !== null && <p>{t('roles.about.months', { count: effect.months })}</p>}
    </Notice>
  )
}

type SeatEffect = Extract<NonNullable<InForce['effect']>, { readonly kind: 'seat' }>

function Seat({ of, seat }: { readonly of: InForce; readonly seat: SeatEffect }) {
  const { t, date, direction } = useWords()
  const title = isolated(roleTitle(t, of.seat ?? seat.role), direction)
  const reasons =
    seat.selection === null ? undefined : <a href={`#/selections/${seat.selection}`}>{t('roles.effect.reasons')}</a>
  return (
    <Notice tone="info" action={reasons}>
      {seat.person === null
        ? t('roles.effect.nobody', { title })
        : t('roles.effect.seat', {
            name: isolated(nameIn(of, seat.person), direction),
            title,
            date: seat.until === null ? '' : date(seat.until),
          })}{' '}
      {seat.person !== null && of.agreement === null && t('selections.nomineeLast')}
    </Notice>
  )
}
