import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Steps, type StepState } from '../ui/Steps.tsx'
import { useWords } from '../words/words.tsx'
import { AddLine } from './AddLine.tsx'
import { SaidList } from './SaidList.tsx'
import { Tuners } from './Tuners.tsx'
import './forming.css'

export type Forming = Awaited<ReturnType<Client['forming']['show']>>
export type Circle = Awaited<ReturnType<Client['circle']['show']>>

type Props = { readonly driver: string; readonly circle: Circle }

/** Gathering on a driver before anybody writes a proposal: its questions, what to bear in mind, ideas, and who drafts. */
export function Forming({ driver, circle }: Props) {
  const { t } = useWords()
  const live = useLive('forming', 'show', { driver })
  return (
    <section className="forming" aria-labelledby="forming">
      <h2 id="forming">{t('forming.title')}</h2>
      <p className="forming-lead">{t('forming.lead')}</p>
      <Asked live={live}>{(forming) => <Gathered forming={forming} circle={circle} />}</Asked>
    </section>
  )
}

function Gathered({ forming, circle }: { readonly forming: Forming; readonly circle: Circle }) {
  const { t } = useWords()
  const { driver, dimensions, considerations, ideas, asOf } = forming
  const of = { me: circle.me ?? '', asOf }
  const free = <T extends { readonly about: string | null }>(items: readonly T[]) =>
    items.filter(({ about }) => about === null)
  return (
    <>
      <Steps label={t('forming.path')} steps={stepsOf(forming, t)} />
      <h3>{t('forming.questions')}</h3>
      {dimensions.map((one) => (
        <div key={one.item} className="forming-question">
          <SaidList {...of} label={t('forming.questions')} said={[one]} isStrong />
          <SaidList {...of} label={t('forming.answers')} said={one.answers} />
          <SaidList
            {...of}
            label={t('forming.ideas')}
            said={[...considerations, ...ideas].filter(({ about }) => about === one.item)}
          />
          <AddLine driver={driver} about={one.item} as="answer" label={t('forming.addAnswer')} />
          <AddLine driver={driver} about={one.item} as="idea" label={t('forming.addIdeaTo')} />
        </div>
      ))}
      <AddLine driver={driver} as="dimension" label={t('forming.addQuestion')} />
      <h3>{t('forming.considerations')}</h3>
      <SaidList {...of} label={t('forming.considerations')} said={free(considerations)} />
      <AddLine driver={driver} as="consideration" label={t('forming.addConsideration')} />
      <h3>{t('forming.ideas')}</h3>
      <SaidList {...of} label={t('forming.ideas')} said={free(ideas)} />
      <AddLine driver={driver} as="idea" label={t('forming.addIdea')} />
      <Tuners forming={forming} circle={circle} />
    </>
  )
}

function stepsOf({ steps }: Forming, t: ReturnType<typeof useWords>['t']) {
  const next = steps.find(({ done }) => !done)?.step
  return steps.map(({ step, done }) => {
    const state: StepState = done ? 'done' : step === next ? 'now' : 'later'
    return { id: step, label: t(`forming.step.${step}`), state }
  })
}
