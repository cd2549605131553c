import { useCallback } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useNode } from '../node/node-context.tsx'
import { refusalIn } from '../node/refusal-in.ts'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'

type Done = {
  readonly text: string
  /** The counter-act by its own name: what was said in a circle is answered by another word, never unsaid. */
  readonly label: string
  readonly takeBack: (node: Client) => Promise<unknown>
  readonly takenBack: string
}

/**
 * Says that a thing is done and offers to take it back, also from another page; says why where that is refused.
 * Answers with what takes the offer away, once the thing can no longer be taken back.
 */
export function useDone(): (done: Done) => () => void {
  const node = useNode()
  const toast = useToast()
  const { t, refusal } = useWords()
  return useCallback(
    ({ text, label, takeBack, takenBack }) => {
      const why = (error: unknown) => {
        const refused = refusalIn(error)
        return refused === null ? t('shell.notDone') : refusal(refused)
      }
      const undo = async () => {
        const told = await takeBack(node).then(() => takenBack, why)
        toast.show({ text: told })
      }
      return toast.show({ text, label, undo: () => void undo() })
    },
    [node, toast, t, refusal],
  )
}
