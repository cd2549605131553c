import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { classNames } from '../ui/class-names.ts'
import { useWords } from '../words/words.tsx'
import { broaderOf, packed, type Packed, type Place, type Structure } from './circle-packing.ts'
import { MapLine } from './MapLine.tsx'
import { MapName } from './MapName.tsx'
import { useMapZoom, type MapZoom } from './use-map-zoom.ts'
import { useWidth } from './use-width.ts'

type Props = {
  readonly structure: Structure
  /** The circle that one looks at, on the map and in the list. */
  readonly chosen: string | null
  readonly onChoose: (circle: string) => void
}

const HEIGHTS = { least: 280, most: 560, ofWidth: 0.8 } as const
const STEP = 1.5

/**
 * Circles in the circles that they are part of, each as large as it has people, and the links between them. The list says
 * the same in words: whoever hears the page is told only how much is drawn.
 */
export function StructureMap({ structure, chosen, onChoose }: Props) {
  const { t } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const map = useRef<SVGSVGElement>(null)
  const width = useWidth(frame)
  const height = Math.round(Math.min(Math.max(width * HEIGHTS.ofWidth, HEIGHTS.least), HEIGHTS.most))
  const layout = useMemo(() => packed(structure, width, height), [structure, width, height])
  const zoom = useMapZoom(map, { width, height, onPick: onChoose })
  const place = chosen === null ? undefined : (layout.rings.get(chosen) ?? layout.places.get(chosen))
  useEffect(() => {
    if (place === undefined) return
    zoom.to(place)
    map.current?.scrollIntoView({ block: 'nearest' })
    // oxlint-disable-next-line react/exhaustive-deps -- again only for another circle, or where it is somewhere else now
  }, [place])
  const { circles, links } = structure
  return (
    <div className="structure-map" ref={frame}>
      <svg
        ref={map}
        viewBox={`0 0 ${width || 1} ${height}`}
        height={height}
        role="img"
        aria-label={t('links.structure.drawn', { circles: circles.length, links: links.length })}
      >
        <Drawn structure={structure} layout={layout} chosen={chosen} view={zoom.view} />
      </svg>
      <Acts zoom={zoom} />
      <p className="links-soft">{t('links.structure.legend')}</p>
    </div>
  )
}

type DrawnProps = Pick<Props, 'structure' | 'chosen'> & { readonly layout: Packed; readonly view: MapZoom['view'] }

function Drawn({ structure, layout: { places, rings }, chosen, view }: DrawnProps) {
  const { circles } = structure
  const broader = broaderOf(structure)
  // That one is inside the other says it already.
  const links = structure.links.filter(({ as, from, to }) => as !== 'kin' || broader.get(to) !== from)
  const seen = ({ x, y, r }: Place): Place => ({ x: view.applyX(x), y: view.applyY(y), r: view.k * r })
  const at = (circle: string) => seen(places.get(circle) ?? { x: 0, y: 0, r: 0 })
  const look = (usual: string, circle: string) => classNames(usual, circle === chosen && 'structure-chosen')
  return (
    <>
      {[...rings].map(([circle, ring]) => (
        <Disc key={circle} circle={circle} at={seen(ring)} look={look('structure-ring', circle)} />
      ))}
      {/* Behind the circles, so that none seems to be linked by a line that only passes it. */}
      {links.map((link) => (
        <MapLine key={`${link.as} ${link.from} ${link.to}`} from={at(link.from)} to={at(link.to)} link={link} />
      ))}
      {circles.map(({ circle, isMine }) => (
        <Disc
          key={circle}
          circle={circle}
          at={at(circle)}
          look={look(isMine ? 'structure-mine' : 'structure-other', circle)}
        />
      ))}
      {circles.map(({ circle, name }) => (
        <MapName key={circle} name={name} at={at(circle)} isChosen={circle === chosen} />
      ))}
    </>
  )
}

function Disc({ circle, at, look }: { readonly circle: string; readonly at: Place; readonly look: string }) {
  return <circle data-circle={circle} className={look} cx={at.x} cy={at.y} r={at.r} />
}

function Acts({ zoom: { by, whole, isWhole } }: { readonly zoom: MapZoom }) {
  const { t } = useWords()
  return (
    <div className="structure-map-acts">
      <Button
        size="small"
        icon={<ZoomIn aria-hidden />}
        aria-label={t('links.structure.nearer')}
        onPress={() => by(STEP)}
      />
      <Button
        size="small"
        icon={<ZoomOut aria-hidden />}
        aria-label={t('links.structure.further')}
        isDisabled={isWhole}
        onPress={() => by(1 / STEP)}
      />
      <Button size="small" icon={<Maximize aria-hidden />} isDisabled={isWhole} onPress={whole}>
        {t('links.structure.whole')}
      </Button>
    </div>
  )
}
