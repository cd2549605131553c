import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { Steps } from '../ui/Steps.tsx'
import { Part, type PartProps } from './Part.tsx'

const TONES = ['neutral', 'good', 'waiting', 'attention', 'ended'] as const
const STATES = ['done', 'done', 'skipped', 'now', 'later'] as const

export function States({ s }: PartProps) {
  const steps = s.steps.map(([label = '', detail], index) => ({
    id: `${index}`,
    label,
    state: STATES[index] ?? 'later',
    detail: detail === '' ? undefined : detail,
  }))
  return (
    <>
      <Part name="Steps">
        <Card>
          <Steps label={s.proposal} steps={steps} />
        </Card>
        <Card className="gallery-narrow">
          <Steps label={s.proposal} steps={steps} />
        </Card>
      </Part>
      <Part name="StateBadge">
        <div className="gallery-row">
          {TONES.map((tone, index) => (
            <StateBadge key={tone} tone={tone}>
              {s.states[index]}
            </StateBadge>
          ))}
        </div>
      </Part>
      <Saying s={s} />
      <Part name="Loading, EmptyState">
        <div className="gallery-pair">
          <Loading label={s.loading} />
          <Loading label={s.loading} progress={0.4} />
        </div>
        <Card>
          <EmptyState headingLevel={3} title={s.emptyTitle} action={<Button variant="primary">{s.ask}</Button>}>
            {s.empty}
          </EmptyState>
        </Card>
      </Part>
    </>
  )
}

function Saying({ s }: PartProps) {
  return (
    <Part name="Notice, ErrorState">
      <Notice tone="info">{s.moreText}</Notice>
      <Notice tone="good" title={s.done} />
      <Notice
        tone="warning"
        title={s.noticeTitle}
        action={
          <LinkButton size="small" href="#/gallery">
            {s.see}
          </LinkButton>
        }
      >
        {s.notice}
      </Notice>
      <ErrorState message={s.failed} nextStep={s.failedNext} onRetry={() => {}} />
    </Part>
  )
}
