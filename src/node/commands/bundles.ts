import type { NodePort } from '../../api/node-port.ts'
import { refuse } from '../../domain/refusal.ts'
import { toHex } from '../../log/crypto.ts'
import { readBundle, readHead } from '../../network/stick/read-bundle.ts'
import { writeBundle } from '../../network/stick/write-bundle.ts'
import { contentOf, fileCircles, takeIn } from '../carrying/circle-files.ts'
import { fileAt, isAnswerFile, isRequestFile } from '../carrying/joining-by-file.ts'
import { scratchFolder } from '../data-folder.ts'
import { underWayOf } from '../carrying/under-way.ts'
import { partOf } from '../../network/stick/watch.ts'
import type { RunningNode } from '../node.ts'
import { answering, must } from './answering.ts'

export function bundleCommands(node: RunningNode): NodePort['bundle'] {
  const circles = () => fileCircles(node.sessions())
  return {
    underWay: answering(() =>
      underWayOf(node)
        .list()
        .map((one) => ({ ...one })),
    ),
    export: answering(async ({ circle, file: wanted, since, isEmpty }, call) => {
      const session = must(node.desk.session(circle))
      const file = await fileAt(wanted, node.options.chance)
      const known =
        since === undefined ? undefined : await readHead({ file: since, circles: circles() }, { isWhole: true })
      if (known !== undefined && known.circle !== session.circle.id) must(refuse('other-circle'))
      const had = new Map((known?.pieces ?? []).map(({ key, to }) => [toHex(key), to]))
      const whole = session.log.copy.whole()
      const content = await contentOf(session, node.options.chance, had)
      const { bytes } = await underWayOf(node).during('export', file, call, (watch) =>
        writeBundle({ file, ...content, isEmpty: isEmpty === true, watch }),
      )
      const carried = session.follower.entries.filter(({ writer, position }) => position > (had.get(writer) ?? 0))
      return { file, events: isEmpty === true ? 0 : carried.length, bytes, whole }
    }),
    import: answering(async ({ file }, call) => {
      must(node.profile())
      if ((await isAnswerFile(file)) || (await isRequestFile(file))) must(refuse('not-a-bundle'))
      return underWayOf(node).during('import', file, call, async (watch) => {
        const scratch = scratchFolder(node.options.folder)
        const bundle = await readBundle({ file, circles: circles(), scratch, watch: partOf(watch, 0, 2) })
        try {
          const session =
            node.sessions().find((one) => one.circle.id === bundle.circle) ?? must(refuse('not-your-circle'))
          const { events, apart } = await takeIn(session, bundle, partOf(watch, 1, 2))
          if (apart && events === 0) must(refuse('bundle-continues'))
          return { circle: bundle.circle, events, apart }
        } finally {
          await bundle.close()
        }
      })
    }),
  }
}
