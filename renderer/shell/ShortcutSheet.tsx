import type { ReactNode } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'
import { GO_KEYS } from './shortcuts.ts'
import { useSingleKeys } from './single-keys.ts'

/** All keys, and what they do. */
export function ShortcutSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useWords()
  const [single] = useSingleKeys()
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose}>
      {single ? <p>{t('keys.lead')}</p> : <Notice tone="info">{t('keys.off')}</Notice>}
      <h3 className="keys-group">{t('keys.go')}</h3>
      <dl className="keys">
        {GO_KEYS.map(({ key, words }) => (
          <Line key={key} does={t(words)}>
            <kbd>g</kbd> <span>{t('keys.then')}</span> <kbd>{key}</kbd>
          </Line>
        ))}
      </dl>
      <h3 className="keys-group">{t('keys.do')}</h3>
      <dl className="keys">
        <Line does={t('keys.find')}>
          <kbd>{findKey()}</kbd>
        </Line>
        <Line does={t('keys.propose')}>
          <kbd>n</kbd>
        </Line>
        <Line does={t('keys.invite')}>
          <kbd>i</kbd>
        </Line>
        <Line does={t('keys.sheet')}>
          <kbd>?</kbd>
        </Line>
        <Line does={t('keys.close')}>
          <kbd>Esc</kbd>
        </Line>
      </dl>
    </Dialog>
  )
}

function Line({ does, children }: { readonly does: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{does}</dt>
      <dd dir="ltr">{children}</dd>
    </div>
  )
}

/** As it is written on the keys of this computer. */
export function findKey(): string {
  return navigator.userAgent.includes('Mac') ? '⌘ K' : 'Ctrl K'
}
