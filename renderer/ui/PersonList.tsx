import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { PersonChip } from './PersonChip.tsx'
import './PersonList.css'

type PersonListProps = {
  /** Names the list for those who hear it. */
  readonly label: string
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly note?: ReactNode
    /** At the end of the line: a state, a button. */
    readonly aside?: ReactNode
  }[]
  /** `rows` one under the other with room for an aside, `flow` side by side. */
  readonly layout?: 'rows' | 'flow' | undefined
  readonly className?: string | undefined
}

export function PersonList({ label, people, layout = 'rows', className }: PersonListProps) {
  return (
    <ul className={classNames('ui-people', `ui-people-${layout}`, className)} aria-label={label}>
      {people.map(({ id, name, note, aside }) => (
        <li key={id}>
          <PersonChip name={name} note={note} />
          {aside !== undefined && <span className="ui-people-aside">{aside}</span>}
        </li>
      ))}
    </ul>
  )
}
