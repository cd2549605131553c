import { Locate } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords, type Words } from '../words/words.tsx'
import { inOrder, type Structure } from './circle-packing.ts'
import { LINK_TONES, stateOf } from './link-data.ts'

type Link = Structure['links'][number]
type Props = {
  readonly structure: Structure
  readonly chosen: { readonly circle: string; readonly isFromMap: boolean } | null
  readonly onChoose: (circle: string) => void
}

/** All that the map shows, in words, in the same order of belonging. */
export function StructureList({ structure, chosen, onChoose }: Props) {
  const { t } = useWords()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // Under each other, the page would run away from the map under the finger.
    if (chosen?.isFromMap !== true || !window.matchMedia('(min-width: 64rem)').matches) return
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <section className="links-part" aria-labelledby="structure-list">
      <h2 id="structure-list">{t('links.structure.list')}</h2>
      <ul className="links-list" ref={list}>
        {inOrder(structure).map((one) => (
          <Card
            key={one.circle}
            one={one}
            structure={structure}
            isChosen={chosen?.circle === one.circle}
            onChoose={() => onChoose(one.circle)}
          />
        ))}
      </ul>
    </section>
  )
}

type CardProps = {
  readonly one: Structure['circles'][number]
  readonly structure: Structure
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Card({ one: { circle, name, isMine, members }, structure, isChosen, onChoose }: CardProps) {
  const words = useWords()
  const { t, direction } = words
  const plainName = (id: string) => structure.circles.find((other) => other.circle === id)?.name ?? ''
  const nameOf = (id: string) => isolated(plainName(id), direction)
  const links = structure.links.filter(({ from, to }) => from === circle || to === circle)
  return (
    <li className="links-card" aria-current={isChosen ? 'true' : undefined}>
      <div className="links-head">
        <h3 dir="auto">{isMine ? <a href={`#/circles/${circle}`}>{name}</a> : name}</h3>
        <Button
          variant="plain"
          size="small"
          icon={<Locate aria-hidden />}
          aria-label={t('links.structure.find', { name: isolated(name, direction) })}
          onPress={onChoose}
        />
      </div>
      <p className="links-soft">
        {members === null ? t('links.structure.known') : t('links.structure.people', { count: members })}
      </p>
      {links.length > 0 && (
        <ul className="links-seats">
          {links.map((link) => (
            <li key={`${link.as} ${link.from} ${link.to}`}>
              <span>{saidOf(link, circle, nameOf(link.from === circle ? link.to : link.from), words)}</span>{' '}
              {link.state !== null && (
                <StateBadge tone={LINK_TONES[link.state]}>
                  {stateOf({ ...link, state: link.state }, plainName(link.from), plainName(link.to), words)}
                </StateBadge>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** A link as it is from this circle: what the other is to it, and who sends somebody where. */
function saidOf(link: Link, circle: string, name: string, { t }: Words): string {
  const isFrom = link.from === circle
  if (link.as === 'kin') return t(isFrom ? 'links.structure.hasPart' : 'links.structure.isPart', { name })
  const as = link.as === 'beside' || isFrom ? link.as : link.as === 'above' ? 'below' : 'above'
  const [sends, receives] = isFrom ? [link.sends, link.receives] : [link.receives, link.sends]
  const way = sends > 0 && receives > 0 ? 'double' : sends > 0 ? 'there' : receives > 0 ? 'here' : null
  const is = t(`links.structure.as.${as}`, { name })
  return way === null ? is : `${is} · ${t(`links.structure.way.${way}`)}`
}
