import { Steps } from '../ui/Steps.tsx'
import { Card } from '../ui/Card.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useWords } from '../words/words.tsx'
import { EndPractice } from './EndPractice.tsx'
import { NextAct } from './NextAct.tsx'
import { hintOf, type PracticeStatus } from './practice-status.ts'
import { SuggestedWords } from './SuggestedWords.tsx'

const STEPS = [
  'propose',
  'answer',
  'round',
  'consent',
  'objection',
  'amend',
  'consent-again',
  'close',
  'done',
] as const satisfies readonly PracticeStatus['step'][]

/** The circle itself is there already. */
const COMPANIONS = 2

type Props = { readonly status: PracticeStatus; readonly onEnd: () => void }

/** Where one is, and what to do next. What is done is done on the pages of real circles. */
export function Guide({ status, onEnd }: Props) {
  const words = useWords()
  const { t } = words
  const now = STEPS.findIndex((step) => step === status.step)
  const steps = STEPS.map((id, index) => ({ id, label: t(`practice.step.${id}`), state: stateOf(index, now) }))
  return (
    <>
      <Card as="section" tone="practice" aria-labelledby="practice-guide" className="practice-guide">
        <h2 id="practice-guide">{t('practice.guide')}</h2>
        {status.hint === 'companions-come' ? (
          <Loading label={hintOf(status, words)} progress={(1 + status.companions.length) / (1 + COMPANIONS)} />
        ) : (
          <p role="status" className="practice-hint">
            {hintOf(status, words)}
          </p>
        )}
        <SuggestedWords status={status} />
        <NextAct status={status} />
      </Card>
      <Steps label={t('practice.steps')} steps={steps} className="practice-steps" />
      <EndPractice onEnd={onEnd} isDone={status.step === 'done'} />
    </>
  )
}

/** Having the agreement is the end of the way: nothing on it is still to come. */
function stateOf(index: number, now: number): 'done' | 'now' | 'later' {
  if (index < now || now === STEPS.length - 1) return 'done'
  return index === now ? 'now' : 'later'
}
