import type { Place } from './circle-packing.ts'

const LETTER = 7.5
const LINE = 17
/** A name shorter than this says nothing. */
const LEAST = 4

/** A circle's name in it, as much of it as there is room for: in two lines where that shows more. */
export function MapName({
  name,
  at,
  isChosen,
}: {
  readonly name: string
  readonly at: Place
  readonly isChosen: boolean
}) {
  const room = Math.floor((2 * at.r - 4) / LETTER)
  if (room < LEAST && !isChosen) return null
  const lines = linesOf(name, Math.max(room, LEAST))
  return (
    <text className="structure-name" x={at.x} y={at.y - ((lines.length - 1) * LINE) / 2} textAnchor="middle">
      {lines.map((line, index) => (
        <tspan key={line} x={at.x} dy={index === 0 ? '0.35em' : LINE}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function linesOf(name: string, room: number): readonly string[] {
  if (name.length <= room) return [name]
  const space = name.lastIndexOf(' ', room)
  if (space <= 0) return [cut(name, room)]
  return [name.slice(0, space), cut(name.slice(space + 1), room)]
}

const cut = (text: string, room: number): string => (text.length <= room ? text : `${text.slice(0, room - 1)}…`)
