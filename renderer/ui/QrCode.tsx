import { lazy, Suspense } from 'react'
import { classNames } from './class-names.ts'
import './QrCode.css'

type QrCodeProps = {
  readonly text: string
  /** What it is, for those who hear it. */
  readonly label: string
  readonly className?: string | undefined
}

const Pattern = lazy(async () => ({ default: (await import('./QrPattern.tsx')).QrPattern }))

/** A code to be shown to another screen's camera: dark on light in every theme, as cameras want it. */
export function QrCode({ text, label, className }: QrCodeProps) {
  return (
    <div className={classNames('ui-qr', className)} role="img" aria-label={label}>
      <Suspense fallback={null}>
        <Pattern text={text} />
      </Suspense>
    </div>
  )
}
