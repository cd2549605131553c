import type { Known } from './UpdatesPage.tsx'
import { useWords } from '../words/words.tsx'

const MB = 1_000_000
const SYSTEMS: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }

/** Which version, for which computers, how large. */
export function UpdateSaid({ of }: { readonly of: NonNullable<Known['offered']> }) {
  const { t } = useWords()
  const { version, platform, arch, size, file } = of
  const megabytes = Math.max(1, Math.round(size / MB))
  return (
    <p>
      {t('updates.is', { version, system: `${SYSTEMS[platform] ?? platform} ${arch}`, size: megabytes })}{' '}
      <bdi className="updates-file">{file}</bdi>
    </p>
  )
}
