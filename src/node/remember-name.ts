import { purpose } from '../domain/purpose.ts'
import type { CircleSession } from './circle-session.ts'

/** Keeps what the circle is called beside its keys, for when its log cannot be read: damaged, or in a copied folder. */
export async function rememberName(session: CircleSession): Promise<void> {
  const { name } = purpose(session.circle)
  if (name !== '' && name !== session.keys().name) await session.changeKeys((keys) => ({ ...keys, name }))
}
