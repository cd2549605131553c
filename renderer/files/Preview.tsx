import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { dayOf } from '../proposals/days.ts'
import { Refused } from '../shell/Refused.tsx'
import { Underway } from '../shell/Underway.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useWords } from '../words/words.tsx'
import type { Reading } from './BringIn.tsx'

type Kind = Reading['things'][number]['kind']
const KINDS: readonly Kind[] = ['decided', 'proposed', 'role', 'circle', 'policy', 'talked']
const LEFT_OUT = ['deleted', 'private', 'undecided-polls', 'attachments', 'empty'] as const
const SOURCES = { loomio: 'Loomio', glassfrog: 'GlassFrog', holaspirit: 'Holaspirit' } as const

type PreviewProps = {
  readonly of: Reading
  readonly onBrought: (count: number, already: number) => void
  readonly onLeave: () => void
}

/** All that a file holds, by kind; of what was only talked about nothing comes in unless it is chosen. */
export function Preview({ of, onBrought, onLeave }: PreviewProps) {
  const { t, language, list } = useWords()
  const { reading, things, people, leftOut, name, source, limit } = of
  const here = KINDS.filter((kind) => things.some((thing) => thing.kind === kind))
  const [kinds, setKinds] = useState<readonly Kind[]>(here.filter((kind) => kind !== 'talked'))
  const bring = useCommand('imports', 'bring')
  const chosen = things.filter(({ kind, already }) => kinds.includes(kind) && !already).length
  const send = async () => {
    const brought = await bring.run({ reading, kinds: [...kinds], language })
    if (brought !== undefined) onBrought(brought.drivers.length, brought.already)
  }
  return (
    <Card as="section" aria-labelledby="preview" className="files-preview">
      <h3 id="preview">
        {t('files.in.preview', { name: name ?? (source === 'table' ? t('files.in.table') : SOURCES[source]) })}
      </h3>
      <p>{t('files.in.preview.lead')}</p>
      {here.map((kind) => (
        <KindOf
          key={kind}
          kind={kind}
          things={things.filter((thing) => thing.kind === kind)}
          isChosen={kinds.includes(kind)}
          onChoose={(isChosen) => setKinds(isChosen ? [...kinds, kind] : kinds.filter((one) => one !== kind))}
        />
      ))}
      {people.length > 0 && (
        <Disclosure title={t('files.in.people', { count: people.length })}>
          <p>{t('files.in.people.lead')}</p>
          <p dir="auto">{list(people)}</p>
        </Disclosure>
      )}
      <LeftOut of={leftOut} />
      {chosen > limit && <p>{t('files.in.tooMany', { limit })}</p>}
      <Refused of={bring} />
      <Underway of={bring} label={t('files.in.bringing')} />
      <div className="files-actions">
        <Button
          variant="primary"
          isPending={bring.isPending}
          isDisabled={chosen === 0 || chosen > limit}
          onPress={() => void send()}
        >
          {t('files.in.bring', { count: chosen })}
        </Button>
        <Button onPress={onLeave}>{t('files.in.leave')}</Button>
      </div>
    </Card>
  )
}

/** What stays out on purpose, so that nobody looks for it. */
function LeftOut({ of }: { readonly of: Reading['leftOut'] }) {
  const { t } = useWords()
  const here = LEFT_OUT.filter((why) => (of[why] ?? 0) > 0)
  if (here.length === 0) return null
  return (
    <ul className="files-more">
      {here.map((why) => (
        <li key={why}>{t(`files.in.left.${why}`, { count: of[why] ?? 0 })}</li>
      ))}
    </ul>
  )
}

type KindProps = {
  readonly kind: Kind
  readonly things: Reading['things']
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

function KindOf({ kind, things, isChosen, onChoose }: KindProps) {
  const { t, date } = useWords()
  return (
    <div className="files-kind">
      <Checkbox
        label={t(`files.in.kind.${kind}`, { count: things.length })}
        isSelected={isChosen}
        onChange={onChoose}
      />
      <Disclosure title={t('files.in.which')}>
        <ul>
          {things.map(({ key, title, at, already }) => (
            <li key={key}>
              <bdi>{title}</bdi>
              {at !== null && ` · ${date(dayOf(new Date(at)))}`}
              {already && ` · ${t('files.in.here')}`}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
