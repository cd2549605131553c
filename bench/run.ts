import { availableParallelism, loadavg } from 'node:os'
import { measureFold } from './fold.ts'
import { measureLinks } from './links.ts'
import { measureIdle } from './idle.ts'
import { measureJoiner } from './joiner.ts'
import { measureLogbook } from './logbook.ts'
import { measureLongList } from './long-list.ts'
import type { Row } from './measured.ts'
import { measureMerge } from './merge.ts'
import { measureResponse } from './response.ts'
import { measureStart } from './start.ts'
import { measureStick } from './stick.ts'
import { measureWindow } from './window.ts'

/** `npm run bench`, or only some: `npm run bench -- fold merge`. Prints the table of bench/README.md. */
const parts: Record<string, () => Promise<Row[]>> = {
  fold: measureFold,
  response: () => measureResponse(),
  start: () => measureStart(),
  joiner: () => measureJoiner(),
  idle: measureIdle,
  merge2: async () => [await measureMerge(2)],
  merge5: async () => [await measureMerge(5)],
  links: measureLinks,
  logbook: measureLogbook,
  list: measureLongList,
  stick: () => measureStick(),
  window: measureWindow,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  process.stderr.write(`no such measurement: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}\n`)
  process.exit(2)
}

const load = () => loadavg()[0]?.toFixed(1) ?? ''
const say = (line: string) => process.stdout.write(`${line}\n`)
say(`Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores.\n`)
say('| What | Ours: median (lowest–highest) | Baseline of the same run | Ratio | Load |')
say('| --- | --- | --- | --- | --- |')
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const before = load()
  const rows = await measure()
  for (const { what, ours, baseline, ratio } of rows) {
    say(`| ${what} | ${ours} | ${baseline} | ${ratio} | ${before}–${load()} |`)
  }
}
