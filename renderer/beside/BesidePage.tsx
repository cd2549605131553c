import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import type { PageProps } from '../routes.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'
import { useBeside, type BesidePerson } from './beside-data.ts'
import '../me/welcome.css'
import './beside.css'

/** People who came without a device: what counts of what they say here, and their key on paper to take home. */
export function BesidePage(_props: PageProps) {
  const { t } = useWords()
  const { owner, people } = useBeside()
  return (
    <Page title={t('beside.title')} lead={t('beside.lead', { name: owner })}>
      {people.length === 0 && <EmptyState title={t('beside.none')}>{t('beside.none.how')}</EmptyState>}
      {people.length > 0 && (
        <ul className="beside-slip beside-about">
          <li>{t('beside.counts')}</li>
          <li>{t('beside.shown', { name: owner })}</li>
          <li>{t('beside.later')}</li>
        </ul>
      )}
      {people.map((one) => (
        <One key={one.beside} one={one} />
      ))}
    </Page>
  )
}

function One({ one }: { readonly one: BesidePerson }) {
  const { t } = useWords()
  const slip = useCommand('beside', 'slip')
  const [words, setWords] = useState<string | null>(null)
  const show = async () => {
    const shown = await slip.run({ beside: one.beside })
    if (shown !== undefined) setWords(shown.words)
  }
  return (
    <Card as="section" className="beside-slip beside-one">
      <h2>
        <bdi>{one.name}</bdi>
      </h2>
      {words === null ? (
        <Button isPending={slip.isPending} onPress={() => void show()}>
          {t('beside.slip', { name: one.name })}
        </Button>
      ) : (
        <Slip one={one} words={words} />
      )}
      <Refused of={slip} />
    </Card>
  )
}

/** On the screen for as long as it takes to write or print them; then they are on this device no more. */
function Slip({ one, words }: { readonly one: BesidePerson; readonly words: string }) {
  const { t } = useWords()
  const [isKept, setKept] = useState(false)
  const takeHome = useCommand('beside', 'takeHome')
  const hand = useCommand('program', 'hand')
  const toast = useToast()
  const send = async () => {
    await hand.run({ beside: null })
    if ((await takeHome.run({ beside: one.beside })) === undefined) return
    toast.show({ text: t('beside.gone', { name: one.name }) })
  }
  return (
    <>
      <p>{t('beside.slip.lead', { name: one.name })}</p>
      <ol className="welcome-words" aria-label={t('me.words.label')} dir="ltr" lang="en" translate="no">
        {words.split(' ').map((word, index) => (
          <li key={`${index} ${word}`}>{word}</li>
        ))}
      </ol>
      <p>{t('beside.slip.back')}</p>
      <div className="beside-acts beside-slip">
        <Button onPress={() => window.print()}>{t('beside.slip.print')}</Button>
        <Checkbox label={t('beside.slip.kept', { name: one.name })} isSelected={isKept} onChange={setKept} />
        <Button variant="primary" isDisabled={!isKept} isPending={takeHome.isPending} onPress={() => void send()}>
          {t('beside.takeHome', { name: one.name })}
        </Button>
        <Refused of={takeHome} />
      </div>
    </>
  )
}
