import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { orNothing, short } from './lines.ts'

type Found = OutputOf<Procedures['find']['list']>[number]

const KIND: Readonly<Record<Found['kind'], string>> = {
  circle: 'a circle',
  proposal: 'a proposal',
  agreement: 'an agreement',
  person: 'somebody',
  driver: 'something noticed',
  role: 'a role',
  helping: 'a helping circle',
  meeting: 'a meeting',
}

export function tellFound(found: OutputOf<Procedures['find']['list']>): string {
  const lines = found.map(({ kind, id, title, circleName }) => {
    const where = kind === 'circle' ? '' : ` in ${circleName}`
    return `${short(id)}  ${title} (${KIND[kind]}${where})`
  })
  return orNothing(lines, 'Nothing is called that.')
}
