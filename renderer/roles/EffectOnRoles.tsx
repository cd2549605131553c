import { nameIn, type Proposal } from '../proposals/page-data.ts'
import { useLive } from '../node/use-live.ts'
import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { DescriptionParts } from './RoleDescription.tsx'
import { roleTitle } from './role-words.ts'
import './roles.css'

/** What a proposal would change about roles, in words; nothing where it would change nothing there. */
export function EffectOnRoles({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useWords()
  const { effect } = proposal
  if (effect?.kind === 'seat') return <Seat proposal={proposal} seat={effect} />
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
    </Notice>
  )
}

type SeatEffect = Extract<NonNullable<Proposal['effect']>, { readonly kind: 'seat' }>

function Seat({ proposal, seat }: { readonly proposal: Proposal; readonly seat: SeatEffect }) {
  const { t, date, direction } = useWords()
  const { data } = useLive('role', 'list', { circle: proposal.circle })
  const name = data?.items.find(({ role }) => role === seat.role)?.name ?? seat.role
  const title = isolated(roleTitle(t, name), direction)
  const reasons =
    seat.selection === null ? undefined : <a href={`#/selections/${seat.selection}`}>{t('roles.effect.reasons')}</a>
  return (
    <Notice tone="info" action={reasons}>
      {seat.person === null
        ? t('roles.effect.nobody', { title })
        : t('roles.effect.seat', {
            name: isolated(nameIn(proposal, seat.person), direction),
            title,
            date: seat.until === null ? '' : date(seat.until),
          })}{' '}
      {seat.person !== null && proposal.agreement === null && t('selections.nomineeLast')}
    </Notice>
  )
}
