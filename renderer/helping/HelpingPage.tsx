import type { Client } from '../../src/api/client.ts'
import { ThingList, ThingRow } from '../circles/Things.tsx'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { Story } from '../ui/Story.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { HELPING_TONES } from './PartsPage.tsx'
import './helping.css'

type Helping = Awaited<ReturnType<Client['helpingCircle']['show']>>

/** One helping circle: its task, what was said in it, and its report. */
export function HelpingPage({ id }: PageProps) {
  const live = useLive('helpingCircle', 'show', { helping: id })
  return <Asked live={live}>{(helping) => <InCircle helping={helping} />}</Asked>
}

function InCircle({ helping: whole }: { readonly helping: Helping }) {
  const [helping, folded] = useFolded(whole.circle, whole)
  const { t, date, list } = useWords()
  const live = useLive('circle', 'show', { circle: helping.circle })
  const { state } = helping
  return (
    <Asked live={live}>
      {(circle) => (
        <Page
          title={helping.name}
          lead={`${list(helping.members.map(({ name }) => name))} · ${t('helping.until', { date: date(helping.due) })}`}
          back={{ href: `#/circles/${circle.circle}/helping`, label: circle.name }}
          actions={<StateBadge tone={HELPING_TONES[state]}>{t(`helping.state.${state}`)}</StateBadge>}
        >
          <CircleMarks circle={circle.circle} />
          {folded}
          <section className="helping-part" aria-labelledby="mandate">
            <h2 id="mandate">{t('helping.mandate')}</h2>
            <p dir="auto">{helping.mandate}</p>
            <p>
              <a href={`#/agreements/${helping.helping}`}>{t('ways.see')}</a>
            </p>
          </section>
          <Handed handed={helping.handed} />
          <Notes helping={helping} as="reports" isOpen={helping.members.some(({ person }) => person === circle.me)} />
          <Notes helping={helping} as="notes" isOpen />
          {state !== 'dissolved' && <Dissolve helping={helping} />}
        </Page>
      )}
    </Asked>
  )
}

function Handed({ handed }: Pick<Helping, 'handed'>) {
  const { t } = useWords()
  if (handed.length === 0) return null
  return (
    <section className="helping-part" aria-labelledby="handed">
      <h2 id="handed">{t('helping.handed')}</h2>
      <ThingList label={t('helping.handed')}>
        {handed.map(({ proposal, title, reason }) => (
          <ThingRow key={proposal} href={`#/proposals/${proposal}`} title={title} note={reason} />
        ))}
      </ThingList>
    </section>
  )
}

type NotesProps = { readonly helping: Helping; readonly as: 'notes' | 'reports'; readonly isOpen: boolean }

function Notes({ helping, as, isOpen }: NotesProps) {
  const { t, time } = useWords()
  const { value: text, write, clear } = useDraft(`${as} ${helping.helping}`, '')
  const note = useCommand('helpingCircle', 'note')
  const report = useCommand('helpingCircle', 'report')
  const command = as === 'notes' ? note : report
  const send = async () => {
    const done = await command.run({ helping: helping.helping, text, asOf: helping.asOf })
    if (done !== undefined) clear()
  }
  const lines = helping[as].map(({ event, name, text: said, at }) => {
    return { id: event, when: time(at), at, text: name, more: <span dir="auto">{said}</span> }
  })
  const mayWrite = isOpen && helping.state !== 'dissolved'
  if (lines.length === 0 && !mayWrite) return null
  return (
    <section className="helping-part" aria-labelledby={as}>
      <h2 id={as}>{t(`helping.${as}`)}</h2>
      {lines.length > 0 && <Story label={t(`helping.${as}`)} lines={lines} />}
      {mayWrite && (
        <form className="helping-form" action={send}>
          <TextArea label={t(`helping.${as}.new`)} value={text} onChange={write} rows={3} />
          <Refused of={command} />
          <Button type="submit" isPending={command.isPending} isDisabled={text.trim() === ''}>
            {t(`helping.${as}.send`)}
          </Button>
        </form>
      )}
    </section>
  )
}

function Dissolve({ helping }: { readonly helping: Helping }) {
  const { t } = useWords()
  const dissolve = useCommand('helpingCircle', 'dissolve')
  return (
    <div className="helping-form">
      <p>{t('helping.dissolve.means')}</p>
      <Refused of={dissolve} />
      <Button
        isPending={dissolve.isPending}
        onPress={() => void dissolve.run({ helping: helping.helping, asOf: helping.asOf })}
      >
        {t('helping.dissolve')}
      </Button>
    </div>
  )
}
