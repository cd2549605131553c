import { MessageChannel } from 'node:worker_threads'
import type { MessagePortMain } from 'electron'
import { clientOverPort, type Client } from '../../src/api/client.ts'
import { beginInChild } from '../../electron/child-host.ts'
import type { NodeLife } from '../../electron/kept-node.ts'
import type { FromNode } from '../../electron/talk.ts'

/** A plain Node with the node's process in it, ready, and a page's client. */
export async function beginWithPage(node: string, file: string, data: string) {
  const life = beginInChild(node, file, [data])
  const heard: FromNode[] = []
  const ended = new Promise<void>((resolve) => life.onEnd(resolve))
  await new Promise<void>((resolve, reject) => {
    life.onMessage((message) => {
      heard.push(message)
      if (message.type === 'ready') resolve()
    })
    void ended.then(() => reject(new Error('the process ended before it was ready')))
  })
  return { life, heard, ended, page: pageOf(life) }
}

export function pageOf(life: NodeLife): Client {
  const { port1, port2 } = new MessageChannel()
  life.tell({ type: 'connect' }, asInMain(port2))
  return clientOverPort(port1)
}

/** The other end of a page's port, in the shape that Electron's main has it. */
function asInMain(port: MessageChannel['port1']): MessagePortMain {
  const on = (event: string, listener: (event?: object) => void) =>
    event === 'message' ? port.on('message', (data: unknown) => listener({ data })) : port.on('close', () => listener())
  const rest = { start: () => port.start(), close: () => port.close() }
  return { on, postMessage: (data: unknown) => port.postMessage(data), ...rest } as unknown as MessagePortMain
}

/** A person alone founds a circle and agrees with herself: from nothing to a certificate. */
export async function takeThrough(page: Client): Promise<string> {
  await page.profile.create({ name: 'Ana' })
  const { circle } = await page.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  const terms = { title: 'Tuesday kitchen', text: 'We cook on Tuesdays.', review: '2099-01-01' }
  const { proposal } = await page.proposal.present({ circle, ...terms })
  await page.round.open({ proposal })
  await page.response.consent({ proposal })
  const { agreement } = await page.round.close({ proposal })
  return (await page.agreement.show({ agreement })).title
}
