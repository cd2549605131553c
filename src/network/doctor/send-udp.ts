import { createSocket } from 'node:dgram'
import type { Endpoint } from '../address.ts'
import { reasonOf } from '../network-error.ts'

const NO_ROUTE = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'])

/** Whether this machine lets a packet out to there at all; one byte, which means nothing to anybody. */
export async function sendUdp(to: readonly Endpoint[]): Promise<'sent' | 'no-route' | 'blocked'> {
  const answers = await Promise.all(to.map(sendOne))
  if (answers.includes('sent')) return 'sent'
  return answers.every((answer) => NO_ROUTE.has(answer)) ? 'no-route' : 'blocked'
}

async function sendOne({ host, port }: Endpoint): Promise<string> {
  const socket = createSocket('udp4')
  try {
    return await new Promise<string>((resolve) => {
      socket.on('error', (error) => resolve(reasonOf(error)))
      socket.send(Buffer.alloc(1), port, host, (error) => resolve(error === null ? 'sent' : reasonOf(error)))
    })
  } finally {
    socket.close()
  }
}
