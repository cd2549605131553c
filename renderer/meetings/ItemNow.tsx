import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import type { AgendaItem, Meeting } from './meeting-data.ts'

type Props = { readonly meeting: Meeting; readonly item: AgendaItem }

/** The item that is talked about: what it is about, and what comes of it. */
export function ItemNow({ meeting, item }: Props) {
  const { t } = useWords()
  const write = useCommand('agenda', 'outcome')
  const back = useCommand('agenda', 'handBack')
  const [text, setText] = useState('')
  const send = async () => {
    const done = await write.run({ item: item.item, text, asOf: meeting.asOf })
    if (done !== undefined) setText('')
  }
  return (
    <div className="meeting-round">
      {item.about?.kind === 'proposal' && <Proposal id={item.about.id} />}
      {item.outcomes.map((one) => (
        <p key={one.text}>
          {t('meetings.outcome.is')} <q dir="auto">{one.text}</q>
        </p>
      ))}
      <TextArea label={t('meetings.outcome')} value={text} onChange={setText} rows={2} />
      <div className="meeting-buttons">
        <Button isPending={write.isPending} isDisabled={text.trim() === ''} onPress={() => void send()}>
          {t('meetings.outcome.write')}
        </Button>
        {item.left === null && (
          <Button
            variant="plain"
            isPending={back.isPending}
            onPress={() => void back.run({ item: item.item, asOf: meeting.asOf })}
          >
            {t('meetings.handBack')}
          </Button>
        )}
      </div>
      <Refused of={write} />
      <Refused of={back} />
    </div>
  )
}

/** The words that are before the circle: they are discussed, consented to and closed on their own page. */
function Proposal({ id }: { readonly id: string }) {
  const { t } = useWords()
  const proposal = useLive('proposal', 'show', { proposal: id }).data
  if (proposal === undefined) return null
  const words = proposal.versions.find(({ version }) => version === proposal.version)?.text ?? ''
  return (
    <>
      <Markdown text={words} look="words" headingLevel={3} />
      <p>
        <LinkButton href={`#/proposals/${id}`}>{t('meetings.toProposal')}</LinkButton>
      </p>
    </>
  )
}
