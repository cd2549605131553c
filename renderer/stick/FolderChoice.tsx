import { useLive } from '../node/use-live.ts'
import { Button } from '../ui/Button.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'

const OTHER = 'other'
const MEGABYTE = 1_000_000

/** Where on this computer: a stick that is put in, or any folder by its path. Empty while nothing is chosen. */
export type Place = { readonly stick: string | null; readonly path: string }

export const NOWHERE: Place = { stick: null, path: '' }

export const folderOf = ({ stick, path }: Place): string => (stick === null || stick === OTHER ? path.trim() : stick)

type FolderChoiceProps = { readonly value: Place; readonly onChange: (place: Place) => void }

/** The sticks that are put in, and a field for any other folder. The node reads and writes there, not the browser. */
export function FolderChoice({ value, onChange }: FolderChoiceProps) {
  const { t } = useWords()
  const live = useLive('stick', 'list', {})
  const drives = live.data?.drives ?? []
  const options = drives.map(({ folder, name, free, used }) => ({
    id: folder,
    title: name,
    description: [
      free === null ? null : t('stick.free', { free: Math.floor(free / MEGABYTE) }),
      used ? t('stick.used') : null,
    ]
      .filter((part) => part !== null)
      .join(' · '),
  }))
  const chosen = value.stick ?? (drives.length === 0 ? OTHER : null)
  return (
    <div className="stick-place">
      {drives.length === 0 && <p className="stick-note">{t('stick.none')}</p>}
      {drives.length > 0 && (
        <RadioCards
          label={t('stick.where')}
          options={[...options, { id: OTHER, title: t('stick.other') }]}
          value={chosen}
          onChange={(stick) => onChange({ ...value, stick })}
        />
      )}
      {chosen === OTHER && (
        <TextField
          label={t('stick.path')}
          description={t('stick.path.how')}
          value={value.path}
          onChange={(path) => onChange({ ...value, path })}
        />
      )}
      <Button variant="plain" onPress={live.retry}>
        {t('stick.again')}
      </Button>
    </div>
  )
}
