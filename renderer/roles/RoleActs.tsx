import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle, Role } from './role-data.ts'

/** What a member can do about a role: find somebody for it together, or look back on how it is held. */
export function RoleActs({ circle, role }: { readonly circle: Circle; readonly role: Role }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const select = useCommand('selection', 'open')
  const review = useCommand('review', 'open')
  const of = { circle: circle.circle, role: role.role, asOf: role.asOf }
  const open = async () => {
    const done = await select.run(of)
    if (done !== undefined) goOn(`/selections/${done.selection}`)
  }
  const lookBack = async () => {
    const done = await review.run(of)
    if (done !== undefined) goOn(`/reviews/${done.review}`)
  }
  const isWanted = role.state !== 'filled'
  const canLookBack = role.holders.length === 1 && circle.members.length > 1
  return (
    <Card tone={isWanted ? 'calm' : 'plain'} className="role-acts">
      {role.selection === null ? (
        <>
          <p>{t('roles.select.lead')}</p>
          <div className="role-buttons">
            <Button variant={isWanted ? 'primary' : 'quiet'} isPending={select.isPending} onPress={() => void open()}>
              {t('roles.select')}
            </Button>
            {canLookBack && (
              <Button isPending={review.isPending} onPress={() => void lookBack()}>
                {t('roles.lookBack')}
              </Button>
            )}
          </div>
        </>
      ) : (
        <>
          <p>{t('roles.selecting')}</p>
          <LinkButton variant="primary" href={`#/selections/${role.selection.selection}`}>
            {t('roles.toSelection')}
          </LinkButton>
        </>
      )}
      <Refused of={select} />
      <Refused of={review} />
    </Card>
  )
}
