import { Results } from '../agreements/Results.tsx'
import { Compare } from '../ui/Compare.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { WhyLine } from './why-sentence.ts'

type Names = Readonly<Record<string, string>>
type Props<L extends WhyLine> = { readonly line: L; readonly names: Names }
type Of<K extends WhyLine['kind']> = Extract<WhyLine, { kind: K }>

/** What belongs under a sentence: the words themselves, the answers, what changed, who consented when. */
export function WhyMore({ line, names }: Props<WhyLine>) {
  if (line.kind === 'presented') return <Markdown text={line.text} look="words" headingLevel={3} />
  if (line.kind === 'asked') return <Answers line={line} names={names} />
  if (line.kind === 'amended') return line.integrates.length === 0 ? <Change {...line} /> : null
  if (line.kind === 'objected') return <Fate line={line} names={names} />
  if (line.kind === 'agreed') return <Consented line={line} names={names} />
  if (line.kind === 'evaluated') return <Results {...line.evaluation} />
  return line.kind === 'round' && line.skipped.length > 0 ? <Skipped skipped={line.skipped} /> : null
}

function Answers({ line, names }: Props<Of<'asked'>>) {
  const { t, direction } = useWords()
  return line.answers.map(({ person, text, at }) => (
    <p key={`${person} ${at}`}>
      {t('why.answered', { name: isolated(names[person] ?? '', direction), text: isolated(text, direction) })}
    </p>
  ))
}

function Change({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useWords()
  return (
    <Compare
      before={before}
      after={after}
      beforeLabel={t('proposals.amend.before')}
      afterLabel={t('proposals.amend.after')}
    />
  )
}

/** What became of an objection and, where other words took care of it, which. */
function Fate({ line: { person, fate, integration }, names }: Props<Of<'objected'>>) {
  const { t } = useWords()
  const name = names[person] ?? ''
  if (integration === null) return <p>{t(`proposals.objection.state.${fate}`, { name })}</p>
  return (
    <div className="why-after">
      <p>{t('why.integrated', { by: names[integration.person] ?? '', name })}</p>
      <Change {...integration} />
    </div>
  )
}

function Consented({ line: { consents, certificate, agreement }, names }: Props<Of<'agreed'>>) {
  const { t, time } = useWords()
  return (
    <>
      <ul>
        {consents.map(({ person, at }) => (
          <li key={person}>{t('why.consented', { name: names[person] ?? '', time: time(at) })}</li>
        ))}
      </ul>
      <p>
        <a href={`#/agreements/${agreement}`}>{t('why.certificate', { id: certificate.slice(0, 8) })}</a>
      </p>
    </>
  )
}

function Skipped({ skipped }: { readonly skipped: readonly string[] }) {
  const { t, list } = useWords()
  const steps = skipped.map((step) => t(step === 'reactions' ? 'proposals.reactions' : 'proposals.questions'))
  return <p>{t('why.skipped', { steps: list(steps) })}</p>
}
