import { useEffect, useState } from 'react'
import { useNode } from '../node/node-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'
import './Underway.css'

const LOOK_MS = 400

type Stoppable = { readonly isPending: boolean; readonly isStopped: boolean; stop(): void }
type UnderwayProps = {
  readonly of: Stoppable
  readonly label: string
  /** From 0 to 1, where the page knows it by itself; else the program is asked. */
  readonly progress?: number | undefined
}

/** What takes long: how far it is, and a way to stop it that leaves nothing half done. */
export function Underway({ of, label, progress }: UnderwayProps) {
  const { t } = useWords()
  const known = useProgress(of.isPending && progress === undefined)
  if (of.isStopped) return <Notice tone="info">{t('refusal.stopped')}</Notice>
  if (!of.isPending) return null
  return (
    <div className="underway">
      <Loading label={label} progress={progress ?? known} />
      <Button onPress={of.stop}>{t('doctor.stop')}</Button>
    </div>
  )
}

/** Of what the program reads or writes for somebody now; undefined while it says nothing of it. */
function useProgress(isAsked: boolean): number | undefined {
  const node = useNode()
  const [done, setDone] = useState<number>()
  useEffect(() => {
    if (!isAsked) return undefined
    const look = async () => {
      const [first] = await node.bundle.underWay({}).catch(() => [])
      setDone(first?.done)
    }
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => {
      clearInterval(timer)
      setDone(undefined)
    }
  }, [node, isAsked])
  return done
}
