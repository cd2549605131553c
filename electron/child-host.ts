import { spawn } from 'node:child_process'
import type { MessagePortMain } from 'electron'
import type { NodeLife } from './kept-node.ts'
import { isFromNode, type OfPort, type ToNode } from './talk.ts'

/**
 * The node in a plain Node that comes with the program, for machines on which native addons do not bear Electron's own.
 * A port cannot be handed to such a process: main passes its messages on.
 */
export function beginInChild(node: string, file: string, args: readonly string[]): NodeLife {
  const child = spawn(node, [file, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  })
  const ports = new Map<number, MessagePortMain>()
  let last = 0
  const send = (message: ToNode | OfPort) => void (child.connected && child.send(message))
  const connect = (message: ToNode, port: MessagePortMain) => {
    const number = (last += 1)
    ports.set(number, port)
    send({ ...message, port: number })
    port.on('message', ({ data }) => send({ port: number, data: data as unknown }))
    port.on('close', () => ports.delete(number) && send({ port: number, closed: true }))
    port.start()
  }
  child.on('message', (message: unknown) => {
    const { port, data } = message as Partial<OfPort>
    if (typeof port === 'number') ports.get(port)?.postMessage(data)
  })
  const end = new Promise<void>((resolve) => {
    const over = () => {
      for (const port of ports.values()) port.close()
      resolve()
    }
    child.once('exit', over)
    // Also of a message that came too late: nobody listening would end the whole program.
    child.on('error', over)
  })
  return {
    tell: (message, port) => (port === undefined ? send(message) : connect(message, port)),
    onMessage: (listener) => child.on('message', (message: unknown) => isFromNode(message) && listener(message)),
    onEnd: (listener) => void end.then(listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
