import { connect } from 'node:net'

/** Whether something answers at a port of this machine itself. No packet leaves it. */
export async function answersItself(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  const socket = connect({ host, port, signal })
  try {
    return await new Promise<boolean>((resolve) => {
      socket.on('connect', () => resolve(true))
      socket.on('error', () => resolve(false))
    })
  } finally {
    socket.destroy()
  }
}
