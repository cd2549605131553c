import { useEffect, useState } from 'react'
import type { PageProps } from '../routes.tsx'
import { Page } from '../ui/Page.tsx'
import { Select } from '../ui/Select.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { UiProvider } from '../ui/UiProvider.tsx'
import { Actions } from './Actions.tsx'
import { Fields } from './Fields.tsx'
import { samples } from './samples.ts'
import { States } from './States.tsx'
import { Texts } from './Texts.tsx'
import { Things } from './Things.tsx'
import './gallery.css'

type Theme = 'system' | 'light' | 'dark'
type Direction = keyof typeof samples
type Size = 'usual' | 'double'

/** Every piece of ui/ in every state, for those who build the program. It is in English, or Arabic from right to left. */
export function Gallery(_props: PageProps) {
  const [theme, setTheme] = useState<Theme>('system')
  const [direction, setDirection] = useState<Direction>('ltr')
  const [size, setSize] = useState<Size>('usual')
  const s = samples[direction]
  useLook(theme, direction, size, s.locale)
  return (
    <UiProvider key={direction} locale={s.locale} words={s.ui}>
      <Page
        title={s.proposal}
        lead={s.lead}
        width="wide"
        back={{ href: '#/', label: s.tabs[0] ?? '' }}
        actions={<StateBadge tone="waiting">{s.states[2]}</StateBadge>}
      >
        <div className="gallery-looks" role="group" aria-label="Look" lang="en" dir="ltr">
          <Select label="Theme" items={named('system', 'light', 'dark')} value={theme} onChange={setTheme} />
          <Select label="Direction" items={named('ltr', 'rtl')} value={direction} onChange={setDirection} />
          <Select label="Text size" items={named('usual', 'double')} value={size} onChange={setSize} />
        </div>
        <Actions s={s} />
        <Fields s={s} />
        <States s={s} />
        <Things s={s} />
        <Texts s={s} />
      </Page>
    </UiProvider>
  )
}

const named = <Id extends string>(...ids: readonly Id[]) => ids.map((id) => ({ id, label: id }))

/** On the root element, since what floats is outside of the page; given back when the gallery is left. */
function useLook(theme: Theme, direction: Direction, size: Size, locale: string) {
  useEffect(() => {
    const root = document.documentElement
    const { lang, dir } = root
    const { theme: themeBefore } = root.dataset
    root.lang = locale
    root.dir = direction
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
    root.classList.toggle('gallery-double', size === 'double')
    return () => {
      root.lang = lang
      root.dir = dir
      if (themeBefore === undefined) delete root.dataset['theme']
      else root.dataset['theme'] = themeBefore
      root.classList.remove('gallery-double')
    }
  }, [theme, direction, size, locale])
}
