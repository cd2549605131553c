import { Search } from 'lucide-react'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useLocation } from 'wouter'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useWords } from '../words/words.tsx'
import type { Entry } from './entries.ts'
import { FoundLines } from './FoundLines.tsx'
import type { PaletteProps } from './Palette.tsx'
import { useEntries, type Asking } from './use-entries.ts'
import '../ui/Dialog.css'
import '../ui/Popover.css'
import './palette.css'

/** Typing finds, arrows choose, Enter goes or does; the focus stays in the field. */
export function Finder({ onClose, onKeys }: Omit<PaletteProps, 'isOpen'>) {
  const { t } = useWords()
  const [, go] = useLocation()
  const [text, setText] = useState('')
  const [asking, setAsking] = useState<Asking>(null)
  const take = (entry: Entry) => {
    if ('ask' in entry) {
      setAsking(entry.ask)
      setText('')
      return
    }
    onClose()
    if ('path' in entry) go(entry.path)
    else if (entry.does === 'keys') onKeys()
    else entry.does()
  }
  return (
    <ModalOverlay className="ui-veil palette-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="ui-modal palette">
        <Dialog className="palette-dialog" aria-label={t('palette.label')}>
          <Choosing key={asking} asking={asking} text={text} onText={setText} onTake={take} />
          <p className="palette-hint">{t('palette.hint')}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type ChoosingProps = {
  readonly asking: Asking
  readonly text: string
  readonly onText: (text: string) => void
  readonly onTake: (entry: Entry) => void
}

function Choosing({ asking, text, onText, onTake }: ChoosingProps) {
  const { t } = useWords()
  const id = useId()
  const groups = useEntries(text, asking)
  const { active, move, point } = useActive(groups.flatMap(({ entries }) => entries))
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && active !== undefined) onTake(active)
    else return
    event.preventDefault()
  }
  const question = t(asking === null ? 'palette.placeholder' : 'palette.which')
  useEffect(() => {
    document.getElementById(`${id}${active?.id ?? ''}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active?.id])
  return (
    <>
      <div className="palette-field">
        <Search aria-hidden />
        <input
          role="combobox"
          type="text"
          dir={text === '' ? undefined : 'auto'}
          aria-label={t(asking === null ? 'palette.label' : 'palette.which')}
          aria-expanded={count > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : `${id}${active.id}`}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          placeholder={question}
          value={text}
          onChange={(event) => {
            point(null)
            onText(event.currentTarget.value)
          }}
          onKeyDown={press}
        />
      </div>
      <FoundLines id={id} groups={groups} active={active?.id} onPoint={point} onTake={onTake} />
      <VisuallyHidden>
        <span role="status">{t('palette.count', { count })}</span>
      </VisuallyHidden>
    </>
  )
}

/** The line that Enter takes: where the person moved to, else the first. */
function useActive(all: readonly Entry[]) {
  const [pointed, point] = useState<string | null>(null)
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === pointed),
  )
  const move = (by: 1 | -1) => point(all[(at + by + all.length) % all.length]?.id ?? null)
  return { active: all[at], move, point }
}
