import { useBeside } from '../beside/beside-data.ts'
import { useCommand } from '../node/use-command.ts'
import type { Meeting } from '../meetings/meeting-data.ts'
import { SpeakingRound } from '../meetings/SpeakingRound.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useWords } from '../words/words.tsx'

/** A last round, and what came of it all, on paper. */
export function Closing({ meeting }: { readonly meeting: Meeting }) {
  const { t, list } = useWords()
  const { people } = useBeside()
  const steer = useCommand('meeting', 'steer')
  const ask = useCommand('meeting', 'ask')
  const end = useCommand('meeting', 'end')
  const { meeting: id, state, point, speaking } = meeting
  if (state === 'ended')
    return (
      <>
        <p>{t('first.after')}</p>
        {people.length > 0 && (
          <p>
            {t('first.after.beside', { names: list(people.map(({ name }) => name)) })}{' '}
            <a href="#/beside">{t('beside.home')}</a>
          </p>
        )}
        <div className="meeting-buttons">
          <LinkButton variant="primary" href={`#/meetings/${id}/minutes`}>
            {t('first.print')}
          </LinkButton>
          <LinkButton href={`#/circles/${meeting.circle}/meetings`}>{t('first.nextMeeting')}</LinkButton>
        </div>
      </>
    )
  const isClosing = point.step === 'closing'
  const toClosing = async () => {
    if ((await steer.run({ meeting: id, step: 'closing' })) === undefined) return
    await ask.run({ meeting: id, prompt: t('first.close.ask') })
  }
  const isHeard = isClosing && speaking?.left.length === 0
  return (
    <>
      <p>{t('first.close')}</p>
      {isClosing && <SpeakingRound meeting={meeting} prompts={[t('first.close.ask')]} />}
      <div className="meeting-buttons">
        {!isClosing && (
          <Button variant="primary" isPending={steer.isPending || ask.isPending} onPress={() => void toClosing()}>
            {t('first.closing')}
          </Button>
        )}
        <Button
          variant={isHeard ? 'primary' : 'quiet'}
          isPending={end.isPending}
          onPress={() => void end.run({ meeting: id })}
        >
          {t('meetings.end')}
        </Button>
      </div>
      {[steer, ask, end].map((one, index) => (
        <Refused key={index} of={one} />
      ))}
    </>
  )
}
