import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { people } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { plain, plainWords } from './plain.ts'
import { roles } from '../../domain/roles/queries.ts'
import { agreementLines } from './agreement-page.ts'
import { wordingShown } from './driver-page.ts'
import { helpingLines } from './helping-page.ts'
import { meetingLines } from './meeting-page.ts'
import { versionShown } from './proposal-page.ts'

export type Found = OutputOf<Procedures['find']['list']>[number]

const MOST = 30

/** Whatever in these circles is called something with every one of these words; what begins with them comes first. */
export function found(circles: readonly Circle[], text: string, today: string): Found[] {
  const words = plainWords(text)
  if (words.length === 0) return []
  const fits = circles
    .flatMap((circle) => thingsIn(circle, today))
    .map((thing) => ({ thing, title: plain(thing.title) }))
    .filter(({ title }) => words.every((word) => title.includes(word)))
  return fits
    .sort((a, b) => distance(a.title, words) - distance(b.title, words) || byCodeUnit(a.title, b.title))
    .slice(0, MOST)
    .map(({ thing }) => thing)
}

/** 0 where the title begins with the first word, 1 where a word of it does, else 2. */
function distance(title: string, [first = '']: readonly string[]): number {
  if (title.startsWith(first)) return 0
  return title.includes(` ${first}`) ? 1 : 2
}

function thingsIn(circle: Circle, today: string): Found[] {
  const { name, practice } = purpose(circle)
  const here = { circle: circle.id, circleName: name, practice }
  const agreed = agreementLines(circle, today).filter(
    ({ state, ends }) => state !== 'invalid' && state !== 'superseded' && !ends,
  )
  const became = new Set([...circle.agreements.values()].map(({ proposal }) => proposal))
  const proposals = [...circle.proposals.values()].filter(({ id }) => !became.has(id))
  const persons = people(circle).filter(({ state }) => state !== 'left' && state !== 'removed')
  return [
    { ...here, kind: 'circle', id: circle.id, title: name },
    ...proposals.map((one): Found => ({
      ...here,
      kind: 'proposal',
      id: one.id,
      title: versionShown(one).content.title,
    })),
    ...agreed.map(({ agreement, title }): Found => ({ ...here, kind: 'agreement', id: agreement, title })),
    ...[...circle.drivers.values()].map((one): Found => ({
      ...here,
      kind: 'driver',
      id: one.id,
      title: wordingShown(one).content.statement,
      titleBy: wordingShown(one).person,
    })),
    // The four of every circle have words of their own only where it described them: the clients know the others.
    ...roles(circle).flatMap(({ id, described }): Found[] =>
      described === null ? [] : [{ ...here, kind: 'role', id, title: described.name }],
    ),
    ...helpingLines(circle).map(({ helping, name: title }): Found => ({
      ...here,
      kind: 'helping',
      id: helping,
      title,
    })),
    ...meetingLines(circle).map(({ meeting, title, titleBy }): Found => ({
      ...here,
      kind: 'meeting',
      id: meeting,
      title,
      ...(titleBy !== undefined && { titleBy }),
    })),
    ...persons.map((one): Found => ({ ...here, kind: 'person', id: one.person, title: one.name })),
  ]
}
