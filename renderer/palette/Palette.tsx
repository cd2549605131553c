import { Search } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { findKey } from '../shell/ShortcutSheet.tsx'
import { useWords } from '../words/words.tsx'

const Finder = lazy(async () => ({ default: (await import('./Finder.tsx')).Finder }))

export type PaletteProps = { readonly isOpen: boolean; readonly onClose: () => void; readonly onKeys: () => void }

/** Finds circles, proposals, agreements and people, and does things. */
export function Palette({ isOpen, ...rest }: PaletteProps) {
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <Finder {...rest} />
    </Suspense>
  )
}

export function FindButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useWords()
  return (
    <button type="button" className="shell-find" aria-keyshortcuts="Control+K Meta+K" onClick={onPress}>
      <Search aria-hidden />
      <span>{t('palette.button')}</span>
      <kbd aria-hidden dir="ltr">
        {findKey()}
      </kbd>
    </button>
  )
}
