import { useState } from 'react'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Select } from '../ui/Select.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { useDoctor, type Found, type Step } from './use-doctor.ts'
import './doctor.css'

const ALL = 'all'
const TONES: Readonly<Record<Found['outcome'], StateTone>> = {
  good: 'good',
  advice: 'waiting',
  bad: 'attention',
  skipped: 'neutral',
}

/** Why people do not meet: each step as it is taken, and what to do first. */
export function DoctorPage(_props: PageProps) {
  const { t } = useWords()
  const circles = (useLive('circle', 'list', {}).data ?? []).filter(({ practice }) => !practice)
  const [chosen, choose] = useState(ALL)
  const asked = chosen === ALL ? {} : { circle: chosen }
  const steps = useLive('doctor', 'steps', asked).data ?? []
  return (
    <Page title={t('doctor.title')} lead={t('doctor.lead')} back={{ href: '#/in-step', label: t('people.inStep') }}>
      {circles.length > 1 && (
        <Select
          label={t('doctor.circle')}
          value={chosen}
          onChange={choose}
          items={[
            { id: ALL, label: t('doctor.all') },
            ...circles.map(({ circle, name }) => ({ id: circle, label: name })),
          ]}
        />
      )}
      <Examining key={chosen} circle={chosen === ALL ? undefined : chosen} steps={steps} />
    </Page>
  )
}

function Examining({ circle, steps }: { readonly circle: string | undefined; readonly steps: readonly Step[] }) {
  const { t } = useWords()
  const doctor = useDoctor(circle, steps)
  const { found, now, isStopped } = doctor
  const isDone = now === null && found.size > 0 && !isStopped
  return (
    <>
      <div className="doctor-acts">
        {now === null ? (
          <Button variant="primary" onPress={doctor.start} isDisabled={steps.length === 0}>
            {t(found.size === 0 ? 'doctor.start' : 'doctor.again')}
          </Button>
        ) : (
          <Button onPress={doctor.stop}>{t('doctor.stop')}</Button>
        )}
        <span role="status">
          {now !== null && `${t('doctor.now')} ${t(`doctor.step.${now as Step['step']}`)}`}
          {isStopped && t('doctor.stopped')}
        </span>
      </div>
      {isDone && <First found={[...found.values()]} />}
      <ol className="doctor-steps">
        {steps.map((step) => (
          <li key={step.step} aria-current={step.step === now ? 'step' : undefined}>
            <Line
              step={step}
              found={found.get(step.step)}
              isNow={step.step === now}
              onAllow={() => doctor.allow(step)}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

function First({ found }: { readonly found: readonly Found[] }) {
  const { t } = useWords()
  const first = found.find(({ outcome }) => outcome === 'bad') ?? found.find(({ outcome }) => outcome === 'advice')
  if (first === undefined) return <Notice tone="good">{t('doctor.fine')}</Notice>
  return (
    <Notice
      tone={first.outcome === 'bad' ? 'warning' : 'info'}
      title={`${t('doctor.first')}: ${t(`doctor.step.${first.step}`)}`}
    >
      {t(`doctor.code.${first.code}`, first.about)}
    </Notice>
  )
}

type LineProps = {
  readonly step: Step
  readonly found: Found | undefined
  readonly isNow: boolean
  readonly onAllow: () => void
}

function Line({ step, found, isNow, onAllow }: LineProps) {
  const { t } = useWords()
  return (
    <div className="doctor-line">
      <div className="doctor-head">
        <h2>{t(`doctor.step.${step.step}`)}</h2>
        {found !== undefined && !isNow && (
          <StateBadge tone={TONES[found.outcome]}>{t(`doctor.out.${found.outcome}`)}</StateBadge>
        )}
        {isNow && <StateBadge tone="waiting">{t('doctor.now')}</StateBadge>}
      </div>
      {found !== undefined && !isNow && <p>{t(`doctor.code.${found.code}`, found.about)}</p>}
      {found?.code === 'not-allowed' && !isNow && (
        <>
          <p>{t('doctor.sends')}</p>
          <Button onPress={onAllow}>{t('doctor.try')}</Button>
        </>
      )}
    </div>
  )
}
