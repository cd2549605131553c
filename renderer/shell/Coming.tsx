import { Loading } from '../ui/Loading.tsx'
import { useWords } from '../words/words.tsx'

type Extent = { readonly here: number; readonly known: number }

/** A circle is on its way to this computer: how much of it is here. */
export function Coming({ copy: { here, known } }: { readonly copy: Extent }) {
  const { t } = useWords()
  // How much there is turns out with the first of it.
  if (known === 0) return <Loading label={t('shell.coming')} />
  return <Loading label={t('shell.coming.part', { here, known })} progress={here / known} />
}
