import type { CircleEvent, EventContent } from '../src/domain/event.ts'
import { createFold } from '../src/domain/fold.ts'
import { toHex } from '../src/log/crypto.ts'
import { foundCircle } from '../test/helpers/circles.ts'
import { keysOf, tools } from '../test/helpers/devices.ts'
import { lifeOf } from './life.ts'
import { ratioOf, runsOf, short, spread, timed, type Row, type Runs } from './measured.ts'
import { Voice } from './voice.ts'

const SIZES = [
  { count: 1000, runs: 30 },
  { count: 10_000, runs: 9 },
  { count: 100_000, runs: 3 },
] as const

/** The fold of really signed events, already verified, against JSON.parse of the very same texts. */
export async function measureFold(): Promise<Row[]> {
  const history = signedHistory(Math.max(...SIZES.map(({ count }) => count)))
  fold(history, 1000)
  const measured: { count: number; ours: Runs; parse: Runs }[] = []
  for (const { count, runs } of SIZES) {
    const [ours, parse]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs; run += 1) {
      ours.push(((await timed(() => fold(history, count))).cpu * 1000) / count)
      parse.push(((await timed(() => parseAll(history, count))).cpu * 1000) / count)
    }
    measured.push({ count, ours: runsOf(ours), parse: runsOf(parse) })
  }
  const first = measured[0]?.ours.median ?? Number.NaN
  return measured.map(({ count, ours, parse }) => ({
    what: `Fold of ${count.toLocaleString('en')} events, per event (${short(ours.median / first)}× that of 1,000)`,
    ours: spread(ours, 'µs CPU'),
    baseline: `${spread(parse, 'µs CPU')}: JSON.parse of the same texts`,
    ratio: ratioOf(ours, parse),
  }))
}

type History = { readonly circle: string; readonly events: readonly CircleEvent[]; readonly texts: readonly string[] }

/** Three people in turn, each building on what the one before said. */
function signedHistory(count: number): History {
  const names = ['ana', 'ben', 'cleo'] as const
  const [ana, ...others] = names
  const founder = foundCircle(ana, 'Workshop')
  for (const name of others) founder.admits(name)
  const events: CircleEvent[] = [...founder.known.values()].map(({ known }) => known)
  const circle = founder.circleId
  const keys = names.map((name) => keysOf(name))
  const last = founder.circle.latest.get(founder.device)
  const voices = keys.map(
    ({ sign }, index) => new Voice(circle, toHex(sign.publicKey), sign.secretKey, index === 0 ? last : undefined),
  )
  const people = keys.map(({ person }) => toHex(person.publicKey)) as [string, string, string]
  const texts = [...founder.known.values()].map(({ event }) => JSON.stringify(event))
  const life = lifeOf(people, 1)
  let ids: string[] = []
  let newest = last?.id ?? ''
  while (events.length < count) {
    const turn = life.next(ids)
    if (turn.done === true) break
    ids = turn.value.says.map((saying) => {
      const voice = voices[turn.value.who]
      const signed = voice?.says(saying, [newest])
      if (signed === undefined) throw new Error('nobody speaks')
      newest = signed.id
      events.push({
        ...(JSON.parse(signed.text) as EventContent),
        id: signed.id,
        writer: keys[turn.value.who]?.writer ?? '',
      })
      texts.push(signed.text)
      return signed.id
    })
  }
  return { circle, events, texts }
}

function fold({ circle, events }: History, count: number): void {
  const made = createFold(circle, tools)
  for (let index = 0; index < count; index += 1) made.add(events[index] as CircleEvent)
  if (made.circle.counted.size !== count) throw new Error(`${count - made.circle.counted.size} events do not count`)
}

function parseAll({ texts }: History, count: number): void {
  let length = 0
  for (let index = 0; index < count; index += 1) length += Object.keys(JSON.parse(texts[index] ?? '') as object).length
  if (length === 0) throw new Error('nothing was parsed')
}
