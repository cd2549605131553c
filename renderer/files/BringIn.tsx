import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { Client } from '../../src/api/client.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { useNode } from '../node/node-context.tsx'
import { refusalIn } from '../node/refusal-in.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'
import { handOver } from './hand-over.ts'
import { Preview } from './Preview.tsx'

export type Reading = Awaited<ReturnType<Client['imports']['show']>> & { readonly reading: string }
type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number }
  | { readonly kind: 'read'; readonly of: Reading }
  | { readonly kind: 'brought'; readonly count: number; readonly already: number }
  | { readonly kind: 'failed'; readonly refusal: Refusal | null; readonly error: Error | null }

/** First what would come in, and only then, where the person says so, does it. */
export function BringIn({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  const node = useNode()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const read = async (file: File) => {
    setState({ kind: 'reading', done: 0 })
    try {
      const reading = await handOver(node, circle, file, (done) => setState({ kind: 'reading', done }))
      setState({ kind: 'read', of: { reading, ...(await node.imports.show({ reading })) } })
    } catch (error) {
      const refusal = refusalIn(error)
      setState({ kind: 'failed', refusal, error: refusal === null ? (error as Error) : null })
    }
  }
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
      {state.kind === 'reading' && <Loading label={t('files.in.reading')} progress={state.done} />}
      {state.kind === 'failed' && <Refused of={state} />}
      {state.kind === 'read' && (
        <Preview
          of={state.of}
          onBrought={(count, already) => setState({ kind: 'brought', count, already })}
          onLeave={() => setState({ kind: 'idle' })}
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
