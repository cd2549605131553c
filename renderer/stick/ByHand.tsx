import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Underway } from '../shell/Underway.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'
import { FolderChoice, folderOf, NOWHERE } from './FolderChoice.tsx'
import './stick.css'

const Scanner = lazy(async () => ({ default: (await import('../joining/Scanner.tsx')).Scanner }))

/** The newcomer, without a network: their request as a picture, a text or a file, and the answer that comes back. */
export function CarryRequest({ request, isLetIn }: { readonly request: string; readonly isLetIn: boolean }) {
  const { t } = useWords()
  const carry = useCommand('join', 'carry')
  const [text, setText] = useState<string>()
  const show = async () => setText((await carry.run({ request }))?.text)
  return (
    <Disclosure title={t(isLetIn ? 'stick.answer.title' : 'stick.join.title')}>
      <div className="stick-carry">
        {!isLetIn && <p>{t('stick.join.lead')}</p>}
        {!isLetIn && text === undefined && (
          <Button isPending={carry.isPending} onPress={() => void show()}>
            {t('stick.join.show')}
          </Button>
        )}
        {!isLetIn && text !== undefined && <TheRequest request={request} text={text} />}
        <Refused of={carry} />
        {!isLetIn && <h3>{t('stick.answer.title')}</h3>}
        <TakeAnswer />
      </div>
    </Disclosure>
  )
}

function TheRequest({ request, text }: { readonly request: string; readonly text: string }) {
  const { t } = useWords()
  const toast = useToast()
  const [place, setPlace] = useState(NOWHERE)
  const [file, setFile] = useState<string>()
  const carry = useCommand('join', 'carry')
  const folder = folderOf(place)
  const write = async () => setFile((await carry.run({ request, file: folder }))?.file ?? undefined)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    toast.show({ text: t('joining.invite.copied') })
  }
  return (
    <>
      <QrCode text={text} label={t('stick.join.qr')} />
      <Button onPress={() => void copy()}>{t('stick.join.copy')}</Button>
      <FolderChoice value={place} onChange={setPlace} />
      <Button isPending={carry.isPending} isDisabled={folder === ''} onPress={() => void write()}>
        {t('stick.join.write')}
      </Button>
      <Refused of={carry} />
      {file !== undefined && <Written file={file} />}
    </>
  )
}

function TakeAnswer() {
  const { t } = useWords()
  const [place, setPlace] = useState(NOWHERE)
  const answer = useCommand('join', 'answer')
  const file = folderOf(place)
  return (
    <>
      <FolderChoice value={place} onChange={setPlace} />
      <Refused of={answer} />
      <Underway of={answer} label={t('stick.working')} />
      <Button
        variant="primary"
        isPending={answer.isPending}
        isDisabled={file === ''}
        onPress={() => void answer.run({ file })}
      >
        {t('stick.answer.take')}
      </Button>
    </>
  )
}

/** The inviter: somebody's request that was brought here. It then stands with the others who ask. */
export function ReadRequest() {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [isScanning, setScanning] = useState(false)
  const [place, setPlace] = useState(NOWHERE)
  const [found, setFound] = useState<readonly { readonly name: string }[]>()
  const read = useCommand('invite', 'read')
  const file = folderOf(place)
  const take = async (from: { text: string } | { file: string }) => {
    setScanning(false)
    setFound(undefined)
    setFound((await read.run(from))?.requests)
  }
  return (
    <Disclosure title={t('stick.invite.title')}>
      <div className="stick-carry">
        <p>{t('stick.invite.lead')}</p>
        {isScanning ? (
          <Suspense fallback={null}>
            <Scanner onFound={(scanned) => void take({ text: scanned })} />
          </Suspense>
        ) : (
          <TextArea label={t('stick.invite.text')} value={text} onChange={setText} rows={3} />
        )}
        <div className="joining-buttons">
          <Button isPending={read.isPending} isDisabled={text.trim() === ''} onPress={() => void take({ text })}>
            {t('stick.invite.take')}
          </Button>
          <Button onPress={() => setScanning(!isScanning)}>
            {t(isScanning ? 'joining.join.stopScan' : 'joining.join.scan')}
          </Button>
        </div>
        <FolderChoice value={place} onChange={setPlace} />
        <Button isPending={read.isPending} isDisabled={file === ''} onPress={() => void take({ file })}>
          {t('stick.invite.look')}
        </Button>
        <Refused of={read} />
        {found !== undefined && (
          <Notice tone="good">{t('stick.invite.found', { names: found.map(({ name }) => name).join(', ') })}</Notice>
        )}
      </div>
    </Disclosure>
  )
}

type AnswerProps = { readonly circle: string; readonly request: string; readonly name: string }

/** For whoever was let in and has no network: the answer, with the whole circle, as a file. */
export function WriteAnswer({ circle, request, name }: AnswerProps) {
  const { t } = useWords()
  const [place, setPlace] = useState(NOWHERE)
  const [file, setFile] = useState<string>()
  const answer = useCommand('invite', 'answer')
  const folder = folderOf(place)
  const write = async () => setFile((await answer.run({ circle, request, file: folder }))?.file)
  return (
    <Disclosure title={t('stick.give.title', { name })}>
      <div className="stick-carry">
        <p>{t('stick.give.lead', { name })}</p>
        <FolderChoice value={place} onChange={setPlace} />
        <Refused of={answer} />
        <Underway of={answer} label={t('stick.working')} />
        <Button isPending={answer.isPending} isDisabled={folder === ''} onPress={() => void write()}>
          {t('stick.give.write')}
        </Button>
        {file !== undefined && <Written file={file} />}
      </div>
    </Disclosure>
  )
}

function Written({ file }: { readonly file: string }) {
  const { t } = useWords()
  return (
    <Notice tone="good" title={t('stick.written')}>
      <bdi className="stick-path">{file}</bdi>
    </Notice>
  )
}
