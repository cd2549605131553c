import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useNow } from '../people/use-now.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Notice } from '../ui/Notice.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { byName } from '../words/by-name.ts'
import { useWords, type Words } from '../words/words.tsx'
import { ObjectDialog } from './ObjectDialog.tsx'
import {
  hasOpenQuestion,
  holdingObjections,
  isOutOfSelection,
  isOvertaken,
  nameIn,
  newerDrafts,
  nextStepOf,
  openRound,
  type PartProps,
  type Proposal,
  versionText,
  viewsOf,
} from './page-data.ts'

/** The consent round: who was asked, who said what, whose voice is awaited. `place`: its id where a page has several. */
export function Round({ proposal, me, place = 'round' }: PartProps & { readonly place?: string }) {
  const { t } = useWords()
  const round = openRound(proposal)
  const [, ...others] = viewsOf(proposal)
  const isOver = proposal.state === 'withdrawn' || proposal.state === 'adopted'
  if (round === undefined && isOver) return null
  return (
    <section aria-labelledby={place} className="proposal-part">
      <h2 id={place} tabIndex={-1}>
        {t('proposals.round')}
      </h2>
      {round === undefined ? (
        <NoRound proposal={proposal} me={me} />
      ) : (
        <Open proposal={proposal} me={me} round={round} />
      )}
      {others.map((other) => (
        <Also key={other.round} proposal={other} me={me} isSame={other.version === proposal.version} />
      ))}
    </section>
  )
}

/** [R7] A round that somebody else opened apart, with its own words and answers. */
function Also({ proposal, me, isSame }: PartProps & { readonly isSame: boolean }) {
  const { t, date } = useWords()
  const round = openRound(proposal)
  if (round === undefined) return null
  return (
    <Card tone="attention" className="proposal-also">
      <h3>{t('proposals.round.also')}</h3>
      <p>{t('proposals.round.also.why')}</p>
      {isSame ? (
        <p>{t('proposals.round.also.same')}</p>
      ) : (
        <>
          <h4 dir="auto">{proposal.title}</h4>
          <Markdown text={versionText(proposal, proposal.version)} look="words" headingLevel={4} />
          <p className="proposal-review">{t('proposals.review', { date: date(proposal.review) })}</p>
        </>
      )}
      <Open proposal={proposal} me={me} round={round} />
    </Card>
  )
}

function NoRound({ proposal, me }: PartProps) {
  const { t, list } = useWords()
  const early = earlySteps(proposal, t)
  return (
    <>
      {early.length > 0 && <p className="proposal-lead">{t('proposals.round.openEarly', { steps: list(early) })}</p>}
      <AskAbout
        proposal={proposal}
        drafts={[proposal.version, ...proposal.siblings]}
        isNext={nextStepOf(proposal, me).kind === 'open' && !hasOpenQuestion(proposal)}
      />
    </>
  )
}

type AskProps = {
  readonly proposal: Proposal
  readonly drafts: readonly string[]
  /** Whether this is what comes next; while a question is open, answering it is. */
  readonly isNext?: boolean
}

/** Opens a round, about the one draft or a chosen one of several. */
function AskAbout({ proposal, drafts, isNext = true }: AskProps) {
  const { t } = useWords()
  const open = useCommand('round', 'open')
  const [silence, setSilence] = useState<'absentee' | 'lazy' | 'never'>('never')
  const under = silence === 'never' ? {} : { silence }
  const run = (version: string) =>
    void open.run({ proposal: proposal.proposal, asOf: proposal.asOf, version, ...under })
  const [only, ...others] = drafts
  return (
    <>
      <Refused of={open} />
      <Silence proposal={proposal} value={silence} onChange={setSilence} />
      <div className="proposal-buttons">
        {only !== undefined && others.length === 0 ? (
          <Button variant={isNext ? 'primary' : 'quiet'} isPending={open.isPending} onPress={() => run(only)}>
            {t(proposal.rounds.length === 0 ? 'proposals.round.open' : 'proposals.round.again')}
          </Button>
        ) : (
          drafts.map((version) => (
            <Button key={version} isPending={open.isPending} onPress={() => run(version)}>
              {draftLabel(proposal, version, t)}
            </Button>
          ))
        )}
      </div>
    </>
  )
}

/** Only where the circle has agreed that silence may count. */
function Silence({
  proposal,
  ...field
}: {
  readonly proposal: Proposal
  readonly value: 'absentee' | 'lazy' | 'never'
  readonly onChange: (value: 'absentee' | 'lazy' | 'never') => void
}) {
  const { t } = useWords()
  const ways = proposal.silence ?? []
  if (ways.length === 0) return null
  const options = ways.map(({ rule, days, matters }) => ({
    id: rule,
    title: t('proposals.round.silence.after', { days }),
    ...(matters === null ? {} : { description: matters }),
  }))
  return (
    <RadioCards
      label={t('proposals.round.silence')}
      options={[{ id: 'never', title: t('proposals.round.silence.never') }, ...options]}
      {...field}
    />
  )
}

function Open({ proposal, me, round }: PartProps & { readonly round: Proposal['rounds'][number] }) {
  const { t, list, language, time } = useWords()
  const close = useCommand('round', 'close')
  // Words that another round asks about already are asked there.
  const asked = new Set(proposal.rounds.filter(({ open }) => open).map(({ version }) => version))
  const newer = newerDrafts(proposal).filter((draft) => !asked.has(draft))
  const skipped = round.skipped.map((step) => stepName(step, t))
  // Other words are there: what people say to the old ones leads nowhere.
  const isOutdated = isOvertaken(proposal)
  const now = useNow()
  const isTimeUp = round.deadline !== undefined && round.deadline <= now
  const isComplete = (proposal.awaiting.length === 0 || isTimeUp) && holdingObjections(proposal).length === 0
  const people = round.asked
    .map((person) => ({
      id: person,
      name: nameIn(proposal, person),
      ...notesOn(person),
      aside: <Voice proposal={proposal} person={person} />,
    }))
    .toSorted(byName(language))
  /** A word that somebody else wrote down says so. */
  function notesOn(person: string): { note?: string } {
    const spoken = proposal.responses.find((one) => one.person === person)?.spoken
    const lender = proposal.responses.find((one) => one.person === person)?.borrowedFrom
    if (lender !== undefined) return { note: t('beside.note', { name: nameIn(proposal, lender) }) }
    if (spoken === undefined) return person === me ? { note: t('proposals.round.you') } : {}
    const names = list(spoken.witnesses.map((one) => nameIn(proposal, one)))
    return { note: t('meetings.spoken.heard', { name: nameIn(proposal, spoken.by), names }) }
  }
  return (
    <>
      {round.deadline !== undefined && (
        <Notice tone="info">{t('proposals.round.silence.until', { time: time(round.deadline) })}</Notice>
      )}
      {skipped.length > 0 && <Notice tone="info">{t('proposals.round.skipped', { steps: list(skipped) })}</Notice>}
      <PersonList label={t('proposals.round')} people={people} />
      {newer.length > 0 && <AskAbout proposal={proposal} drafts={newer} />}
      {newer.length === 0 && (proposal.left ?? []).length > 0 && (
        <AskAbout proposal={proposal} drafts={[round.version]} isNext={nextStepOf(proposal, me).kind === 'left'} />
      )}
      {!isOutdated && round.asked.includes(me) && <MyVoice proposal={proposal} me={me} />}
      <Refused of={close} />
      {isComplete && !isOutdated && (
        <Button
          variant="primary"
          isPending={close.isPending}
          onPress={() => void close.run({ proposal: proposal.proposal, round: round.round, asOf: proposal.asOf })}
        >
          {t('proposals.round.close')}
        </Button>
      )}
    </>
  )
}

function Voice({ proposal, person }: { readonly proposal: Proposal; readonly person: string }) {
  const { t } = useWords()
  const response = proposal.responses.find((one) => one.person === person)
  if (response === undefined) return <StateBadge tone="waiting">{t('proposals.round.awaiting')}</StateBadge>
  if (response.answer === 'consent') return <StateBadge tone="good">{t('proposals.round.consents')}</StateBadge>
  return <StateBadge tone="attention">{t('proposals.round.objects')}</StateBadge>
}

function MyVoice({ proposal, me }: PartProps) {
  const { t } = useWords()
  const [isObjecting, setObjecting] = useState(false)
  const consent = useCommand('response', 'consent')
  const mine = proposal.responses.find(({ person }) => person === me)
  const hasConsented = mine?.answer === 'consent'
  const { proposal: id, version, round, asOf } = proposal
  const toast = useToast()
  const hide = useRef<() => void>(undefined)
  // What it offers is to be had here alone, and while the round is open.
  useEffect(() => () => hide.current?.(), [])
  const say = async () => {
    const done = await consent.run({ proposal: id, version, round: round ?? undefined, asOf })
    if (done === undefined) return
    const undo = () => setObjecting(true)
    hide.current = toast.show({ text: t('proposals.consent.done'), label: t('proposals.object.change'), undo })
  }
  return (
    <Card tone="calm" className="proposal-voice">
      <Refused of={consent} />
      <div className="proposal-buttons">
        {!hasConsented && (
          <Button
            variant={nextStepOf(proposal, me).kind === 'respond' ? 'primary' : 'quiet'}
            size="large"
            isPending={consent.isPending}
            onPress={() => void say()}
          >
            {t(mine === undefined ? 'proposals.consent' : 'proposals.consent.change')}
          </Button>
        )}
        {/* Until the round is closed, a word can be taken back by another: the last one stands. */}
        {mine?.answer !== 'object' && (
          <Button
            size={hasConsented ? 'medium' : 'large'}
            variant={hasConsented ? 'plain' : 'quiet'}
            onPress={() => setObjecting(true)}
          >
            {t(hasConsented ? 'proposals.object.change' : 'proposals.object')}
          </Button>
        )}
      </div>
      <ObjectDialog
        proposal={proposal}
        isOpen={isObjecting}
        onOpen={() => setObjecting(true)}
        onClose={() => setObjecting(false)}
      />
    </Card>
  )
}

function earlySteps(proposal: Proposal, t: Words['t']): string[] {
  if (proposal.rounds.length > 0 || isOutOfSelection(proposal)) return []
  const asks = hasOpenQuestion(proposal) || proposal.understood.length === 0
  const steps = [asks ? 'clarifying' : '', proposal.reactions.length === 0 ? 'reactions' : '']
  return steps.filter((step) => step !== '').map((step) => stepName(step, t))
}

function stepName(step: string, t: Words['t']): string {
  return t(step === 'clarifying' ? 'proposals.step.clarifying' : 'proposals.step.reactions')
}

function draftLabel(proposal: Proposal, version: string, t: Words['t']): string {
  const draft = proposal.versions.find((one) => one.version === version)
  return t('proposals.siblings.choose', {
    number: draft?.number ?? 1,
    name: nameIn(proposal, draft?.person ?? ''),
  })
}
