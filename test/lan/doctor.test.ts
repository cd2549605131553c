import { expect, test } from 'vitest'
import { inStep, neighbours, type Neighbour } from './neighbour.ts'
import { canPretend } from './pretend-lan.ts'

/** What the doctor found, by step. */
async function found(one: Neighbour, circle: string, allow = false): Promise<Record<string, string>> {
  const codes: Record<string, string> = {}
  for (const { step } of await one.api.doctor.steps({ circle }))
    codes[step] = (await one.api.doctor.examine({ circle, step, allow })).code
  return codes
}

const QUIET = 2_000

test.runIf(canPretend)(
  'the doctor finds what stands in the way in a network',
  async () => {
    const { lan, circle, all } = await neighbours(['Ana', 'Ben', 'Cleo'])
    const [ana, ben, cleo] = all as [Neighbour, Neighbour, Neighbour]
    await Promise.all([ana.comes('--lan'), ben.comes('--lan')])
    await inStep(circle, ana, ben)
    expect(await found(ana, circle)).toMatchObject({
      clock: 'clock-good',
      reach: 'reach-lan',
      network: 'network-good',
      port: 'port-good',
      multicast: 'multicast-good',
      udp: 'udp-good',
      bootstrap: 'not-needed',
      nat: 'not-needed',
      keeper: 'keeper-none',
      people: 'people-some',
    })

    // A network that keeps its guests apart: they may still be called by others.
    await lan.withoutMulticast(3)
    await cleo.comes('--lan')
    expect(await found(cleo, circle)).toMatchObject({ multicast: 'multicast-silent' })

    // Nobody who knows the way answers.
    await cleo.goes()
    await cleo.comes('--internet', '--bootstrap', '10.77.0.2:4')
    expect(await found(cleo, circle)).toMatchObject({
      reach: 'reach-internet',
      udp: 'udp-good',
      bootstrap: 'bootstrap-silent',
      nat: 'nat-unknown',
    })
    // Nothing leads there, and then no packet of the kind is let out.
    await cleo.goes()
    await cleo.comes('--internet', '--bootstrap', '192.0.2.77:49737')
    expect(await found(cleo, circle)).toMatchObject({ udp: 'udp-no-route', bootstrap: 'bootstrap-silent' })
    await cleo.goes()
    await lan.withoutUdp(3)
    await cleo.comes('--internet', '--bootstrap', '10.77.0.2:49737')
    expect(await found(cleo, circle)).toMatchObject({ udp: 'udp-blocked' })
    await cleo.goes()
    await lan.cable(3, 'down')
  },
  120_000,
)

test.runIf(canPretend)(
  'the doctor hears others where there is IPv6 alone, and says so; with both it asks by both',
  async () => {
    const { lan, circle, all } = await neighbours(['Ana', 'Ben'])
    const [ana, ben] = all as [Neighbour, Neighbour]
    await Promise.all([1, 2].map((room) => lan.onlySix(room)))
    await Promise.all([ana.comes('--lan'), ben.comes('--lan')])
    await inStep(circle, ana, ben)
    expect(await found(ana, circle)).toMatchObject({ network: 'network-good', multicast: 'multicast-six' })
    await lan.addressToo(1)
    const stop = await lan.capture(1)
    // Ben has no IPv4: he is heard over the other all the same.
    expect(await found(ana, circle)).toMatchObject({ multicast: 'multicast-six' })
    const sent = await stop()
    const isTo = (group: string) => (frame: Buffer) => frame.subarray(0, 6).toString('hex') === group
    expect(sent.some(isTo('01005e0000fb'))).toBe(true)
    expect(sent.some(isTo('3333000000fb'))).toBe(true)
  },
  60_000,
)

test.runIf(canPretend)(
  'where nobody may find one, the doctor sends nothing before its person says so',
  async () => {
    const { lan, circle, all } = await neighbours(['Ana', 'Ben'])
    const [ana] = all as [Neighbour, Neighbour]
    await ana.comes('--bootstrap', '10.77.0.2:49737')
    await ana.api.circle.reach({ circle, reach: 'nobody' })
    const stop = await lan.capture(1)
    expect(await found(ana, circle)).toMatchObject({
      reach: 'reach-nobody',
      multicast: 'not-allowed',
      udp: 'not-allowed',
      bootstrap: 'not-allowed',
      nat: 'not-allowed',
    })
    await new Promise((resolve) => setTimeout(resolve, QUIET))
    expect(await stop()).toEqual([])
    const again = await lan.capture(1)
    expect(await found(ana, circle, true)).toMatchObject({ multicast: 'multicast-silent' })
    expect((await again()).length).toBeGreaterThan(0)
  },
  60_000,
)
