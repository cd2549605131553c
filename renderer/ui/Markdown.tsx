import { lazy, Suspense } from 'react'
import { classNames } from './class-names.ts'
import './Markdown.css'

export type MarkdownProps = {
  readonly text: string
  /** The level a first-level heading of the text gets: one below the heading it stands under. */
  readonly headingLevel?: 2 | 3 | 4 | 5 | undefined
  /** `words`: what people decide on, set as in a book. */
  readonly look?: 'plain' | 'words' | undefined
  readonly className?: string | undefined
}

const Rendered = lazy(async () => ({ default: (await import('./MarkdownText.tsx')).MarkdownText }))

/** What a person wrote, as Markdown: no raw HTML, no pictures, and addresses shown but never followed. */
export function Markdown({ text, headingLevel = 3, look = 'plain', className }: MarkdownProps) {
  return (
    <div className={classNames('ui-markdown', `ui-markdown-${look}`, className)} dir="auto">
      <Suspense fallback={<p className="ui-markdown-raw">{text}</p>}>
        <Rendered text={text} headingLevel={headingLevel} />
      </Suspense>
    </div>
  )
}
