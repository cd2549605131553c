import type { Circle } from '../../domain/circle.ts'
import { ownLink } from '../../domain/links/queries.ts'
import { linkOverFor, seatedFor } from '../../domain/links/seats.ts'
import { people } from '../../domain/members/queries.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { agreedWay } from '../../domain/ways/queries.ts'
import { anyoneWakes, circleState } from '../../domain/standing/queries.ts'
import { purpose } from '../../domain/purpose.ts'

/** SoFA and S3: beyond these, people decide less well together. It says so, and bars nobody. */
const [LARGE, TOO_LARGE] = [8, 12]

/** How the circle stands as a whole. */
export function standingOf(circle: Circle) {
  const count = circleLine(circle, null).members
  const size = count > TOO_LARGE ? ('too-large' as const) : count > LARGE ? ('large' as const) : ('fine' as const)
  const most = agreedWay(circle, 'representatives')?.way.most ?? null
  const mirror = agreedWay(circle, 'mirror')
  const standsFor =
    mirror === null ? null : { of: mirror.way.of, shows: [...mirror.way.shows], agreement: mirror.agreement }
  return { anyoneWakes: anyoneWakes(circle, EVERYTHING), size, most, standsFor }
}

export function circleLine(circle: Circle, fallbackName: string | null) {
  const { name, aim, practice } = purpose(circle)
  const here = people(circle).filter(({ state }) => state !== 'left' && state !== 'removed')
  return {
    circle: circle.id,
    name: name === '' ? (fallbackName ?? '') : name,
    aim,
    practice,
    members: here.length,
    state: circleState(circle),
  }
}

/** Everyone who is or was here, and for which circle; of who was here for a link alone and went with it, that it was so. */
export function membersOf(circle: Circle) {
  return people(circle).map((one) => {
    const isGone = one.state === 'left' || one.state === 'removed'
    const member = circle.members.get(one.person)
    const seated = member === undefined || isGone ? [] : seatedFor(circle, EVERYTHING, member)
    const speaksFor = seated.map((other) => ownLink(circle, EVERYTHING, other)?.terms.name ?? '')
    return { ...one, speaksFor, linkOver: isGone && linkOverFor(circle, EVERYTHING, one.person) }
  })
}
