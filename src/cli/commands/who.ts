import type { Command } from 'commander'
import { WrongUsage } from '../stopping.ts'

export type WhoGiven = { who?: string | undefined; guest?: string | undefined }

/** For words and presence of somebody else than oneself. */
export const withWho = (command: Command): Command =>
  command
    .option('--who <PERSON>', 'somebody of the circle; else yourself')
    .option('--guest <NAME>', 'a guest of the evening')

export function whoOf({ who, guest }: WhoGiven): { person: string } | { guest: string } | undefined {
  if (guest !== undefined) return { guest }
  return who === undefined ? undefined : { person: who }
}

export function somebody(given: WhoGiven): { person: string } | { guest: string } {
  const who = whoOf(given)
  if (who === undefined) throw new WrongUsage('Say who: --who PERSON or --guest NAME.')
  return who
}
