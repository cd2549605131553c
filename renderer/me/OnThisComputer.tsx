import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { useWords } from '../words/words.tsx'
import { MyPart } from './MyPart.tsx'

const TELLS = ['nothing', 'that-something', 'what'] as const

/** What a person chooses of the program that they installed; a page in a browser has nothing of this. */
export function OnThisComputer() {
  const { t } = useWords()
  const chosen = useLive('program', 'shell', {}).data
  const choose = useCommand('program', 'setShell')
  if (chosen === undefined || chosen === null) return null
  return (
    <MyPart id="shell" title={t('me.shell.title')}>
      <Checkbox
        label={t('me.shell.keeps')}
        description={t('me.shell.keepsHint')}
        isSelected={chosen.keepsInStep}
        onChange={(keepsInStep) => void choose.run({ keepsInStep })}
      />
      <Checkbox
        label={t('me.shell.login')}
        isSelected={chosen.opensAtLogin}
        onChange={(opensAtLogin) => void choose.run({ opensAtLogin })}
      />
      <RadioCards
        label={t('me.shell.tells')}
        options={TELLS.map((id) => ({ id, title: t(`me.shell.${id}`), description: t(`me.shell.${id}Hint`) }))}
        value={chosen.tells}
        onChange={(tells) => void choose.run({ tells })}
      />
      <Refused of={choose} />
    </MyPart>
  )
}
