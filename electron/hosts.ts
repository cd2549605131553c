import { join } from 'node:path'
import { beginInChild } from './child-host.ts'
import type { NodeLife } from './kept-node.ts'
import { beginInUtility } from './utility-host.ts'

/** Put in when the program is built: `utility`, or `child` where a Node of its own comes with it (`NST_NODE_HOST`). */
declare const NODE_HOST: 'utility' | 'child'

export function beginNode(file: string, args: readonly string[]): NodeLife {
  if (NODE_HOST === 'utility') return beginInUtility(file, args)
  const node = process.platform === 'win32' ? 'node.exe' : 'node'
  // Outside of the archive: a plain Node cannot read in it.
  const outside = file.replace(/app\.asar([/\\])/, 'app.asar.unpacked$1')
  return beginInChild(join(process.resourcesPath, node), outside, args)
}
