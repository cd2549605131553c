import { FileSearch } from 'lucide-react'
import { useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Underway } from '../shell/Underway.tsx'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.tsx'

/** In base64, less than one message to the program takes. */
const BLOCK = 480_000

/** A file from this computer, given to the program as it is: which of them knows what is in it. */
export function BringUpdate({ onBrought }: { readonly onBrought: () => void }) {
  const { t } = useWords()
  const bring = useCommand('update', 'bring')
  const [done, setDone] = useState<number | null>(null)
  const [isStopped, setStopped] = useState(false)
  // Between two parts nothing is under way that could be stopped: then the next is not given.
  const asked = useRef(new AbortController())
  const stop = () => {
    asked.current.abort()
    bring.stop()
    setStopped(true)
  }
  const give = async (file: File) => {
    const { signal } = (asked.current = new AbortController())
    setStopped(false)
    setDone(0)
    let at = 0
    do {
      const bytes = new Uint8Array(await file.slice(at, at + BLOCK).arrayBuffer())
      const brought = await bring.run({ at, block: base64Of(bytes) })
      if (brought === undefined || signal.aborted) return setDone(null)
      at += bytes.byteLength
      setDone(file.size === 0 ? 1 : at / file.size)
    } while (at < file.size)
    setDone(null)
    return onBrought()
  }
  return (
    <div className="updates-part">
      <FileTrigger
        onSelect={(files) => {
          const file = files?.[0]
          if (file !== undefined) void give(file)
        }}
      >
        <Button icon={<FileSearch aria-hidden />} isPending={done !== null}>
          {t('updates.choose')}
        </Button>
      </FileTrigger>
      <Refused of={bring} />
      <Underway of={{ isPending: done !== null, isStopped, stop }} label={t('updates.reading')} progress={done ?? 0} />
    </div>
  )
}

const AT_ONCE = 0x8000

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCodePoint(...bytes.subarray(at, at + AT_ONCE))
  return btoa(text)
}
