import { useEffect, useRef, useState } from 'react'
import { QRCanvas, selfieCamera } from 'qr/dom.js'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'

/** Reads a code that is held in front of the camera. Nothing of the picture is kept or sent. */
export function Scanner({ onFound }: { readonly onFound: (text: string) => void }) {
  const { t } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const found = useRef(onFound)
  const [isBlocked, setBlocked] = useState(false)
  useEffect(() => {
    found.current = onFound
  }, [onFound])
  useEffect(() => {
    const place = video.current
    if (place === null) return undefined
    return watch(
      place,
      (text) => found.current(text),
      () => setBlocked(true),
    )
  }, [])
  if (isBlocked) return <Notice tone="warning">{t('joining.join.noCamera')}</Notice>
  return (
    <div className="joining-scanner">
      <video ref={video} muted playsInline aria-label={t('joining.join.scanning')} />
      <p>{t('joining.join.scanning')}</p>
    </div>
  )
}

/** A code may take many pictures; each is looked at when the last one was. */
const PICTURE_MS = 120

function watch(video: HTMLVideoElement, onFound: (text: string) => void, onBlocked: () => void): () => void {
  const ended = new AbortController()
  const look = async () => {
    const camera = await selfieCamera(video)
    const canvas = new QRCanvas()
    while (!ended.signal.aborted) {
      const text = await camera.readFrame(canvas, true)
      if (typeof text === 'string' && !ended.signal.aborted) onFound(text)
      await new Promise((resolve) => setTimeout(resolve, PICTURE_MS))
    }
    camera.stop()
  }
  look().catch(onBlocked)
  return () => ended.abort()
}
