import type { NodePort } from '../../api/node-port.ts'
import { refuse } from '../../domain/refusal.ts'
import { importCores } from '../../log/import-cores.ts'
import { bytesOfHex } from '../../log/crypto.ts'
import { readBundle } from '../../network/stick/read-bundle.ts'
import { writeBundle } from '../../network/stick/write-bundle.ts'
import { scratchFolder } from '../data-folder.ts'
import type { RunningNode } from '../node.ts'
import { answering, must } from './answering.ts'

export function bundleCommands(node: RunningNode): NodePort['bundle'] {
  return {
    export: answering(async ({ circle, file }) => {
      const session = must(node.desk.session(circle))
      const writers = await session.log.copy.writerCores()
      const cores = writers.map(({ core }) => core)
      const whole = session.log.copy.whole()
      const { bytes } = await writeBundle({ file, circle: bytesOfHex(session.circle.id), cores })
      return { file, events: session.follower.entries.length, bytes, whole }
    }),
    import: answering(async ({ file }) => {
      must(node.profile())
      const known = new Map(node.sessions().map((session) => [session.circle.id, session]))
      const scratch = scratchFolder(node.options.folder)
      const bundle = await readBundle({ file, isKnown: (circle) => known.has(circle), scratch })
      try {
        const session = known.get(bundle.circle) ?? must(refuse('not-your-circle'))
        const before = session.follower.entries.length
        const keys = bundle.cores.map(({ key }) => key)
        await importCores(session.log, bundle.store, keys)
        await session.follower.settle()
        return { circle: bundle.circle, events: session.follower.entries.length - before }
      } finally {
        await bundle.close()
      }
    }),
  }
}
