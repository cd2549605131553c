import { useCommand } from '../node/use-command.ts'
import { inMonths } from '../proposals/days.ts'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './CirclePage.tsx'

const MONTHS = 6

/** Whose device went on in two ways, kindly: and what the circle does about it, once they have a new one. */
export function Forked({ circle, person }: { readonly circle: Circle; readonly person: string }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const present = useCommand('proposal', 'present')
  const name = circle.members.find((one) => one.person === person)?.name ?? ''
  const propose = async () => {
    const words = { title: t('circles.rekey.title', { name }), text: t('circles.rekey.text', { name }) }
    const terms = { ...words, review: inMonths(MONTHS), rekeys: person }
    const done = await present.run({ circle: circle.circle, asOf: circle.asOf, ...terms })
    if (done !== undefined) goOn(`/proposals/${done.proposal}`)
  }
  const canGoOn = circle.unvoiced.includes(person) && person !== circle.me
  return (
    <Notice
      tone="warning"
      {...(canGoOn && {
        action: (
          <Button isPending={present.isPending} onPress={() => void propose()}>
            {t('circles.rekey', { name })}
          </Button>
        ),
      })}
    >
      {t('circles.forked', { name })}
      <Refused of={present} />
    </Notice>
  )
}
