import { useMemo } from 'react'
import { classNames } from './class-names.ts'
import { useUiWords } from './ui-words.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import { wordDiff, type DiffPart } from './word-diff.ts'
import './Compare.css'

type CompareProps = {
  readonly before: string
  readonly after: string
  readonly beforeLabel: string
  readonly afterLabel: string
  readonly className?: string | undefined
}

/** Two versions of a text, side by side where there is room, with the words that differ marked in each. */
export function Compare({ before, after, beforeLabel, afterLabel, className }: CompareProps) {
  const parts = useMemo(() => wordDiff(before, after), [before, after])
  return (
    <div className={classNames('ui-compare-room', className)}>
      <div className="ui-compare">
        <Side label={beforeLabel} parts={parts.filter(({ kind }) => kind !== 'added')} />
        <Side label={afterLabel} parts={parts.filter(({ kind }) => kind !== 'removed')} />
      </div>
    </div>
  )
}

function Side({ label, parts }: { readonly label: string; readonly parts: readonly DiffPart[] }) {
  return (
    <figure className="ui-compare-side">
      <figcaption className="ui-compare-label">{label}</figcaption>
      <div className="ui-compare-text" dir="auto">
        {parts.map((part, index) => (
          <Part key={`${index}`} {...part} />
        ))}
      </div>
    </figure>
  )
}

function Part({ kind, text }: DiffPart) {
  const { removed, added } = useUiWords()
  if (kind === 'same') return <span>{text}</span>
  const Tag = kind === 'removed' ? 'del' : 'ins'
  return (
    <Tag>
      <VisuallyHidden>[{kind === 'removed' ? removed : added}] </VisuallyHidden>
      {text}
    </Tag>
  )
}
