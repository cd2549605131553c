import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './PersonChip.css'

type PersonChipProps = {
  readonly name: string
  /** Under the name: a role, "you", "last in step yesterday". */
  readonly note?: ReactNode
  readonly className?: string | undefined
}

/** A person: the first letter in a circle, and the name in its own direction. */
export function PersonChip({ name, note, className }: PersonChipProps) {
  return (
    <span className={classNames('ui-person', className)}>
      <span className="ui-person-mark" aria-hidden>
        {firstLetter(name)}
      </span>
      <span className="ui-person-words">
        <bdi className="ui-person-name">{name}</bdi>
        {note !== undefined && <span className="ui-person-note">{note}</span>}
      </span>
    </span>
  )
}

/** What a reader takes for the first letter, which may be several code points. */
function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim())
  return first?.segment.toLocaleUpperCase() ?? ''
}
