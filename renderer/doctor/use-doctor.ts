import { useCallback, useEffect, useRef, useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useNode } from '../node/node-context.tsx'

export type Step = Awaited<ReturnType<Client['doctor']['steps']>>[number]
export type Found = Awaited<ReturnType<Client['doctor']['examine']>>

/** One step after the other; what was found so far stays when it is stopped. */
export function useDoctor(circle: string | undefined, steps: readonly Step[]) {
  const node = useNode()
  const [found, setFound] = useState<ReadonlyMap<string, Found>>(new Map())
  const [now, setNow] = useState<string | null>(null)
  const [isStopped, setStopped] = useState(false)
  const running = useRef<AbortController | null>(null)

  const take = useCallback(
    async (wanted: readonly Step[], allow: boolean) => {
      running.current?.abort()
      const stop = new AbortController()
      running.current = stop
      setStopped(false)
      try {
        for (const { step } of wanted) {
          setNow(step)
          const input = { step, allow, ...(circle !== undefined && { circle }) }
          const answer = await node.doctor.examine(input, { signal: stop.signal })
          if (stop.signal.aborted) return
          setFound((before) => new Map(before).set(step, answer))
        }
      } catch {
        // Stopped, or the program is gone, which the window says by itself.
        if (running.current === stop) setStopped(true)
      } finally {
        if (running.current === stop) setNow(null)
      }
    },
    [node, circle],
  )
  useEffect(() => () => running.current?.abort(), [])
  return {
    found,
    now,
    isStopped,
    start() {
      setFound(new Map())
      void take(steps, false)
    },
    /** One step that sends something, since the person said so. */
    allow: (step: Step) => void take([step], true),
    stop: () => running.current?.abort(),
  }
}
