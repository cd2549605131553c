/** What came of several runs of one thing, in the unit of whoever measured. */
export type Runs = { readonly median: number; readonly low: number; readonly high: number; readonly p99: number }

export function runsOf(values: readonly number[]): Runs {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { median: at(0.5), low: at(0), high: at(1), p99: at(0.99) }
}

/** One line of the table: ours beside its baseline, measured in the same run. */
export type Row = {
  readonly what: string
  readonly ours: string
  readonly baseline: string
  readonly ratio: string
}

export const spread = ({ median, low, high }: Runs, unit: string): string =>
  `${short(median)} ${unit} (${short(low)}–${short(high)})`

export const ratioOf = (ours: Runs, baseline: Runs): string => `${(ours.median / baseline.median).toFixed(1)}×`

export function short(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** Time by the clock, and of it what the processor worked: where others use the machine too, the second says more. */
export type Took = { readonly ms: number; readonly cpu: number }

export async function timed(work: () => unknown): Promise<Took> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - start, cpu: (user + system) / 1000 }
}

/** Ours beside a baseline that did the same, by the clock and by the processor. */
export function tookRow(what: string, name: string, ours: readonly Took[], baseline: readonly Took[]): Row {
  const [mine, base] = [runsOf(ours.map(({ ms }) => ms)), runsOf(baseline.map(({ ms }) => ms))]
  const [work, least] = [runsOf(ours.map(({ cpu }) => cpu)), runsOf(baseline.map(({ cpu }) => cpu))]
  return {
    what,
    ours: `${spread(mine, 'ms')}, CPU ${short(work.median)}`,
    baseline: `${spread(base, 'ms')}, CPU ${short(least.median)}: ${name}`,
    ratio: `${ratioOf(mine, base)}, CPU ${ratioOf(work, least)}`,
  }
}
