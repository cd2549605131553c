import { useLive } from '../node/use-live.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'

/** The circles of this person into which this device, from a copied folder, is still to be let. */
export function Rejoin() {
  const { t, list, direction } = useWords()
  const rejoin = useLive('profile', 'show', {}).data?.rejoin ?? []
  if (rejoin.length === 0) return null
  const circles = rejoin.map(({ name }) => (name === '' ? t('devices.rejoin.unnamed') : isolated(name, direction)))
  return (
    <Notice tone="info" action={<LinkButton href="#/join">{t('devices.back.join')}</LinkButton>}>
      {t('devices.rejoin', { circles: list(circles) })} {t('devices.rejoin.how')}
    </Notice>
  )
}
