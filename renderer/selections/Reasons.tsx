import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { Selection } from './selection-data.ts'

/** The reasons by who was named, in the order of their names: no number, no bar, no first and last. */
export function Reasons({ selection: { nominees, passed, unopened, names } }: { readonly selection: Selection }) {
  const { t, list, direction } = useWords()
  const named = (people: readonly string[]) => list(people.map((person) => names[person] ?? ''))
  return (
    <section className="role-part" aria-labelledby="reasons">
      <h2 id="reasons">{t('selections.reasons')}</h2>
      <p className="role-soft">{t('selections.reasons.lead')}</p>
      {nominees.map(({ person, reasons }) => (
        <section key={person} className="role-reasons" aria-labelledby={`for-${person}`}>
          <h3 id={`for-${person}`}>
            <bdi>{names[person]}</bdi>
          </h3>
          {reasons.map((one) => (
            <figure key={`${one.person} ${one.reason}`} className="role-reason">
              <blockquote dir="auto">{one.reason}</blockquote>
              <figcaption>
                {t(one.changed ? 'selections.says.changed' : 'selections.says', {
                  name: isolated(names[one.person] ?? '', direction),
                })}
              </figcaption>
            </figure>
          ))}
        </section>
      ))}
      {passed.length > 0 && <p className="role-soft">{t('selections.passed', { names: named(passed) })}</p>}
      {unopened.length > 0 && <p className="role-soft">{t('selections.unopened', { names: named(unopened) })}</p>}
    </section>
  )
}
