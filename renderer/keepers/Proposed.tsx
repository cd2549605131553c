import { useWords } from '../words/words.tsx'

type ProposedProps = { readonly of: readonly { readonly proposal: string; readonly title: string }[] }

/** Machines that somebody brought to the circle, and on which nothing is decided yet. */
export function Proposed({ of }: ProposedProps) {
  const { t } = useWords()
  if (of.length === 0) return null
  return (
    <section className="keepers-proposed" aria-labelledby="proposed">
      <h2 id="proposed">{t('keepers.proposed')}</h2>
      <ul>
        {of.map(({ proposal, title }) => (
          <li key={proposal}>
            <a href={`#/proposals/${proposal}`} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
