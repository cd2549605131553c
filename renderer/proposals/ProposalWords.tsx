import { EffectOnRoles } from '../roles/EffectOnRoles.tsx'
import { Compare } from '../ui/Compare.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'
import { changedTerms, type ChangedTerm } from './amend-terms.ts'
import { Means } from './Means.tsx'
import { EffectWords } from './EffectWords.tsx'
import { nameIn, newerDrafts, versionText, wordsNow, type Proposal } from './page-data.ts'

/** The words people decide on, and how they came to be. */
export function ProposalWords({ proposal }: { readonly proposal: Proposal }) {
  const { t, date } = useWords()
  const now = wordsNow(proposal)
  const shown = proposal.versions.find(({ version }) => version === now)
  const { review, criteria, effect } = shown ?? proposal
  // What these words bring about, not those of a round that is overtaken.
  const inTheseWords = { ...proposal, effect }
  return (
    <section aria-labelledby="words" className="proposal-words">
      <h2 id="words">
        {t('proposals.words')} <small>{t('proposals.version', { number: shown?.number ?? 1 })}</small>
      </h2>
      {(newerDrafts(proposal).length > 1 || proposal.siblings.length > newerDrafts(proposal).length) && (
        <Notice tone="warning">{t('proposals.siblings')}</Notice>
      )}
      <Means proposal={proposal} />
      <Markdown text={versionText(proposal, now)} look="words" headingLevel={3} />
      <p className="proposal-review">
        {t(proposal.lapses === true ? 'proposals.lapses' : 'proposals.review', { date: date(review) })}
      </p>
      {proposal.answers !== null && (
        <p>
          {t('drivers.answers')}:{' '}
          <a href={`#/drivers/${proposal.answers.driver}`} dir="auto">
            {proposal.answers.statement}
          </a>
        </p>
      )}
      {proposal.driver !== null && (
        <Disclosure title={t('proposals.driver')}>
          <Markdown text={proposal.driver} />
        </Disclosure>
      )}
      {criteria.length > 0 && (
        <Disclosure title={t('proposals.criteria')} isOpenAtFirst>
          <ul>
            {criteria.map((criterion) => (
              <li key={criterion} dir="auto">
                {criterion}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {proposal.owner !== null && <p>{t('proposals.owner', { name: nameIn(proposal, proposal.owner) })}</p>}
      {proposal.admits !== null && (
        <Notice tone="info">{t('proposals.admits', { name: nameIn(proposal, proposal.admits) })}</Notice>
      )}
      {(proposal.effect?.kind === 'remove' ||
        proposal.effect?.kind === 'rest' ||
        proposal.effect?.kind === 'rekey') && (
        <Notice tone="info">
          {t(`proposals.effect.${proposal.effect.kind}`, { name: nameIn(proposal, proposal.effect.person) })}
        </Notice>
      )}
      <EffectOnRoles of={inTheseWords} />
      <EffectWords of={inTheseWords} />
      <Versions proposal={proposal} />
    </section>
  )
}

function Versions({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useWords()
  const amended = proposal.versions.filter(({ parents }) => parents.length > 0)
  if (amended.length === 0) return null
  const labelOf = (version: Proposal['versions'][number]) =>
    `${t('proposals.version', { number: version.number })} · ${nameIn(proposal, version.person)}`
  return (
    <Disclosure title={t('proposals.versions')}>
      {amended.map((version) => {
        const parent = proposal.versions.find((one) => one.version === version.parents[0])
        return (
          <div key={version.version}>
            <Compare
              before={parent?.text ?? ''}
              after={version.text}
              beforeLabel={parent === undefined ? '' : labelOf(parent)}
              afterLabel={labelOf(version)}
            />
            {parent !== undefined && <Terms of={changedTerms(parent, version)} />}
          </div>
        )
      })}
    </Disclosure>
  )
}

/** What else than the words is otherwise in a version. */
function Terms({ of }: { readonly of: readonly ChangedTerm[] }) {
  const { t, date } = useWords()
  if (of.length === 0) return null
  const said = (text: string, isDay: boolean) => (text === '' ? '–' : isDay ? date(text) : text)
  return (
    <dl className="proposal-changed">
      {of.map(({ label, before, after, isDay }) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd>
            <del dir="auto">{said(before, isDay)}</del> <ins dir="auto">{said(after, isDay)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
