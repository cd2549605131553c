import { holds, type Place, type Structure } from './circle-packing.ts'

type Props = { readonly from: Place; readonly to: Place; readonly link: Structure['links'][number] }

const APART = 3

/** Two lines for a double link, one for a single; broken where it does not hold. From edge to edge, not over the names. */
export function MapLine({ from, to, link }: Props) {
  const isDouble = link.sends > 0 && link.receives > 0
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length <= from.r + to.r) return null
  const [along, across] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const start = { x: from.x + along * from.r, y: from.y + across * from.r }
  const end = { x: to.x - along * to.r, y: to.y - across * to.r }
  const state = link.state === null ? 'kin' : holds(link) ? 'holds' : link.state === 'ended' ? 'ended' : 'coming'
  return (
    <g className={`structure-line structure-line-${state}`}>
      {(isDouble ? [-APART, APART] : [0]).map((side) => (
        <line
          key={side}
          x1={start.x - side * across}
          y1={start.y + side * along}
          x2={end.x - side * across}
          y2={end.y + side * along}
        />
      ))}
    </g>
  )
}
