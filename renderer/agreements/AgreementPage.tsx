import { useEffect, useState } from 'react'
import { StepsFrom } from '../actions/StepsFrom.tsx'
import { OnAgenda } from '../meetings/OnAgenda.tsx'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { Concerns } from '../proposals/Concerns.tsx'
import { EffectWords } from '../proposals/EffectWords.tsx'
import { ProposalStory } from '../proposals/ProposalStory.tsx'
import { EffectOnRoles } from '../roles/EffectOnRoles.tsx'
import type { Circle } from '../roles/role-data.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { byName } from '../words/by-name.ts'
import { isolated } from '../words/isolated.ts'
import { useWords, type Words } from '../words/words.tsx'
import type { Agreement } from './agreement-data.ts'
import { AGREEMENT_TONES } from './agreement-tones.ts'
import { HowItDoes } from './HowItDoes.tsx'
import { NextActs } from './NextActs.tsx'
import { ObjectToAgreement } from './ObjectToAgreement.tsx'
import { saveText } from './save-text.ts'
import { WhatBecame } from './WhatBecame.tsx'
import '../proposals/proposals.css'

/** What was agreed, whether it stands, and why it is so. */
export function AgreementPage({ id }: PageProps) {
  // "Why is this so?" is the next thing that people ask here: its page is there by then.
  useEffect(() => void import('../logbook/Why.tsx'), [])
  const live = useLive('agreement', 'show', { agreement: id })
  return <Asked live={live}>{(agreement) => <Shown agreement={agreement} />}</Asked>
}

function Shown({ agreement }: { readonly agreement: Agreement }) {
  const { t, date } = useWords()
  const circle = useLive('circle', 'show', { circle: agreement.circle }).data
  const [isObjecting, setObjecting] = useState(false)
  return (
    <Page
      title={agreement.title}
      lead={t(agreement.due === null ? 'agreements.leadPast' : 'agreements.lead', {
        circle: circle?.name ?? '',
        date: date(agreement.review),
      })}
      back={{ href: `#/circles/${agreement.circle}`, label: circle?.name ?? '' }}
      actions={
        agreement.linkOver === true && agreement.state !== 'superseded' ? (
          <StateBadge tone="ended">{t('links.state.ended')}</StateBadge>
        ) : (
          <StateBadge tone={AGREEMENT_TONES[agreement.state]}>{t(`agreements.state.${agreement.state}`)}</StateBadge>
        )
      }
    >
      <CircleMarks circle={agreement.circle} />
      <WhatBecame agreement={agreement} />
      <Standing agreement={agreement} />
      <AgreedWords agreement={agreement} />
      <div className="proposal-buttons">
        <LinkButton href={`#/agreements/${agreement.agreement}/why`}>{t('agreements.why')}</LinkButton>
      </div>
      <Consents agreement={agreement} />
      <Concerns
        circle={agreement.circle}
        about={agreement.agreement}
        asOf={agreement.asOf}
        concerns={agreement.concerns}
        names={agreement.names}
      />
      <HowItDoes agreement={agreement} />
      <WorkOnIt agreement={agreement} people={circle?.members ?? []} />
      <NextActs agreement={agreement} me={circle?.me ?? ''} />
      <ProposalStory circle={agreement.circle} story={agreement.story} />
      <div className="proposal-buttons">
        <LinkButton href={`#/proposals/${agreement.proposal}`}>{t('agreements.toProposal')}</LinkButton>
        {agreement.state !== 'superseded' && agreement.state !== 'invalid' && (
          <Button onPress={() => setObjecting(true)}>{t('agreements.object')}</Button>
        )}
      </div>
      <ObjectToAgreement
        agreement={agreement.agreement}
        asOf={agreement.asOf}
        isOpen={isObjecting}
        onOpen={() => setObjecting(true)}
        onClose={() => setObjecting(false)}
      />
    </Page>
  )
}

/** Who does what because of it, and its way into a meeting. */
function WorkOnIt({ agreement, people }: { readonly agreement: Agreement; readonly people: Circle['members'] }) {
  return (
    <>
      <StepsFrom circle={agreement.circle} from={{ kind: 'agreement', id: agreement.agreement }} people={people} />
      <OnAgenda
        circle={agreement.circle}
        about={{ kind: 'agreement', id: agreement.agreement }}
        title={agreement.title}
        places={agreement.onAgenda ?? []}
      />
    </>
  )
}

/** What was agreed, and how the circle will know that it works. */
function AgreedWords({ agreement }: { readonly agreement: Agreement }) {
  const { t, direction } = useWords()
  return (
    <section className="proposal-words">
      <Markdown text={agreement.text} look="words" headingLevel={2} />
      {agreement.criteria.length > 0 && (
        <>
          <h2>{t('proposals.criteria')}</h2>
          <ul>
            {agreement.criteria.map((criterion) => (
              <li key={criterion} dir="auto">
                {criterion}
              </li>
            ))}
          </ul>
        </>
      )}
      <BroughtAbout agreement={agreement} />
      {agreement.owner !== null && (
        <p>{t('proposals.owner', { name: isolated(agreement.names[agreement.owner] ?? '', direction) })}</p>
      )}
    </section>
  )
}

/** What is otherwise by it: who holds a role, what a role is, a way of the circle, or the helping circle that it made. */
function BroughtAbout({ agreement }: { readonly agreement: Agreement }) {
  const { t, direction } = useWords()
  const { effect } = agreement
  if (effect?.kind === 'helping-circle')
    return (
      <p>
        <a href={`#/helping/${agreement.agreement}`}>
          {t('agreements.helping', { name: isolated(effect.name, direction) })}
        </a>
      </p>
    )
  if (effect === null || !TOLD.has(effect.kind)) return null
  return (
    <>
      <EffectOnRoles of={agreement} />
      <EffectWords of={agreement} />
    </>
  )
}

/** Others speak of what consenting would bring. */
const TOLD: ReadonlySet<string> = new Set(['role', 'seat', 'plan', 'way', 'state', 'purpose', 'keeper', 'relay'])

/** Anything but "it stands" in plain words: what happened elsewhere and what it means. */
function Standing({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useWords()
  const [contests, folded] = useFolded(agreement.circle, agreement.contests)
  if (agreement.state === 'superseded') return <Notice tone="info">{t('agreements.superseded')}</Notice>
  if (agreement.state === 'invalid') return <Notice tone="warning">{t('agreements.invalid')}</Notice>
  if (agreement.state !== 'contested') return null
  return (
    <Notice
      tone="warning"
      title={t('agreements.contested.title')}
      action={<LinkButton href={`#/proposals/${agreement.proposal}`}>{t('agreements.contested.go')}</LinkButton>}
    >
      <p>{t('agreements.contested')}</p>
      <ul>
        {contests.map(({ event, kind, person, reason }) => (
          <li key={event} dir="auto">
            {t(`agreements.contest.${kind}`, { name: agreement.names[person] ?? '', reason: reason ?? '' })}
          </li>
        ))}
      </ul>
      {folded}
    </Notice>
  )
}

function Consents({ agreement }: { readonly agreement: Agreement }) {
  const words = useWords()
  const { t, language, list, time } = words
  const certificate = useCommand('certificate', 'export')
  const save = async () => {
    const done = await certificate.run({ agreement: agreement.agreement })
    if (done !== undefined) saveText(`${agreement.agreement.slice(0, 12)}.nst-certificate`, done.certificate)
  }
  const people = agreement.consents
    .map((person) => ({
      id: person,
      name: agreement.names[person] ?? '',
      note: spokenNote(agreement, person, words) ?? saidAt(agreement, person).map(time)[0],
      aside: <StateBadge tone="good">{t('agreements.consented')}</StateBadge>,
    }))
    .toSorted(byName(language))
  const unseen = (agreement.unseen ?? []).map((person) => agreement.names[person] ?? '')
  const notHeard = [
    ...(agreement.absent ?? []).map((person) => ({ person, tone: 'waiting', word: 'agreements.absent' }) as const),
    ...(agreement.gone ?? []).map((person) => ({ person, tone: 'ended', word: 'agreements.gone' }) as const),
  ].map(({ person, tone, word }) => ({
    id: person,
    name: agreement.names[person] ?? '',
    aside: <StateBadge tone={tone}>{t(word)}</StateBadge>,
  }))
  if (people.length === 0) return null
  return (
    <section aria-labelledby="who" className="proposal-part">
      <h2 id="who">{t('agreements.who')}</h2>
      <PersonList label={t('agreements.who')} people={[...people, ...notHeard]} />
      {unseen.length > 0 && <p>{t('agreements.unseen', { names: list(unseen) })}</p>}
      {agreement.state === 'settled' && <p>{t('agreements.seen.all')}</p>}
      {(agreement.absent ?? []).length > 0 && <p>{t('agreements.absent.lead')}</p>}
      <p className="proposal-lead">{t('agreements.certificate.lead')}</p>
      <Refused of={certificate} />
      <div className="proposal-buttons">
        <Button isPending={certificate.isPending} onPress={() => void save()}>
          {t('agreements.certificate.save')}
        </Button>
        <LinkButton variant="plain" href="#/certificate">
          {t('certificate.link')}
        </LinkButton>
      </div>
    </section>
  )
}

/** What was not said from a device of their own says so for ever. */
function spokenNote(agreement: Agreement, person: string, { t, list }: Words): string | undefined {
  const { heard = [], borrowed = [], names } = agreement
  const lender = borrowed.find((one) => one.person === person)?.from
  if (lender !== undefined) return t('beside.note', { name: names[lender] ?? '' })
  const word = heard.find((one) => one.person === person)
  if (word === undefined) return undefined
  const witnesses = list(word.witnesses.map((one) => names[one] ?? ''))
  const heardBy = t('meetings.spoken.heard', { name: names[word.by] ?? '', names: witnesses })
  return [t('meetings.spoken'), heardBy, ...(word.confirmed ? [t('meetings.spoken.confirmed')] : [])].join(' · ')
}

/** When they gave the word on which the agreement rests: their last consent before it was closed. */
function saidAt({ story, certificate }: Agreement, person: string): number[] {
  const close = story.findIndex(({ event }) => event === certificate)
  const before = close === -1 ? story : story.slice(0, close)
  const last = before.findLast((line) => line.type === 'consent.given' && line.person === person)
  return last === undefined ? [] : [last.at]
}
