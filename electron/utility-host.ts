import { utilityProcess } from 'electron'
import type { NodeLife } from './kept-node.ts'
import { isFromNode } from './talk.ts'

/** The node in a process of Electron's own Node: the default. */
export function beginInUtility(file: string, args: readonly string[]): NodeLife {
  const child = utilityProcess.fork(file, [...args], { serviceName: 'Next Step Together', stdio: 'inherit' })
  return {
    tell: (message, port) => child.postMessage(message, port === undefined ? [] : [port]),
    onMessage: (listener) => child.on('message', (message: unknown) => isFromNode(message) && listener(message)),
    onEnd: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill(),
  }
}
