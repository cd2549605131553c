import { isDefinedError } from '@orpc/client'
import type { Refusal } from '../../src/domain/refusal.ts'

/** The program's "no" in an error of the client; null for a fault. */
export function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !isDefinedError(error)) return null
  const { code, data } = error as unknown as { code: string; data: Refusal }
  return code === 'REFUSED' ? data : null
}
