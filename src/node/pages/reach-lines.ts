import type { Circle } from '../../domain/circle.ts'
import { devicesEverOf, people } from '../../domain/members/queries.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Mark } from '../in-step.ts'
import type { Path } from '../../network/one-per-peer.ts'
import type { KeepingState } from '../../network/keeper/keeping.ts'
import { nearest, type Seen } from '../seen.ts'
import type { RunningNode } from '../node.ts'

type Known = {
  readonly seen: ReadonlyMap<string, Seen>
  readonly marks: ReadonlyMap<string, Mark>
  readonly keeper: boolean
  readonly fault: 'withholds' | 'untrue' | null
}

/** Of everyone else in the circle: are they here, by which way, how far have they seen, and when did both know the same? */
export function reachOf(session: CircleSession, node: RunningNode) {
  const { circle, me } = session
  const seen = node.meeting()?.seenOf(circle.id) ?? new Map<string, Seen>()
  const states = [...(node.reach.keepers()?.statesOf(circle.id).values() ?? [])]
  const known = {
    seen,
    marks: node.marksOf(circle.id),
    keeper: states.some(({ connected }) => connected),
    fault: faultOf(states),
  }
  const others = people(circle).filter(({ person, state }) => person !== me && state !== 'left' && state !== 'removed')
  const copy = session.log.copy.extent()
  return others.map(({ person, name }) => ({ circle: circle.id, person, name, copy, ...lineOf(circle, person, known) }))
}

function lineOf(circle: Circle, person: string, { seen, marks, keeper, fault }: Known) {
  const devices = devicesEverOf(circle, person).map(({ key }) => key)
  const here = devices.flatMap((device) => seen.get(device) ?? [])
  const path: Path | null = nearest(here.flatMap((one) => one.path ?? []))
  const theirs = devices.flatMap((device) => marks.get(device) ?? [])
  const times = theirs.flatMap(({ inStep }) => inStep ?? [])
  const last = theirs.filter((mark) => mark.path !== null).toSorted((a, b) => b.pathAt - a.pathAt)[0]
  const isInStep = here.some(({ inStep }) => inStep)
  return {
    reachable: path !== null,
    path,
    lastInStep: times.length === 0 ? null : Math.max(...times),
    inStep: isInStep,
    behind: isInStep ? 0 : behindOf(circle, devices, theirs),
    lastPath: path ?? last?.path ?? null,
    byKeeper: keeper,
    keeperFault: fault,
    differs: here.some(({ differs }) => differs),
    misunderstood: path === null ? (here.flatMap((one) => one.misunderstood ?? [])[0] ?? null) : null,
  }
}

/** The worst that any keeper of the circle does. */
function faultOf(states: readonly KeepingState[]): 'withholds' | 'untrue' | null {
  if (states.some(({ untrue }) => untrue)) return 'untrue'
  return states.some(({ withholds }) => withholds) ? 'withholds' : null
}

/** How many of the things that count here nobody knows them to have: at most so many are news to them. */
function behindOf(circle: Circle, devices: readonly string[], marks: readonly Mark[]): number {
  const said = devices.flatMap((device) => circle.latest.get(device)?.clock.reduce((sum, seq) => sum + seq, 0) ?? [])
  const known = Math.max(0, ...said, ...marks.map((mark) => mark.known))
  return Math.max(0, circle.counted.size - known)
}
