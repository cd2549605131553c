import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './Story.css'

type StoryProps = {
  readonly label: string
  readonly lines: readonly {
    readonly id: string
    /** As the person reads it. */
    readonly when: string
    /** As the machine reads it: ms, or 'YYYY-MM-DD'. */
    readonly at?: number | string | undefined
    readonly text: ReactNode
    /** Words that were said, quoted under the line. */
    readonly more?: ReactNode
    /** `turn`: after this the matter stood differently. */
    readonly tone?: 'plain' | 'turn' | undefined
  }[]
  readonly className?: string | undefined
}

/** What happened, line by line, in the order given. */
export function Story({ label, lines, className }: StoryProps) {
  return (
    <ol className={classNames('ui-story', className)} aria-label={label}>
      {lines.map(({ id, when, at, text, more, tone = 'plain' }) => (
        <li key={id} className={`ui-story-line ui-story-${tone}`}>
          <time className="ui-story-when" dateTime={typeof at === 'number' ? new Date(at).toISOString() : at}>
            {when}
          </time>
          <div className="ui-story-text">{text}</div>
          {more !== undefined && <div className="ui-story-more">{more}</div>}
        </li>
      ))}
    </ol>
  )
}
