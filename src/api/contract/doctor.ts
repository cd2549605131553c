import { z } from 'zod'
import { command, query } from './procedure.ts'
import { Ref } from './shapes.ts'

/** In the order in which they are taken: each rests on those before it. */
export const DoctorStep = z.enum([
  'clock',
  'reach',
  'network',
  'port',
  'multicast',
  'udp',
  'bootstrap',
  'nat',
  'keeper',
  'people',
])
export type DoctorStep = z.infer<typeof DoctorStep>

/** What was found; each has words of its own, also for what to do next. */
export const DoctorCode = z.enum([
  'clock-good',
  'clock-off',
  'reach-nobody',
  'reach-lan',
  'reach-internet',
  'network-good',
  'network-none',
  'port-good',
  'port-closed',
  'port-none',
  'multicast-good',
  'multicast-six',
  'multicast-silent',
  'multicast-failed',
  'udp-good',
  'udp-blocked',
  'udp-no-route',
  'udp-unknown',
  'bootstrap-good',
  'bootstrap-silent',
  'bootstrap-nobody',
  'nat-open',
  'nat-steady',
  'nat-random',
  'nat-unknown',
  'keeper-good',
  'keeper-lacks',
  'keeper-full',
  'keeper-untrue',
  'keeper-away',
  'keeper-barred',
  'keeper-none',
  'people-here',
  'people-some',
  'people-away',
  'people-none',
  'not-needed',
  'not-allowed',
  'too-late',
])
export type DoctorCode = z.infer<typeof DoctorCode>

export const doctor = {
  /** `sends`: packets leave this machine for it. `needs`: they may only after the person said so for this step. */
  steps: query(
    { circle: Ref.optional() },
    z.array(z.object({ step: DoctorStep, sends: z.boolean(), needs: z.boolean() })),
  ),
  /**
   * Takes one step, within a time limit; ended by ending the call. `allow`: also where it sends something and nobody may
   * find this device. `good`; `advice`: something could be better; `bad`: this is why; `skipped`.
   */
  examine: command(
    { circle: Ref.optional(), step: DoctorStep, allow: z.boolean().optional() },
    {
      step: DoctorStep,
      outcome: z.enum(['good', 'advice', 'bad', 'skipped']),
      code: DoctorCode,
      /** For the words: how many, which, where. */
      about: z.record(z.string(), z.union([z.string(), z.number()])),
    },
  ),
}
