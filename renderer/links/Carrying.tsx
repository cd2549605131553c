import { Download, FileUp } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { saveText } from '../agreements/save-text.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'
import type { CircleShown, LinkLine } from './link-data.ts'

/** What circles tell each other goes by itself where somebody is in both; else in a small file, by any way. */
export function Carrying({ circle }: { readonly circle: CircleShown }) {
  const { t } = useWords()
  const links = useLive('link', 'list', { circle: circle.circle }).data?.items ?? []
  const ours = links.filter(({ agreement, endedBy }) => agreement !== null || endedBy !== null)
  return (
    <section className="links-part" aria-labelledby="carrying">
      <h2 id="carrying">{t('links.carry')}</h2>
      <p>{t('links.carry.means')}</p>
      {ours.length > 0 && (
        <ul className="links-buttons links-plain">
          {ours.map((link) => (
            <li key={link.circle}>
              <TakeOut circle={circle.circle} link={link} />
            </li>
          ))}
        </ul>
      )}
      <BringIn />
      <Told circle={circle.circle} />
    </section>
  )
}

function TakeOut({ circle, link }: { readonly circle: string; readonly link: LinkLine }) {
  const { t } = useWords()
  const write = useCommand('statement', 'export')
  const take = async () => {
    const made = await write.run({ circle, other: link.circle })
    if (made !== undefined) saveText(`${link.circle.slice(0, 8)}.nst`, made.text)
  }
  return (
    <>
      <Button icon={<Download aria-hidden />} isPending={write.isPending} onPress={() => void take()}>
        {t('links.carry.out', { name: link.name })}
      </Button>
      <Refused of={write} />
    </>
  )
}

function BringIn() {
  const { t } = useWords()
  const read = useCommand('statement', 'import')
  const [told, setTold] = useState<number | null>(null)
  const take = async (file: File) => {
    setTold(null)
    const done = await read.run({ text: await file.text() })
    if (done !== undefined) setTold(done.told)
  }
  return (
    <>
      <FileTrigger
        acceptedFileTypes={['.nst']}
        onSelect={(files) => {
          const file = files?.[0]
          if (file !== undefined) void take(file)
        }}
      >
        <Button icon={<FileUp aria-hidden />} isPending={read.isPending}>
          {t('links.carry.in')}
        </Button>
      </FileTrigger>
      <Refused of={read} />
      {told !== null && <Notice tone="good">{t('links.carry.told', { count: told })}</Notice>}
    </>
  )
}

function Told({ circle }: { readonly circle: string }) {
  const { t, time } = useWords()
  const items = useLive('statement', 'list', { circle }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Disclosure title={t('links.told')}>
      <ul className="links-seats">
        {items.map(({ statement, kind, fromName, title, toldBy, at }) => (
          <li key={statement}>
            <bdi>{fromName}</bdi> · {t(`links.kind.${kind as 'link'}`)} · <bdi>{title}</bdi> ·{' '}
            {t('links.toldBy', { name: toldBy })} · {time(at)}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
