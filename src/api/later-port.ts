import type { Outcome, Refusal } from '../domain/refusal.ts'
import { procedures } from './contract.ts'
import type { Call, Change, NodePort } from './node-port.ts'

type AnyHandler = (input: unknown, call: Call) => Promise<Outcome<unknown>>
type ByName = Readonly<Record<string, AnyHandler>>

/** What stands for a node that is not there yet: `refused` to everything but what `begins` can be asked. */
export interface LaterPort {
  readonly port: NodePort
  /** From now on this node is asked, and whoever follows it is told. */
  readonly opens: (node: NodePort) => void
}

/** `begins`: handlers as "group.name". */
export function laterPort(refused: Refusal, begins: ByName): LaterPort {
  let node: NodePort | undefined
  let isHere = (): void => undefined
  const here = new Promise<void>((resolve) => (isHere = resolve))
  const handlerOf = (group: string, name: string): AnyHandler => {
    const inNode = (node as unknown as Record<string, ByName> | undefined)?.[group]?.[name]
    return inNode ?? begins[`${group}.${name}`] ?? (async () => ({ ok: false, refusal: refused }))
  }
  const groups = Object.entries(procedures).map(([group, members]) => {
    const names = Object.keys(members)
    const handler =
      (name: string): AnyHandler =>
      (input, call) =>
        handlerOf(group, name)(input, call)
    return [group, Object.fromEntries(names.map((name) => [name, handler(name)]))] as const
  })
  async function* changes(signal: AbortSignal): AsyncGenerator<Change> {
    const gone = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    if (!signal.aborted) await Promise.race([here, gone])
    if (node === undefined || signal.aborted) return
    yield { circle: null }
    yield* node.changes(signal)
  }
  return {
    port: { ...Object.fromEntries(groups), changes } as unknown as NodePort,
    opens: (opened) => {
      node = opened
      isHere()
    },
  }
}
