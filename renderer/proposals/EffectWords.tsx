import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { LinkEffectWords } from '../links/LinkEffectWords.tsx'
import { wayInWords } from '../ways/way-words.ts'
import { type InForce, nameIn } from './page-data.ts'

/** What comes into force with these words: nobody consents to what they cannot read. */
export function EffectWords({ of: proposal }: { readonly of: InForce }) {
  const { t, date, list, direction } = useWords()
  const { effect } = proposal
  const named = (name: string) => ({ name: isolated(name, direction) })
  switch (effect?.kind) {
    case 'way':
      return (
        <Notice tone="info" title={t(`ways.${effect.way.rule}`)}>
          {wayInWords(effect.way, t)}
        </Notice>
      )
    case 'purpose':
      return <Purpose {...effect} />
    case 'state':
      return (
        <Notice tone="info" title={t(`standing.words.${effect.state}`)}>
          {t(`standing.means.${effect.state}`)} {effect.anyoneWakes && t('standing.anyone')}
        </Notice>
      )
    case 'helping-circle':
      return (
        <Notice tone="info" title={t('effect.helping', named(effect.name))}>
          {list(effect.members.map((person) => nameIn(proposal, person)))} ·{' '}
          {t('helping.until', { date: date(effect.due) })}
        </Notice>
      )
    case 'sub-circle':
      return (
        <Notice tone="info" title={t('effect.sub', named(effect.name))}>
          <bdi>{effect.aim}</bdi> · {t('effect.founder', named(nameIn(proposal, effect.founder)))}
          <InDomain domain={effect.domain} />
        </Notice>
      )
    case 'link':
    case 'unlink':
    case 'objects':
    case 'answers':
      return <LinkEffectWords effect={effect} circle={proposal.circle} />
    case 'adopts':
      return <Notice tone="info">{t('effect.adopts', named(effect.name))}</Notice>
    case 'relay':
      return (
        <Notice tone="info" title={t('effect.relay')}>
          {t('relays.sees')}
        </Notice>
      )
    case 'keeper':
      return (
        <Notice tone="info" title={t('effect.keeper')}>
          {t('keepers.sees')}
        </Notice>
      )
    default:
      return null
  }
}

function InDomain({ domain }: { readonly domain: string | null }) {
  const { t } = useWords()
  if (domain === null) return null
  return (
    <>
      {' '}
      · {t('circles.domain')}: <bdi>{domain}</bdi>
    </>
  )
}

function Purpose({
  name,
  aim,
  domain,
}: {
  readonly name: string
  readonly aim: string
  readonly domain: string | null
}) {
  const { t, direction } = useWords()
  return (
    <Notice tone="info" title={t('effect.purpose', { name: isolated(name, direction) })}>
      {t('circles.aim')}: <bdi>{aim}</bdi>
      <InDomain domain={domain} />
    </Notice>
  )
}
