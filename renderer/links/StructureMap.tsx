import { useWords } from '../words/words.tsx'
import type { Structure } from './link-data.ts'

type Place = { readonly x: number; readonly y: number }
const SIZE = 640
const MIDDLE = SIZE / 2
const RADIUS = 34
/** Those of a ring stand as far from each other as their number lets them. */
const RINGS = { mine: 110, others: 250 } as const
const LONGEST_NAME = 16

/**
 * The circles that somebody is in, in the middle; around them those that these are linked with. The list under it says the
 * same in words: whoever hears the page is told only how much is drawn.
 */
export function StructureMap({ structure: { circles, links } }: { readonly structure: Structure }) {
  const { t } = useWords()
  const places = placesOf(circles)
  const at = (id: string) => places.get(id) ?? { x: MIDDLE, y: MIDDLE }
  return (
    <svg
      className="links-map"
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={t('links.structure.drawn', { circles: circles.length, links: links.length })}
    >
      {links.map((link) => (
        <Line key={`${link.as} ${link.from} ${link.to}`} from={at(link.from)} to={at(link.to)} link={link} />
      ))}
      {circles.map(({ circle, name, isMine }) => {
        const { x, y } = at(circle)
        return (
          <g key={circle} className={isMine ? 'links-map-mine' : 'links-map-other'}>
            <circle cx={x} cy={y} r={RADIUS} />
            <text x={x} y={y + RADIUS + 18} textAnchor="middle">
              {name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Two lines for a double link, one for a single; broken where it is not active. */
function Line({
  from,
  to,
  link,
}: {
  readonly from: Place
  readonly to: Place
  readonly link: Structure['links'][number]
}) {
  const isDouble = link.sends > 0 && link.receives > 0
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [dx, dy] = [(4 * (to.y - from.y)) / length, (4 * (to.x - from.x)) / length]
  const state = link.state === null ? 'kin' : link.state === 'active' || link.state === 'due' ? 'active' : link.state
  return (
    <g className={`links-map-line links-map-${state}`}>
      {(isDouble ? [-1, 1] : [0]).map((side) => (
        <line key={side} x1={from.x + side * dx} y1={from.y - side * dy} x2={to.x + side * dx} y2={to.y - side * dy} />
      ))}
    </g>
  )
}

function placesOf(circles: Structure['circles']): Map<string, Place> {
  const [mine, others] = [circles.filter(({ isMine }) => isMine), circles.filter(({ isMine }) => !isMine)]
  return new Map([
    ...ring(mine, mine.length === 1 ? 0 : RINGS.mine),
    ...ring(others, mine.length === 0 ? RINGS.mine : RINGS.others),
  ])
}

function ring(circles: Structure['circles'], radius: number): [string, Place][] {
  return circles.map(({ circle }, index) => {
    const turn = (2 * Math.PI * index) / circles.length - Math.PI / 2
    return [circle, { x: MIDDLE + radius * Math.cos(turn), y: MIDDLE + radius * Math.sin(turn) }]
  })
}
