import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { dayOf } from '../proposals/days.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import type { MinutesData } from './meeting-data.ts'
import { minutesText } from './minutes-text.ts'
import './meetings.css'

/** What happened at a meeting, to read, to print, to put into better words, and to consent to. */
export function MinutesPage({ id }: PageProps) {
  const live = useLive('minutes', 'show', { meeting: id })
  return <Asked live={live}>{(page) => <Shown page={page} />}</Asked>
}

function Shown({ page }: { readonly page: MinutesData }) {
  const words = useWords()
  const { t, time } = words
  const { agreed, drafts, proposal } = page.standing
  const own = minutesText(page, words)
  // What is shown leaves out whom this person does not read; what is brought before the circle is whole.
  const [shown, folded] = useFolded(page.circle, page)
  const texts = agreed !== null ? [agreed] : drafts
  return (
    <Page
      title={t('minutes.title', { title: page.title })}
      lead={`${page.circleName} · ${time(page.starts)}`}
      back={{ href: `#/meetings/${page.meeting}`, label: page.title }}
      actions={
        <Button icon={<Printer aria-hidden />} onPress={() => window.print()}>
          {t('logbook.print.now')}
        </Button>
      }
    >
      <CircleMarks circle={page.circle} />
      {agreed !== null && <Notice tone="good">{t('minutes.isAgreed')}</Notice>}
      {agreed === null && drafts.length > 1 && <Notice tone="warning">{t('minutes.apart')}</Notice>}
      {texts.length === 0 && folded}
      {texts.length === 0 && <Markdown text={minutesText(shown, words)} look="words" headingLevel={2} />}
      {texts.map((one) => (
        <article key={one.minutes} className="meeting-part">
          {texts.length > 1 && <h2>{t('minutes.by', { name: one.name })}</h2>}
          <Markdown text={one.text} look="words" headingLevel={2} />
          {agreed === null && proposal === null && drafts.length > 1 && (
            <Propose page={page} own={own} minutes={one.minutes} />
          )}
        </article>
      ))}
      {agreed === null && proposal !== null && (
        <LinkButton variant="primary" href={`#/proposals/${proposal}`}>
          {t('minutes.toProposal')}
        </LinkButton>
      )}
      {agreed === null && proposal === null && drafts.length <= 1 && (
        <Propose page={page} own={own} minutes={drafts[0]?.minutes ?? null} />
      )}
      {agreed === null && <Edit page={page} text={drafts[0]?.text ?? own} />}
    </Page>
  )
}

type ProposeProps = { readonly page: MinutesData; readonly own: string; readonly minutes: string | null }

/** Brings these words before the circle: with no text yet, the ones that wrote themselves. */
function Propose({ page, own, minutes }: ProposeProps) {
  const { t } = useWords()
  const goOn = useGoOn()
  const write = useCommand('minutes', 'write')
  const propose = useCommand('minutes', 'propose')
  const send = async () => {
    const text = minutes ?? (await write.run({ meeting: page.meeting, text: own }))?.minutes
    if (text === undefined) return
    const title = t('minutes.title', { title: page.title })
    const done = await propose.run({ meeting: page.meeting, minutes: text, title, review: inAYear() })
    if (done !== undefined) goOn(`/proposals/${done.proposal}`)
  }
  if (page.state !== 'ended') return null
  return (
    <div className="meeting-buttons">
      <Button variant="primary" isPending={write.isPending || propose.isPending} onPress={() => void send()}>
        {t('minutes.propose')}
      </Button>
      <Refused of={write} />
      <Refused of={propose} />
    </div>
  )
}

function inAYear(): string {
  const today = new Date()
  return dayOf(new Date(today.getFullYear() + 1, today.getMonth(), today.getDate()))
}

/** Better words than those that wrote themselves. */
function Edit({ page, text: first }: { readonly page: MinutesData; readonly text: string }) {
  const { t } = useWords()
  const write = useCommand('minutes', 'write')
  const [text, setText] = useState<string | null>(null)
  const send = async () => {
    const done = await write.run({ meeting: page.meeting, text: text ?? first })
    if (done !== undefined) setText(null)
  }
  return (
    <Disclosure title={t('minutes.edit')} className="minutes-edit">
      <div className="meeting-form">
        <TextArea label={t('minutes.text')} value={text ?? first} onChange={setText} rows={16} />
        <Refused of={write} />
        <Button
          isPending={write.isPending}
          isDisabled={text === null || text.trim() === ''}
          onPress={() => void send()}
        >
          {t('minutes.save')}
        </Button>
      </div>
    </Disclosure>
  )
}
