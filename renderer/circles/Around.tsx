import type { ReactNode } from 'react'
import { howKnown, type Kin } from '../helping/kin-words.ts'
import { LINK_TONES, stateOf } from '../links/link-data.ts'
import { useLive } from '../node/use-live.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './CirclePage.tsx'

type Of = { readonly circle: Circle }

/** The circles that this one is part of: it is read with its aim. */
export function PartOf({ circle: { circle } }: Of) {
  const words = useWords()
  const kin = useLive('subCircle', 'list', { circle }).data?.items ?? []
  const broader = kin.filter(({ as }) => as === 'parent')
  if (broader.length === 0) return null
  return (
    <div>
      <dt>{words.t('circles.partOf')}</dt>
      {broader.map((one) => (
        <dd key={one.circle}>
          <Named {...one} /> <span className="circle-how">{howKnown(one, words)}</span>
        </dd>
      ))}
    </div>
  )
}

/** The parts of this circle, and those that it is linked with. */
export function Around({ circle: { circle, name } }: Of) {
  const words = useWords()
  const { t } = words
  const kin = useLive('subCircle', 'list', { circle }).data?.items ?? []
  const links = (useLive('link', 'list', { circle }).data?.items ?? []).filter(({ state }) => state !== 'ended')
  const parts = kin.filter(({ as }) => as === 'sub-circle')
  if (parts.length + links.length === 0) return null
  return (
    <section className="circle-around" aria-labelledby="around">
      <h2 id="around">{t('circles.around')}</h2>
      {parts.length > 0 && (
        <Listed title={t('circles.parts')} href={`#/circles/${circle}/helping`}>
          {parts.map((one) => (
            <PartLine key={one.circle ?? one.agreement} kin={one} />
          ))}
        </Listed>
      )}
      {links.length > 0 && (
        <Listed title={t('circles.linked')} href={`#/circles/${circle}/links`}>
          {links.map((link) => (
            <li key={link.circle}>
              <Named {...link} />{' '}
              <StateBadge tone={LINK_TONES[link.state]}>{stateOf(link, name, link.name, words)}</StateBadge>
            </li>
          ))}
        </Listed>
      )}
    </section>
  )
}

function PartLine({ kin }: { readonly kin: Kin }) {
  const words = useWords()
  return (
    <li>
      <Named {...kin} /> <span className="circle-how">{howKnown(kin, words)}</span>
    </li>
  )
}

function Listed({
  title,
  href,
  children,
}: {
  readonly title: string
  readonly href: string
  readonly children: ReactNode
}) {
  return (
    <div>
      <h3>
        <a href={href}>{title}</a>
      </h3>
      <ul>{children}</ul>
    </div>
  )
}

/** A circle by its name, which leads there for whoever is in it. */
function Named({
  circle,
  name,
  isHere,
}: {
  readonly circle: string | null
  readonly name: string
  readonly isHere: boolean
}) {
  return circle !== null && isHere ? (
    <a href={`#/circles/${circle}`} dir="auto">
      {name}
    </a>
  ) : (
    <bdi>{name}</bdi>
  )
}
