import { use } from 'react'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { ShowKeysContext } from '../shell/show-keys.ts'
import { useSingleKeys } from '../shell/single-keys.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Page } from '../ui/Page.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { useWords } from '../words/words.tsx'
import { AskingTheWay } from './AskingTheWay.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { MyPart } from './MyPart.tsx'
import { Rejoin } from './Rejoin.tsx'
import { Program } from './Program.tsx'
import { OnThisComputer } from './OnThisComputer.tsx'
import { Windows } from './Windows.tsx'
import './me.css'

/** Who one is here, how the window behaves, and what runs. */
export function Me(_props: PageProps) {
  const { t } = useWords()
  const profile = useLive('profile', 'show', {}).data
  return (
    <Page title={t('me.title')} className="me">
      {profile !== undefined && <PersonChip name={profile.name} note={t('me.nameHint')} className="me-name" />}
      <Rejoin />
      <MyPart id="language" title={t('me.language')}>
        <LanguageChoice />
        <p className="me-soft">{t('me.language.hint')}</p>
      </MyPart>
      <Keys />
      <AskingTheWay />
      <OnThisComputer />
      <Windows />
      <MyPart id="words" title={t('me.words')}>
        <p>{t('me.words.hint')}</p>
      </MyPart>
      <Program />
    </Page>
  )
}

function Keys() {
  const { t } = useWords()
  const [single, setSingle] = useSingleKeys()
  const showKeys = use(ShowKeysContext)
  return (
    <MyPart id="keys" title={t('me.keys')}>
      <Checkbox
        label={t('me.keys.single')}
        description={t('me.keys.singleHint')}
        isSelected={single}
        onChange={setSingle}
      />
      <Button onPress={showKeys}>{t('me.keys.show')}</Button>
    </MyPart>
  )
}
