import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useWords } from '../words/words.tsx'
import type { PracticeStatus } from './practice-status.ts'

/** The way to where the next step is done. */
export function NextAct({ status }: { readonly status: PracticeStatus }) {
  const { t } = useWords()
  if (status.hint === 'propose') return <Propose status={status} />
  if (status.hint === 'done' && status.agreement !== null)
    return (
      <div className="practice-actions">
        <LinkButton variant="primary" href={`#/agreements/${status.agreement}`}>
          {t('practice.toAgreement')}
        </LinkButton>
        <LinkButton href="#/circles/new">{t('practice.toCircle')}</LinkButton>
      </div>
    )
  if (status.proposal === null) return null
  return (
    <div className="practice-actions">
      <LinkButton variant={status.yours ? 'primary' : 'quiet'} href={`#/proposals/${status.proposal}`}>
        {t('practice.toProposal')}
      </LinkButton>
    </div>
  )
}

function Propose({ status: { circle, suggestion } }: { readonly status: PracticeStatus }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const present = useCommand('proposal', 'present')
  if (circle === null || suggestion === null) return null
  const { title, text, review } = suggestion
  const take = async () => {
    const done = await present.run({ circle, title, text, review })
    if (done !== undefined) goOn(`/proposals/${done.proposal}`)
  }
  return (
    <>
      <blockquote className="practice-proposal" dir="auto">
        <strong>{title}</strong>
        <p>{text}</p>
      </blockquote>
      <Refused of={present} />
      <div className="practice-actions">
        <Button variant="primary" isPending={present.isPending} onPress={() => void take()}>
          {t('practice.take')}
        </Button>
        <LinkButton href={`#/circles/${circle}/propose`}>{t('practice.own')}</LinkButton>
      </div>
    </>
  )
}
