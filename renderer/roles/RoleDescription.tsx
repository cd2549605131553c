import { useWords } from '../words/words.tsx'
import type { Role } from './role-data.ts'
import { aimOf } from './role-words.ts'

type Described = NonNullable<Role['described']>

/** What the role is, in the circle's words or in those everyone starts with. */
export function RoleDescription({ role }: { readonly role: Role }) {
  const { t } = useWords()
  const { described, agreement } = role
  const aim = aimOf(t, role.role)
  return (
    <section className="role-part" aria-labelledby="what-it-is">
      <h2 id="what-it-is">{t('roles.about')}</h2>
      {described === null ? (
        <>
          {aim !== null && <p>{aim}</p>}
          <p className="role-soft">{t('roles.default')}</p>
        </>
      ) : (
        <DescriptionParts described={described} />
      )}
      <p className="role-soft">
        {t('roles.about.months', { count: role.months })}
        {agreement !== null && (
          <>
            {' '}
            <a href={`#/agreements/${agreement}`}>{t('selections.toAgreement')}</a>
          </>
        )}
      </p>
    </section>
  )
}

export function DescriptionParts({ described }: { readonly described: Described }) {
  const { t } = useWords()
  const { aim, domain, accountabilities, qualities } = described
  const lists = { accountabilities, qualities }
  return (
    <dl className="role-parts">
      <div>
        <dt>{t('roles.about.aim')}</dt>
        <dd dir="auto">{aim}</dd>
      </div>
      {domain !== null && (
        <div>
          <dt>{t('roles.about.domain')}</dt>
          <dd dir="auto">{domain}</dd>
        </div>
      )}
      {(['accountabilities', 'qualities'] as const)
        .filter((part) => lists[part].length > 0)
        .map((part) => (
          <div key={part}>
            <dt>{t(`roles.about.${part}`)}</dt>
            <dd>
              <ul>
                {lists[part].map((line) => (
                  <li key={line} dir="auto">
                    {line}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
    </dl>
  )
}
