import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { Client } from '../../src/api/client.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { useNode } from '../node/node-context.tsx'
import { refusalIn } from '../node/refusal-in.ts'
import { Refused } from '../shell/Refused.tsx'
import { Underway } from '../shell/Underway.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'
import { handOver } from './hand-over.ts'
import { Preview } from './Preview.tsx'

export type Reading = Awaited<ReturnType<Client['imports']['show']>> & { readonly reading: string }
type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'read'; readonly of: Reading }
  | { readonly kind: 'brought'; readonly count: number; readonly already: number }
  | { readonly kind: 'failed'; readonly refusal: Refusal | null; readonly error: Error | null }

/** First what would come in, and only then, where the person says so, does it. */
export function BringIn({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  const { state, setState, read, stop, leave } = useReading(circle)
  return (
    <section aria-labelledby="bring-in" className="files-part">
      <h2 id="bring-in">{t('files.in')}</h2>
      <p>{t('files.in.lead')}</p>
      <p className="files-more">{t('files.in.forms')}</p>
      <FileTrigger
        onSelect={(files) => {
          const file = files?.[0]
          if (file !== undefined) void read(file)
        }}
      >
        <Button icon={<FileUp aria-hidden />} isPending={state.kind === 'reading'}>
          {t('files.in.choose')}
        </Button>
      </FileTrigger>
      <Underway
        of={{
          isPending: state.kind === 'reading',
          isStopped: state.kind === 'stopped',
          stop,
        }}
        label={t('files.in.reading')}
        progress={state.kind === 'reading' ? state.done : undefined}
      />
      {state.kind === 'failed' && <Refused of={state} />}
      {state.kind === 'read' && (
        <Preview
          of={state.of}
          onBrought={(count, already) => setState({ kind: 'brought', count, already })}
          onLeave={() => leave(state.of.reading)}
        />
      )}
      {state.kind === 'brought' && (
        <Notice tone="good" action={<a href={`#/circles/${circle}/backlog`}>{t('files.in.see')}</a>}>
          {t('files.in.done', { count: state.count })}
          {state.already > 0 && ` ${t('files.in.already', { count: state.already })}`}
        </Notice>
      )}
    </section>
  )
}

function useReading(circle: string) {
  const node = useNode()
  const running = useRef<AbortController>(null)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const read = async (file: File) => {
    const { signal } = (running.current = new AbortController())
    setState({ kind: 'reading', done: 0 })
    try {
      const reading = await handOver(node, circle, file, (done) => setState({ kind: 'reading', done }), signal)
      setState({ kind: 'read', of: { reading, ...(await node.imports.show({ reading })) } })
    } catch (error) {
      if (signal.aborted) return setState({ kind: 'stopped' })
      const refusal = refusalIn(error)
      setState({ kind: 'failed', refusal, error: refusal === null ? (error as Error) : null })
    }
  }
  const leave = (reading: string) => {
    setState({ kind: 'idle' })
    // The program lets the oldest go by itself.
    void node.imports.leave({ reading }).catch(() => undefined)
  }
  return { state, setState, read, stop: () => running.current?.abort(), leave }
}
