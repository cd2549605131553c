import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'

export type BesidePerson = Awaited<ReturnType<Client['beside']['list']>>['people'][number]

/** Who has a key of their own on this device, and who has this window now (null: the device's owner). */
export function useBeside() {
  const list = useLive('beside', 'list', {}).data
  const at = useLive('program', 'info', {}).data?.at ?? null
  const people = list?.people ?? []
  const now = people.find(({ beside }) => beside === at)
  return { owner: list?.owner ?? '', people, at: now?.beside ?? null, name: now?.name ?? list?.owner ?? '' }
}
