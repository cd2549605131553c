import type { ReactNode } from 'react'
import { Attendance } from '../meetings/Attendance.tsx'
import { amHere, type AgendaItem, type Meeting } from '../meetings/meeting-data.ts'
import { SpeakingRound } from '../meetings/SpeakingRound.tsx'
import type { Role } from '../roles/role-data.ts'
import { useWords } from '../words/words.tsx'
import { AgreementForm, AimForm } from './Bringing.tsx'
import { Choosing } from './Choosing.tsx'
import { Closing } from './Closing.tsx'
import { ComeIn } from './ComeIn.tsx'
import { Decision } from './Decision.tsx'
import { FirstStep } from './FirstStep.tsx'
import type { Circle } from './FirstMeeting.tsx'
import { NotHere } from './NotHere.tsx'

type Props = { readonly circle: Circle; readonly meeting: Meeting; readonly facilitator: Role }

const MINUTES = { people: 5, arrive: 5, aim: 10, facilitator: 10, agreement: 10, close: 5 }
type Step = keyof typeof MINUTES

/** What it explores is the aim, what it decides is the first agreement: that is how the two proposals are told apart. */
export function FirstSteps({ circle, meeting, facilitator }: Props) {
  const { t } = useWords()
  const items = meeting.agenda.filter(({ about }) => about?.kind === 'proposal')
  const aim = items.find(({ kind }) => kind === 'explore')
  const agreement = items.find(({ kind }) => kind === 'decide')
  const isAgreed = (one: (typeof items)[number] | undefined) => meeting.decided.includes(one?.about?.id ?? '')
  const { speaking, point, state } = meeting
  const isPast = state === 'ended' || point.step !== 'opening'
  const of = { circle, meeting }
  const steps: Readonly<Record<Step, { readonly isDone: boolean; readonly what: ReactNode }>> = {
    people: { isDone: isPast || speaking !== null, what: <ComeIn {...of} /> },
    arrive: { isDone: isPast || speaking?.left.length === 0, what: <Arriving meeting={meeting} isPast={isPast} /> },
    aim: { isDone: isAgreed(aim), what: <Finding {...of} item={aim} what="aim" /> },
    facilitator: { isDone: facilitator.holders.length > 0, what: <Choosing {...of} role={facilitator} /> },
    agreement: { isDone: isAgreed(agreement), what: <Finding {...of} item={agreement} what="agreement" /> },
    close: { isDone: state === 'ended', what: <Closing meeting={meeting} /> },
  }
  const order = Object.keys(MINUTES) as Step[]
  const now = order.find((step) => !steps[step].isDone) ?? 'close'
  return (
    <>
      {state === 'running' && !amHere(meeting) && <NotHere meeting={meeting} />}
      <ol className="first-steps">
        {order.map((step) => (
          <FirstStep
            key={step}
            title={t(`first.step.${step}`)}
            minutes={MINUTES[step]}
            place={step === now ? 'now' : steps[step].isDone ? 'done' : 'later'}
          >
            {steps[step].what}
          </FirstStep>
        ))}
      </ol>
      {state === 'running' && now !== 'people' && <Attendance meeting={meeting} isGuided />}
    </>
  )
}

function Arriving({ meeting, isPast }: { readonly meeting: Meeting; readonly isPast: boolean }) {
  const { t } = useWords()
  return (
    <>
      <p>{t('first.arrive')}</p>
      {!isPast && <SpeakingRound meeting={meeting} prompts={[t('first.arrive.ask')]} />}
    </>
  )
}

type FindingProps = Omit<Props, 'facilitator'> & {
  readonly item: AgendaItem | undefined
  readonly what: 'aim' | 'agreement'
}

/** Words are found together, then decided. */
function Finding({ circle, meeting, item, what }: FindingProps) {
  const { t } = useWords()
  const Form = what === 'aim' ? AimForm : AgreementForm
  return (
    <>
      <p>{t(`first.${what}`)}</p>
      {item === undefined ? (
        <Form circle={circle} meeting={meeting.meeting} />
      ) : (
        <Decision circle={circle} meeting={meeting} item={item} />
      )}
    </>
  )
}
