import { useLive } from '../node/use-live.ts'
import { useCommand } from '../node/use-command.ts'
import type { Meeting } from '../meetings/meeting-data.ts'
import type { Role } from '../roles/role-data.ts'
import { NextInSelection } from '../selections/NextInSelection.tsx'
import { Reasons } from '../selections/Reasons.tsx'
import '../roles/roles.css'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useWords } from '../words/words.tsx'
import { Decision } from './Decision.tsx'
import type { Circle } from './FirstMeeting.tsx'

type Props = { readonly circle: Circle; readonly meeting: Meeting; readonly role: Role }

/** A facilitator is found by consent: nominations in silence, reasons, one who is proposed, everyone's word. */
export function Choosing({ circle, meeting, role }: Props) {
  const { t, list, date } = useWords()
  const [holder] = role.holders
  if (holder !== undefined)
    return (
      <p>
        {holder.until === null
          ? t('first.facilitator.is', { names: list(role.holders.map(({ name }) => name)) })
          : t('first.facilitator.until', { name: holder.name, date: date(holder.until) })}
      </p>
    )
  return (
    <>
      <p>{t('first.facilitator')}</p>
      {role.selection === null ? (
        <Open circle={circle} role={role} />
      ) : (
        <UnderWay circle={circle} meeting={meeting} selection={role.selection.selection} />
      )}
    </>
  )
}

function Open({ circle, role }: { readonly circle: Circle; readonly role: Role }) {
  const { t } = useWords()
  const open = useCommand('selection', 'open')
  return (
    <>
      <Button
        variant="primary"
        isPending={open.isPending}
        onPress={() => void open.run({ circle: circle.circle, role: role.role, asOf: role.asOf })}
      >
        {t('first.facilitator.go')}
      </Button>
      <Refused of={open} />
    </>
  )
}

type UnderWayProps = Omit<Props, 'role'> & { readonly selection: string }

function UnderWay({ circle, meeting, selection }: UnderWayProps) {
  const { t } = useWords()
  const live = useLive('selection', 'show', { selection })
  return (
    <Asked live={live}>
      {(one) => {
        const proposed = one.proposals.find(({ state }) => state === 'open' || state === 'in-round')
        return (
          <>
            {one.isOpen && <Reasons selection={one} />}
            {proposed === undefined ? (
              <NextInSelection selection={one} circle={circle} isGuided />
            ) : (
              <>
                <p>{t('first.proposed', { name: one.names[proposed.nominee ?? ''] ?? '' })}</p>
                <Decision circle={circle} meeting={meeting} proposal={proposed.proposal} />
              </>
            )}
            <LinkButton variant="plain" href={`#/selections/${selection}`}>
              {t('first.facilitator.page')}
            </LinkButton>
          </>
        )
      }}
    </Asked>
  )
}
