import { ArrowRight, CirclePlus, MailOpen, Sprout, UsersRound, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../words/words.tsx'

type WaysProps = { readonly name: string; readonly onChosen: () => void }

const WAYS = [
  { href: '#/circles/new/together', title: 'me.ways.together', hint: 'me.ways.togetherHint', icon: UsersRound },
  { href: '#/circles/new', title: 'me.ways.start', hint: 'me.ways.startHint', icon: CirclePlus },
  { href: '#/join', title: 'me.ways.join', hint: 'me.ways.joinHint', icon: MailOpen },
  { href: '#/practice', title: 'me.ways.practice', hint: 'me.ways.practiceHint', icon: Sprout },
] as const satisfies readonly { href: string; title: string; hint: string; icon: LucideIcon }[]

/** Four ways on, each with what it is. */
export function Ways({ name, onChosen }: WaysProps) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('me.ways.title', { name })}
      </h1>
      <p className="welcome-lead">{t('me.ways.lead')}</p>
      <ul className="welcome-ways">
        {WAYS.map(({ href, title, hint, icon: Icon }) => (
          <li key={href} className="welcome-way">
            <Icon aria-hidden className="welcome-way-icon" />
            <div>
              <a href={href} onClick={onChosen}>
                {t(title)}
              </a>
              <p>{t(hint)}</p>
            </div>
            <ArrowRight aria-hidden className="ui-flip welcome-way-arrow" />
          </li>
        ))}
      </ul>
      <a href="#/" onClick={onChosen}>
        {t('me.ways.later')}
      </a>
    </>
  )
}
