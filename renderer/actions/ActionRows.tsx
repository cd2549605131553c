import { Rows } from '../ui/Rows.tsx'
import type { Action } from './action-data.ts'
import { ActionRow } from './ActionRow.tsx'

/** Next steps; `where`: also in which circle each is. */
export function ActionRows({
  actions,
  where = false,
}: {
  readonly actions: readonly Action[]
  readonly where?: boolean
}) {
  return (
    <Rows>
      {actions.map((action) => (
        <ActionRow key={action.action} action={action} where={where} />
      ))}
    </Rows>
  )
}
