import type { Desk, Nst } from '../desk.ts'
import { STEP, tellExamined, type Examined } from '../tell/doctor.ts'

/** All steps together, each at its limit. */
const PATIENCE_MS = 120_000

/** doctor: why somebody is not met, from this device outwards. */
export function addDoctorCommand({ program, does }: Nst): void {
  program
    .command('doctor [CIRCLE]')
    .description('Find out, step by step, why you do not meet, and what to do')
    .option('--try', 'also what sends something where nobody may find you: to those who know the way on the internet')
    .helpGroup('Meeting:')
    .action(does(examine, tellExamined, { patienceMs: PATIENCE_MS }))
}

async function examine({ client, asOf, world, note }: Desk, options: { try?: true }, circle?: string) {
  const steps: Examined[] = []
  for (const { step, sends } of await client.doctor.steps({ circle })) {
    note(`${STEP[step]} …${sends ? ' (sends something)' : ''}`)
    const allow = options.try === true
    steps.push(await client.doctor.examine({ circle, step, allow, ...asOf }, { signal: world.signal }))
  }
  return { steps: steps.map(({ step, outcome, code, about }) => ({ step, outcome, code, about })) }
}
