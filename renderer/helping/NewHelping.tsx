import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { inMonths, tomorrow } from '../proposals/days.ts'
import { ProposeDialog } from '../proposals/ProposeDialog.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './PartsPage.tsx'

/** A proposal that gives a few people a task until a day. */
export function NewHelping({ circle, onClose }: { readonly circle: Circle; readonly onClose: () => void }) {
  const { t } = useWords()
  const propose = useCommand('helpingCircle', 'propose')
  const [task, setTask] = useState({ name: '', mandate: '', due: inMonths(1) })
  const [members, setMembers] = useState<readonly string[]>([])
  const here = circle.members.filter(({ state }) => state !== 'left' && state !== 'removed')
  const of = { circle: circle.circle, ...task, members: [...members], asOf: circle.asOf }
  return (
    <ProposeDialog
      title={t('helping.new')}
      lead={t('helping.means')}
      isReady={task.name.trim() !== '' && task.mandate.trim() !== '' && members.length > 0}
      command={propose}
      send={async ({ review }) => propose.run({ ...of, review })}
      onClose={onClose}
    >
      <TextField
        label={t('helping.name')}
        value={task.name}
        onChange={(name) => setTask({ ...task, name })}
        maxLength={200}
        isRequired
      />
      <TextArea
        label={t('helping.mandate')}
        value={task.mandate}
        onChange={(mandate) => setTask({ ...task, mandate })}
        rows={3}
        isRequired
      />
      <fieldset className="helping-people">
        <legend>{t('helping.members')}</legend>
        {here.map(({ person, name }) => (
          <Checkbox
            key={person}
            label={name}
            isSelected={members.includes(person)}
            onChange={(isIn) => setMembers(isIn ? [...members, person] : members.filter((one) => one !== person))}
          />
        ))}
      </fieldset>
      <DateField
        label={t('helping.due')}
        value={task.due}
        onChange={(due) => setTask({ ...task, due })}
        min={tomorrow()}
        isRequired
      />
    </ProposeDialog>
  )
}
