import { useState } from 'react'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { isMemberIn, type Circle } from '../roles/role-data.ts'
import { roleTitle } from '../roles/role-words.ts'
import '../roles/roles.css'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { Steps } from '../ui/Steps.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { EndSelection } from './EndSelection.tsx'
import { Information } from './Information.tsx'
import { NextInSelection } from './NextInSelection.tsx'
import { Reasons } from './Reasons.tsx'
import { isGoingOn, SELECTION_TONES, stepsOf, type Selection } from './selection-data.ts'

/** A selection, led through its steps: sealed nominations, reasons, a change round, one proposed, consent. */
export function SelectionPage({ id }: PageProps) {
  const live = useLive('selection', 'show', { selection: id })
  return <Asked live={live}>{(selection) => <InCircle selection={selection} />}</Asked>
}

function InCircle({ selection }: { readonly selection: Selection }) {
  const live = useLive('circle', 'show', { circle: selection.circle })
  return <Asked live={live}>{(circle) => <Shown selection={selection} circle={circle} />}</Asked>
}

function Shown({ selection: whole, circle }: { readonly selection: Selection; readonly circle: Circle }) {
  const { t, direction } = useWords()
  const [selection, folded] = useFolded(whole.circle, whole)
  const [isEnding, setEnding] = useState(false)
  const title = isolated(roleTitle(t, selection.name ?? selection.role), direction)
  const canAct = isMemberIn(circle) && isGoingOn(selection)
  return (
    <Page
      title={t('selections.title', { title })}
      back={{ href: `#/circles/${circle.circle}/roles/${selection.role}`, label: circle.name }}
      actions={
        <>
          <StateBadge tone={SELECTION_TONES[selection.state]}>{t(`selections.state.${selection.state}`)}</StateBadge>
          {canAct && (
            <Menu label={t('proposals.more')}>
              <MenuItem onAction={() => setEnding(true)}>{t('selections.end')}</MenuItem>
            </Menu>
          )}
        </>
      }
    >
      <CircleMarks circle={circle.circle} />
      {folded}
      <Steps
        label={t('selections.steps')}
        steps={stepsOf(selection).map((step) => ({ ...step, label: t(`selections.step.${step.id}`) }))}
      />
      <NextInSelection selection={selection} circle={circle} />
      {selection.isOpen && <Reasons selection={selection} />}
      {(canAct || selection.information.length > 0) && <Information selection={selection} canAct={canAct} />}
      {isEnding && <EndSelection selection={selection} onClose={() => setEnding(false)} />}
    </Page>
  )
}
