import type { NodePort } from '../../api/node-port.ts'
import { findOne } from '../find.ts'
import type { RunningNode } from '../node.ts'
import { deviceLines } from '../pages/device-lines.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'

export function deviceCommands(node: RunningNode): NodePort['device'] {
  return {
    list: answering(({ circle }) => {
      const session = must(node.desk.session(circle))
      return { asOf: asOfText(session.circle), items: deviceLines(session.circle, session.device) }
    }),
    // Not as of what was shown: all that is known of the device by now stands, and nothing else does.
    revoke: answering(async ({ circle, device }) => {
      const session = must(node.desk.session(circle))
      const mine = deviceLines(session.circle, session.device).filter(({ person }) => person === session.me)
      const named = mine.map((line) => ({ id: line.device, called: [], it: line.device }))
      const gone = must(findOne(named, device, 'no-such-device'))
      const { meanwhile } = must(await session.say({ type: 'device.revoked', body: { device: gone } }))
      return { device: gone, meanwhile }
    }),
  }
}
