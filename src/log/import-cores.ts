import type Corestore from 'corestore'
import type { CircleLog } from './circle-log.ts'

export async function importCores(_log: CircleLog, _bundle: { store: Corestore }): Promise<void> {
  throw new Error('not here yet')
}
