import { useCommand } from '../node/use-command.ts'
import type { Circle } from '../roles/role-data.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDone } from '../shell/use-done.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useWords } from '../words/words.tsx'

/** Steps back for a while, and comes back. */
export function LeaveOfAbsence({ circle, isOnLeave }: { readonly circle: Circle; readonly isOnLeave: boolean }) {
  const { t } = useWords()
  const done = useDone()
  const leave = useCommand('member', 'leaveOfAbsence')
  const send = async () => {
    const { circle: id, asOf } = circle
    const said = await leave.run({ circle: id, end: isOnLeave, asOf })
    if (said === undefined) return
    const ways = ['people.leave.started', 'people.leave.ended'] as const
    const [text, takenBack] = isOnLeave ? ways.toReversed() : ways
    done({
      text: t(text),
      label: t(isOnLeave ? 'people.leave.start' : 'people.leave.end'),
      takeBack: (node) => node.member.leaveOfAbsence({ circle: id, end: !isOnLeave, asOf }),
      takenBack: t(takenBack),
    })
  }
  return (
    <Card as="section" tone={isOnLeave ? 'attention' : 'plain'} aria-labelledby="leave" className="people-more">
      <h2 id="leave">{t('people.leave.title')}</h2>
      <p>{t(isOnLeave ? 'people.leave.on' : 'people.leave.lead')}</p>
      <Refused of={leave} />
      <Button isPending={leave.isPending} onPress={() => void send()}>
        {t(isOnLeave ? 'people.leave.end' : 'people.leave.start')}
      </Button>
    </Card>
  )
}
