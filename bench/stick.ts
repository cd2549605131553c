import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { clientInProcess } from '../src/api/in-process.ts'
import { createRouter } from '../src/api/router.ts'
import { openBackend } from '../src/backend.ts'
import { buildHistory } from './build-history.ts'
import { short, timed, type Row } from './measured.ts'
import { tempFolder } from './peers.ts'

const EVENTS = 10_000
const SHORT = 'The tap drips'
/** 200 characters, as people write when they explain something. */
const LONG =
  'We have seen for some weeks that the tap in the kitchen drips at night, that nobody feels asked to call the plumber, ' +
  'and that the water bill has gone up by a tenth; so we would like to know who calls.'

/** A stick with a long circle on it: written, read by somebody who is let in by it alone, and looked at again. */
export async function measureStick(events = EVENTS): Promise<Row[]> {
  const { folder, remove } = await tempFolder()
  const open = async (name: string) => {
    const opened = await openBackend(join(folder, name), { machine: null })
    if (!opened.ok) throw new Error(opened.refusal.code)
    return { api: clientInProcess(createRouter(opened.value.commands)), close: () => opened.value.close() }
  }
  try {
    const { name, circle } = await buildHistory(folder, events)
    const [ana, dan] = [await open(name), await open('dan')]
    await dan.api.profile.create({ name: 'dan' })
    const stick = join(folder, 'stick')
    await mkdir(stick)
    const rows: Row[] = []
    const many = events.toLocaleString('en')
    const written = await timed(async () => ana.api.stick.sync({ folder: stick }))
    const [file = ''] = await readdir(join(stick, 'NEXTSTEP'))
    const { size } = await stat(join(stick, 'NEXTSTEP', file))
    const copied = await timed(async () => copyFile(join(stick, 'NEXTSTEP', file), join(folder, 'copy')))
    const baseline = `${short(copied.ms)} ms: the same file (${short(size / 1e6)} MB) copied`
    const row = (what: string, { ms, cpu }: { ms: number; cpu: number }) =>
      rows.push({ what, ours: `${short(ms)} ms, CPU ${short(cpu)}`, baseline, ratio: '' })
    row(`A circle of ${many} events onto a stick`, written)

    const { invite } = await ana.api.invite.create({ circle })
    const { request } = await dan.api.join.request({ invite, carried: true })
    await ana.api.invite.read({ text: (await dan.api.join.carry({ request })).text })
    await ana.api.invite.confirm({ circle, request })
    const answer = await ana.api.invite.answer({ circle, request, file: stick })
    row(
      `The same read by a newcomer, until they are in`,
      await timed(async () => dan.api.join.answer({ file: answer.file })),
    )
    row(
      `The same stick with nothing new on either side`,
      await timed(async () => dan.api.stick.sync({ folder: stick })),
    )

    await ana.api.stick.sync({ folder: stick })
    for (const [who, { api }] of [
      ['its founder, whose log also carries the order', ana],
      ['anybody else', dan],
    ] as const) {
      for (const words of [SHORT, LONG]) {
        const have = join(folder, 'have.nst')
        await api.bundle.export({ circle, file: have, isEmpty: true })
        for (let index = 0; index < 20; index += 1) {
          await api.driver.notice({ circle, statement: `${words}, ${index}` })
        }
        const { bytes } = await api.bundle.export({ circle, file: join(folder, 'new.nst'), since: have })
        const what = `A bundle of 20 new events of ${who}, ${words.length} letters each, padding included`
        rows.push({ what, ours: `${bytes} bytes`, baseline: '15,000 bytes: what it may be', ratio: '' })
      }
    }
    await Promise.all([ana.close(), dan.close()])
    return rows
  } finally {
    await remove()
  }
}
